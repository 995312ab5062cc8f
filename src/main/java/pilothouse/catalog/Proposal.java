package pilothouse.catalog;

import java.util.List;

/**
 * Systems that a repository proposes; nothing of it holds until a person accepts it.
 *
 * @param what tells it from others of the repository: {@code file catalog-info.yaml}, {@code folder
 *     web}, {@code whole}
 * @param title in a few words
 * @param says why, in a sentence
 * @param names what would be declared: systems, teams; in words
 */
public record Proposal(
    String repository,
    String what,
    String title,
    String says,
    List<String> names,
    List<String> problems) {
  public Proposal {
    names = List.copyOf(names);
    problems = List.copyOf(problems);
  }

  /** Whether it is a file that can be followed. */
  public boolean isFile() {
    return what.startsWith("file ");
  }
}
