package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The files of a folder, read together.
 *
 * @param records by the names of their files
 * @param leftOut what is no record
 * @param problems what does not fit together, in the order of files
 * @param targets the file that a link of another one leads to; empty for none
 */
public record AdrFolder(
    List<Adr> records,
    List<LeftOut> leftOut,
    List<Problem> problems,
    BinaryOperator<String> targets) {

  /**
   * A file that was not read.
   *
   * @param why a sentence
   */
  public record LeftOut(String file, String why) {}

  /**
   * Something that is wrong.
   *
   * @param words a sentence
   */
  public record Problem(Kind kind, String file, String words) {
    /** What can be wrong. */
    public enum Kind {
      DUPLICATE_NUMBER,
      BROKEN_LINK,
      ONE_SIDED,
      CYCLE,
      STATUS,
      DATE,
      FRONT_MATTER;

      /** Whether it is wrong in the file, whatever other ones say. */
      public boolean isOwn() {
        return this == STATUS || this == DATE || this == FRONT_MATTER;
      }
    }
  }

  /**
   * Reads all files.
   *
   * @param files by their paths within the folder
   */
  public static AdrFolder of(Map<String, byte[]> files) {
    List<Adr> records = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((file, bytes) -> {
          String why = Fit.unfit(file, bytes);
          if (why.isEmpty()) {
            records.add(Adr.read(file, bytes));
          } else {
            leftOut.add(new LeftOut(file, why));
          }
        });
    Targeting targets = new Targeting(records, files.keySet());
    return new AdrFolder(
        List.copyOf(records),
        List.copyOf(leftOut),
        new Problems(records, targets).found(),
        targets::file);
  }

  /** What is wrong in files, whatever other ones say, by their names. */
  public Map<String, List<String>> warnings() {
    return problems.stream()
        .filter(one -> one.kind().isOwn())
        .collect(
            Collectors.groupingBy(
                Problem::file, Collectors.mapping(Problem::words, Collectors.toList())));
  }

  /** The file of the folder that a link leads to; empty where it leads elsewhere. */
  public String target(String from, Link link) {
    return targets.apply(from, link.target());
  }
}
