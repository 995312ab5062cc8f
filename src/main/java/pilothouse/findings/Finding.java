package pilothouse.findings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at.
 *
 * @param kind stable, kebab-case: findings of one kind about one subject are the same finding
 * @param severity how urgent it is by itself
 * @param says one sentence in plain words, with its number
 * @param subject a path, a pair of paths or a folder; empty for the whole repository
 * @param receipt where the number's receipt is
 * @param risk 0..1, orders findings of one severity while nobody knows what waiting costs
 * @param since when it became so, null when that cannot be told
 * @param costPerWeek what waiting costs in money a week, null when unknown
 * @param evidence what it rests on, a line each
 */
public record Finding(
    String kind,
    Severity severity,
    String says,
    String subject,
    Address receipt,
    double risk,
    @Nullable Instant since,
    @Nullable Double costPerWeek,
    List<String> evidence) {
  public Finding {
    says = says.strip();
    evidence = List.copyOf(evidence);
    if (!says.endsWith(".") || !(risk >= 0 && risk <= 1)) {
      throw new IllegalArgumentException(
          kind + ": a finding is a sentence with a risk of 0 to 1: " + says);
    }
  }

  /** How urgent, the most urgent first. */
  public enum Severity {
    ACT,
    LOOK,
    KNOW
  }

  /**
   * Where a number's receipt is.
   *
   * @param metric the metric's id
   * @param repository the repository's name
   * @param folder the scope's folder, empty for all
   */
  public record Address(String metric, String repository, String folder) {
    /** As one line: {@code repository/folder#metric}. */
    public String text() {
      return (folder.isEmpty() ? repository : repository + "/" + folder) + "#" + metric;
    }
  }
}
