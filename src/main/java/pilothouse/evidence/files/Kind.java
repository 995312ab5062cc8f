package pilothouse.evidence.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pilothouse.text.Texts;

/** What a file that is imported holds. */
public enum Kind {
  DEPLOYMENTS("deployments", true),
  CHANGES("changes", true),
  REVIEWS("reviews", true),
  BUILDS("builds", true),
  INCIDENTS("incidents", true),
  MEASUREMENTS("measurements", true),
  WORK("work-items", true),
  TESTS("tests", false),
  COVERAGE("coverage", false),
  CDEVENTS("cdevents", false),
  AUTO("auto", false);

  private final String word;
  private final boolean table;

  Kind(String word, boolean table) {
    this.word = word;
    this.table = table;
  }

  /** As people write it. */
  public String word() {
    return word;
  }

  /** The same for people. */
  public String called() {
    return Texts.say("imports.kind." + word);
  }

  /** What it is, in words. */
  public String title() {
    return Texts.say("imports.title." + word);
  }

  /** Whether it comes as a table, whose columns have to be understood. */
  public boolean isTable() {
    return table;
  }

  /** The kind of this word. */
  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** All words, as people may write them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }
}
