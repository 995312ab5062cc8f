package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.AdrFolder;
import pilothouse.decisions.adr.Link;
import pilothouse.decisions.adr.LinkKind;
import pilothouse.decisions.adr.Section;
import pilothouse.decisions.adr.SectionKind;
import pilothouse.text.Say;

/**
 * A file of a decision, as far as pages tell it.
 *
 * @param isMerged whether our version of it differs from what was read
 * @param words the version of the words that our version tells
 * @param turns the last turn that our version tells
 * @param number null where neither file nor title say one
 * @param status in the file's own words
 * @param besides what it says that has no other place here
 */
record Filed(
    String folder,
    String path,
    String decision,
    boolean isThere,
    boolean isRead,
    boolean isMerged,
    int words,
    int turns,
    @Nullable Integer number,
    String title,
    String status,
    String date,
    String deciders,
    List<Neighbour> links,
    List<Besides> besides) {
  private static final int LINKS = 30;
  private static final int SECTIONS = 30;
  private static final int LONGEST = 2_000;

  /**
   * Another record that it speaks of.
   *
   * @param path of its file in the same folder; empty where it is none
   */
  record Neighbour(LinkKind kind, String label, String path) {}

  /** A section. */
  record Besides(SectionKind kind, String heading, String text) {}

  static Filed of(FileRow row, Adr adr, AdrFolder folder) {
    return new Filed(
        row.folder(),
        row.path(),
        String.valueOf(row.decision()),
        row.isThere(),
        row.isRead(),
        row.ours() != null,
        row.words(),
        row.turns(),
        adr.head().number(),
        FileSaid.of(adr).title(),
        FileText.line(adr.head().statusWords()),
        FileText.line(adr.head().date()),
        FileText.line(String.join(", ", adr.head().decisionMakers())),
        links(adr, folder),
        besides(adr));
  }

  private static List<Neighbour> links(Adr adr, AdrFolder folder) {
    List<Neighbour> links = new ArrayList<>();
    for (Link link : adr.head().links().stream().limit(LINKS).toList()) {
      String path = folder.target(adr.fileName(), link);
      if (!path.equals(adr.fileName())) {
        links.add(new Neighbour(link.kind(), Say.cut(FileText.line(link.label()), 200), path));
      }
    }
    return List.copyOf(links);
  }

  private static List<Besides> besides(Adr adr) {
    List<Besides> all = new ArrayList<>();
    for (Section one : adr.sections()) {
      String text = adr.text(one).strip();
      boolean isOther =
          switch (one.kind()) {
            case OTHER, MORE_INFORMATION, LINKS, OUTCOME -> true;
            default -> false;
          };
      if (isOther && !text.isEmpty() && all.size() < SECTIONS) {
        all.add(
            new Besides(
                one.kind(),
                Say.cut(FileText.line(one.heading()), 200),
                Say.cut(FileText.kept(text), LONGEST)));
      }
    }
    return List.copyOf(all);
  }
}
