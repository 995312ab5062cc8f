package pilothouse.evidence.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Merge;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.facts.Refusal;

/**
 * Keeps the numbers that a source gives, a part after the other. What is known already is not said
 * again; where a source gives another number than is known, it is said now, so that it holds.
 */
public final class Keeping {
  /** How many a part should have. */
  public static final int AT_ONCE = 10_000;

  private final Facts facts;
  private final String source;
  private final Instant now;
  private final List<Refusal> refused = new ArrayList<>();
  private long added;
  private long corrected;
  private long unchanged;

  /**
   * Keeps among those facts.
   *
   * @param source who says so, as pages name it
   */
  public Keeping(Facts facts, String source, Instant now) {
    this.facts = facts;
    this.source = source;
    this.now = now;
  }

  /** Keeps any number of them, a part after the other. */
  public void takeAll(List<Measurement> all) {
    for (int at = 0; at < all.size(); at += AT_ONCE) {
      take(all.subList(at, Math.min(all.size(), at + AT_ONCE)));
    }
  }

  /** Keeps one part, in which no number comes twice. */
  public void take(List<Measurement> part) {
    Map<String, List<Measurement>> told =
        facts.told(Measurement.class, part.stream().map(Measurement::key).toList());
    List<Measurement> fresh = new ArrayList<>();
    List<Measurement> other = new ArrayList<>();
    for (Measurement one : part) {
      List<Measurement> said = told.get(one.key());
      if (said == null) {
        fresh.add(one);
        continue;
      }
      Measurement known = Merge.of(said);
      if (isSame(known, one)) {
        unchanged++;
      } else {
        other.add(said(one, known.saidAt()));
      }
    }
    Receipt first = added(fresh);
    added += first.added();
    unchanged += first.unchanged();
    corrected += other.size() - added(other).refused().size();
  }

  private static boolean isSame(Measurement known, Measurement one) {
    return Double.compare(known.value(), one.value()) == 0
        && Objects.equals(known.unit(), one.unit());
  }

  /** The same, said later than what it stands against. */
  private Measurement said(Measurement one, Instant before) {
    Instant later = before.isBefore(now) ? now : before.plus(Duration.ofMillis(1));
    return new Measurement(
        one.key(), later, one.metric(), one.scope(), one.at(), one.value(), one.unit());
  }

  private Receipt added(List<Measurement> some) {
    Receipt receipt = some.isEmpty() ? Receipt.EMPTY : facts.add(some, source);
    refused.addAll(receipt.refused());
    return receipt;
  }

  /** How many were brought. */
  public long seen() {
    return added + corrected + unchanged + refused.size();
  }

  /** How many were not known before. */
  public long added() {
    return added;
  }

  /** How many were known with another number or unit. */
  public long corrected() {
    return corrected;
  }

  /** How many were known already. */
  public long unchanged() {
    return unchanged;
  }

  /** Those that cannot be, and why. */
  public List<Refusal> refused() {
    return List.copyOf(refused);
  }
}
