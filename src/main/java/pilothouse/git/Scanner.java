package pilothouse.git;

import java.nio.file.Path;
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
   * @throws GitTrouble when there is no repository, or it cannot be read at all
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static Scan scan(Path path, @Nullable Scan previous, Options options, Progress progress) {
    throw new GitTrouble("scanning " + path + " is not built yet");
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
