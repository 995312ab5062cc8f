package pilothouse.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a number is said to different people: other words, the same number. */
public final class Wordings {
  /** In place of an id: the metric of releases whose id the metric of deployments has too. */
  private static final String RELEASES = "releases:";

  private static final Map<String, Wording> ALL = all();

  private Wordings() {}

  /** Who reads. */
  public enum Audience {
    ENGINEER,
    PRODUCT,
    LEADERSHIP
  }

  /**
   * A metric's wordings, each a sentence with one {@code %s} for the number.
   *
   * @param decision what the number helps to decide
   */
  public record Wording(String engineer, String product, String leadership, String decision) {

    /** The sentence for an audience, with the number in it. */
    public String says(Audience audience, String number) {
      String sentence =
          switch (audience) {
            case ENGINEER -> engineer;
            case PRODUCT -> product;
            case LEADERSHIP -> leadership;
          };
      return sentence.replace("%s", number);
    }
  }

  /** The wordings of a metric; empty when it has none. */
  public static Optional<Wording> of(Metric metric) {
    boolean ofGit = Catalogue.METRICS.contains(metric);
    Wording own = ofGit ? ALL.get(RELEASES + metric.id()) : null;
    return Optional.ofNullable(own == null ? ALL.get(metric.id()) : own);
  }

  /** The ids that have wordings. */
  static Set<String> ids() {
    return ALL.keySet();
  }

  private static Map<String, Wording> all() {
    Map<String, Wording> all = new LinkedHashMap<>();
    for (String text : new String[] {WordingsOfGit.TEXT, WordingsOfDelivery.TEXT}) {
      for (String entry : text.strip().split("\n\n", -1)) {
        String[] lines = entry.strip().split("\n", -1);
        if (lines.length != 5 || all.put(lines[0], wording(lines)) != null) {
          throw new IllegalStateException("an id, three wordings and a decision: " + entry);
        }
      }
    }
    return all;
  }

  private static Wording wording(String[] lines) {
    return new Wording(lines[1], lines[2], lines[3], lines[4]);
  }
}
