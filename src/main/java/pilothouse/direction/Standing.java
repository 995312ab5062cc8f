package pilothouse.direction;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * How an outcome stands, worked out from its numbers and check-ins; nobody types it in.
 *
 * @param progress null while a number is unknown
 * @param says why it stands so, in a sentence
 * @param last null where nobody checked in yet
 * @param missing the functions that have not confirmed the last check-in
 */
public record Standing(
    Outcome outcome,
    List<Result> results,
    @Nullable Progress progress,
    State state,
    String says,
    @Nullable CheckIn last,
    List<String> missing,
    double elapsed) {
  /** In the first tenth of its time nobody grades it. */
  private static final double EARLY = 0.1;

  public Standing {
    results = List.copyOf(results);
    missing = List.copyOf(missing);
  }

  /** Where it stands; only what is on its way, or reached, is good. */
  public enum State {
    UNMEASURABLE,
    UNKNOWN,
    STALE,
    BEHIND,
    HALF_CONFIRMED,
    ON_ITS_WAY,
    REACHED,
    MISSED,
    RETIRED;

    /** As programs have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As pages say it. */
    public String called() {
      return Texts.say("direction.state." + word());
    }

    /** How a page shows it; a good one has no mark of its own. */
    public String look() {
      return switch (this) {
        case MISSED, BEHIND -> "act";
        case STALE, HALF_CONFIRMED -> "look";
        case UNMEASURABLE, UNKNOWN -> "unknown";
        case ON_ITS_WAY, REACHED -> "nothing_found";
        case RETIRED -> "";
      };
    }
  }

  /**
   * How a key result stands.
   *
   * @param now null while it is unknown
   * @param why there is no value; empty where there is one
   * @param page where its receipt is; empty where people typed it in
   * @param spark its course as a line of the size of a word; empty where there is none
   */
  public record Result(
      KeyResult of,
      @Nullable Double now,
      String nowSays,
      String baselineSays,
      String targetSays,
      @Nullable Progress progress,
      String why,
      String page,
      String spark,
      String name) {

    /** Its progress as people read it; unknown where a number is missing. */
    public String progressSays() {
      return Standing.says(progress);
    }
  }

  /** The progress as people read it. */
  public String progressSays() {
    return says(progress);
  }

  private static String says(@Nullable Progress progress) {
    return progress == null ? Texts.say("say.unknown") : Say.percent(progress.shown());
  }

  /** What its grade is called; empty while it is unknown, or too early for one. */
  public String grade() {
    Progress known = progress;
    return known == null || elapsed < EARLY
        ? ""
        : Texts.say("direction.grade." + known.grade().name().toLowerCase(Locale.ROOT));
  }

  public boolean isGood() {
    return state == State.ON_ITS_WAY || state == State.REACHED;
  }
}
