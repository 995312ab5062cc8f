package pilothouse.debt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding.Address;

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
  public Candidate {
    paths = List.copyOf(paths);
    evidence = List.copyOf(evidence);
  }

  /** Sorts of debt that a history shows. */
  public enum Kind {
    HOTSPOT("hotspot"),
    COUPLING("hidden coupling"),
    ISLAND("knowledge island"),
    STALE_MARKER("stale TODO");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }
}
