package pilothouse.evidence.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file that is imported holds. */
public enum Kind {
  DEPLOYMENTS("deployments", "Deployments: CSV or JSON Lines", true),
  CHANGES("changes", "Change requests: CSV or JSON Lines", true),
  REVIEWS("reviews", "Reviews of change requests: CSV or JSON Lines", true),
  BUILDS("builds", "Builds and jobs: CSV or JSON Lines", true),
  INCIDENTS("incidents", "Incidents: CSV or JSON Lines", true),
  MEASUREMENTS("measurements", "Numbers of your own: CSV or JSON Lines", true),
  TESTS("tests", "Test results: JUnit XML", false),
  COVERAGE("coverage", "Coverage: JaCoCo, Cobertura or LCOV", false),
  CDEVENTS("cdevents", "CDEvents: JSON, one event or many a file", false),
  AUTO("auto", "Find out from the file", false);

  private final String word;
  private final String title;
  private final boolean table;

  Kind(String word, String title, boolean table) {
    this.word = word;
    this.title = title;
    this.table = table;
  }

  /** As people write it. */
  public String word() {
    return word;
  }

  /** What it is, in words. */
  public String title() {
    return title;
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
