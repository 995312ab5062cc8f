package pilothouse.git;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a repository's whole history, or what is new in it. */
public final class Scanner {
  private Scanner() {}

  /**
   * Reads the repository.
   *
   * @param path a work tree, a bare repository, or a folder inside a work tree
   * @param previous the last scan of the same repository, or null
   * @param options workers and memory
   * @param progress hears how far it is
   * @return the scan; {@code previous} itself when nothing has changed since
   * @throws GitTrouble when there is no repository, or it cannot be read at all
   */
  public static Scan scan(Path path, @Nullable Scan previous, Options options, Progress progress) {
    try (Opened repository = Opened.open(path)) {
      return new ScanWork(repository, options, progress).scan(previous);
    } catch (GitTrouble trouble) {
      throw trouble.at(path);
    } catch (IndexOutOfBoundsException broken) {
      throw new GitTrouble(
          path
              + " cannot be read to its end: something points outside its place. `git fsck` tells"
              + " whether the repository is damaged, which a new clone mends; where it finds"
              + " nothing, the fault is Pilothouse's: please report it.",
          broken);
    }
  }

  /**
   * Contents of files of the head's tree, such as {@code .mailmap}, by name; those that are not
   * there are left out.
   *
   * @param path a repository, as in {@link #scan}
   * @param files '/'-separated, relative to the root
   */
  public static Map<String, byte[]> headFiles(Path path, List<String> files) {
    return headFiles(path, files, Integer.MAX_VALUE);
  }

  /** The same, without files of more than so many bytes. */
  public static Map<String, byte[]> headFiles(Path path, List<String> files, int largest) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (Opened repository = Opened.open(path)) {
      for (String file : files) {
        byte[] content = repository.headFile(file, largest);
        if (content != null) {
          contents.put(file, content);
        }
      }
    }
    return contents;
  }

  /**
   * How much of the machine a scan may use.
   *
   * @param workers threads, at least 1
   * @param memory bytes for line tables and decoded objects
   */
  public record Options(int workers, long memory) {
    /** One worker a core, 256 MiB. */
    public static Options usual() {
      return new Options(Runtime.getRuntime().availableProcessors(), 256L << 20);
    }
  }
}
