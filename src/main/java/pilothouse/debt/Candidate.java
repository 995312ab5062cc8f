package pilothouse.debt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding.Address;
import pilothouse.text.Texts;

/**
 * Something that may be technical debt, ready to become an item of the register once a person says
 * so.
 *
 * @param key stays the same while it is the same debt: kind and paths
 * @param kind what sort of debt
 * @param title what it is, without a full stop
 * @param paths the files that it is in
 * @param evidence what the history shows, a line each, with numbers
 * @param matters why it may matter, one sentence
 * @param risk 0..1, the higher the sooner
 * @param since how long it has been so, null when that cannot be told
 * @param receipt where the numbers' receipt is
 */
public record Candidate(
    String key,
    Kind kind,
    String title,
    List<String> paths,
    List<String> evidence,
    String matters,
    double risk,
    @Nullable Instant since,
    Address receipt) {
  private static final double WORTH_A_LOOK = 0.7;

  public Candidate {
    paths = List.copyOf(paths);
    evidence = List.copyOf(evidence);
  }

  /** Whether it is worth a look of itself. */
  public boolean isRisky() {
    return risk >= WORTH_A_LOOK;
  }

  /** Sorts of debt that a history shows. */
  public enum Kind {
    HOTSPOT,
    COUPLING,
    ISLAND,
    STALE_MARKER;

    /** As what is known of one begins, the same in every language. */
    String key() {
      return switch (this) {
        case HOTSPOT -> "hotspot";
        case COUPLING -> "hidden-coupling";
        case ISLAND -> "knowledge-island";
        case STALE_MARKER -> "stale-TODO";
      };
    }

    /** As people read it. */
    public String words() {
      return Texts.say("debt.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
