package pilothouse.metrics;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pilothouse.text.Texts;

/** How a number is said to different people: other words, the same number. */
public final class Wordings {
  private static final String KEY = "wording.";

  /** Before an id: the metric of releases whose id the metric of deployments has too. */
  private static final String RELEASES = "releases.";

  private static final Set<String> IDS = known();

  private Wordings() {}

  /** Who reads. */
  public enum Audience {
    ENGINEER,
    PRODUCT,
    LEADERSHIP
  }

  /**
   * A metric's wordings, each a sentence with a place for the number.
   *
   * @param key of its texts
   */
  public record Wording(String key) {

    /** The sentence for an audience, with the number in it. */
    public String says(Audience audience, String number) {
      return Texts.say(key + "." + audience.name().toLowerCase(Locale.ROOT), number);
    }

    /** What the number helps to decide. */
    public String decision() {
      return Texts.say(key + ".decision");
    }
  }

  /** The wordings of a metric; empty when it has none. */
  public static Optional<Wording> of(Metric metric) {
    boolean released = IDS.contains(RELEASES + metric.id()) && Catalogue.METRICS.contains(metric);
    String id = released ? RELEASES + metric.id() : metric.id();
    return IDS.contains(id) ? Optional.of(new Wording(KEY + id)) : Optional.empty();
  }

  /** The ids that have wordings. */
  static Set<String> ids() {
    return IDS;
  }

  private static Set<String> known() {
    return Texts.english().keys().stream()
        .filter(key -> key.startsWith(KEY) && key.endsWith(".decision"))
        .map(key -> key.substring(KEY.length(), key.lastIndexOf('.')))
        .collect(Collectors.toUnmodifiableSet());
  }
}
