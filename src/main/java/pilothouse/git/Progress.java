package pilothouse.git;

import java.util.function.Supplier;

/** Hears how far a scan is; called from worker threads, often. */
public interface Progress {
  /** Nobody listens. */
  Progress SILENT = new Progress() {};

  /**
   * A step of the phase is done.
   *
   * @param phase what is being done
   * @param done how much of it
   * @param total of how much; 0 while nobody can say
   */
  default void step(Phase phase, long done, long total) {}

  /** Commits and changed paths are known, lines are not counted yet; made when it is asked for. */
  default void early(Supplier<Scan> scan) {}

  /** What a scan does, in this order. */
  enum Phase {
    COMMITS,
    PATHS,
    LINES,
    FILES
  }
}
