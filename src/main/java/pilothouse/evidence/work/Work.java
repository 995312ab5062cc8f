package pilothouse.evidence.work;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of finished work: an issue that was closed as done, with the changes that were merged
 * for it in the same window, or a change that was merged for none of them. Nobody's name is in it.
 *
 * @param key of the issue or the change among all of its kind
 * @param name as people write it: {@code #12}, {@code PROJ-34}; the key where it has none
 * @param labels of the issue and of its changes; those of an issue still open count for its changes
 * @param milestone empty where none is told
 * @param type as the source names it; empty where none is told
 * @param branches of its changes
 * @param paths that its changes touched, as far as git is read and their commits are known
 * @param repository as sources name it; empty where none is told
 * @param systems that it belongs to; none where it is the organisation's alone
 * @param lines added and deleted by its changes; null where no source tells
 * @param changes keys of the changes in it
 */
public record Work(
    String key,
    Kind kind,
    String name,
    String title,
    List<String> labels,
    String milestone,
    String type,
    List<String> branches,
    List<String> paths,
    String repository,
    List<String> systems,
    @Nullable String url,
    Instant finished,
    @Nullable Integer lines,
    List<String> changes) {
  public Work {
    labels = List.copyOf(labels);
    branches = List.copyOf(branches);
    paths = List.copyOf(paths);
    systems = List.copyOf(systems);
    changes = List.copyOf(changes);
  }

  /** What was finished. */
  public enum Kind {
    ISSUE,
    CHANGE
  }
}
