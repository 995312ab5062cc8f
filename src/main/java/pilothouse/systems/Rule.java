package pilothouse.systems;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * A rule about names. Rules by hand are tried in their order, before those that come along.
 *
 * @param id empty for what comes along
 * @param pattern a name, or one with {@code *} in it; of a rule that comes along, a key of words
 * @param folder of the repository, empty for all of it
 * @param target a system's name, or {@code yes} or {@code no}; of a rule that comes along and means
 *     a system, a key of words
 * @param at null for what comes along
 */
public record Rule(
    String id,
    Kind kind,
    String pattern,
    String folder,
    String target,
    @Nullable Instant at,
    String by,
    String why) {

  /** What a rule is about. */
  public enum Kind {
    SERVICE("service", "system"),
    REPOSITORY("repository", "system"),
    LABEL("label", "system"),
    ENVIRONMENT("environment", "production"),
    BRANCH("branch", "hotfix");

    private final String word;
    private final String says;

    Kind(String word, String says) {
      this.word = word;
      this.says = says;
    }

    /** As files and addresses name it. */
    public String word() {
      return word;
    }

    /** What its target says: which system, or whether it is production or a hotfix. */
    public String says() {
      return says;
    }

    /** Whether the target is a system. */
    public boolean namesSystem() {
      return says.equals("system");
    }
  }

  /** Whether it came along with the program: it cannot be taken away, only gone before. */
  public boolean isDefault() {
    return id.isEmpty();
  }

  /** The rule in a few words, which are the same in every language. */
  public String words() {
    String where = folder.isEmpty() ? "" : ", folder " + folder;
    return kind.word() + " " + pattern + where + " → " + target;
  }

  /** What names it takes: its pattern, or the words of what comes along. */
  public String takes() {
    return isDefault() ? DefaultRules.told(this).words() : pattern;
  }

  /** The words of names that it looks for, where what it takes is told in words. */
  public List<String> listed() {
    return isDefault() ? DefaultRules.listed(this) : List.of();
  }

  /** What it says of them: a system, or whether they are production or a hotfix. */
  public String tells() {
    if (kind.namesSystem()) {
      return isDefault() ? Texts.say("systems.default-rules." + target) : target;
    }
    return Texts.say("systems.rules." + kind.says() + "." + target);
  }
}
