package pilothouse.catalog;

import pilothouse.systems.Rules;
import pilothouse.text.Texts;

/** Says where a system lives in a repository that nobody has read here. */
final class Unread {
  private Unread() {}

  /** A sentence about the repository as it is written; empty where one is read, or none said. */
  static String of(String repository, Rules rules) {
    boolean unread = !repository.isBlank() && rules.match(repository).found().isEmpty();
    return unread ? Texts.say("catalog.unread.it-lives-in-no", repository) : "";
  }
}
