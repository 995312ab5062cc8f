package pilothouse.promises;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a promise: who, when and why. Rows are only added.
 *
 * @param what {@code made}, {@code kept}, {@code extended}, {@code handed over}, {@code dropped},
 *     {@code reopened}, {@code reminded} or {@code escalated}
 * @param whoId of who did it; empty for the program
 * @param due its end from then on
 * @param owner who owed it from then on
 * @param evidence what shows it; empty for none
 */
public record Turn(
    String what,
    Instant at,
    String whoId,
    String who,
    String why,
    String evidence,
    @Nullable LocalDate due,
    String owner) {
  static final String MADE = "made";
  static final String KEPT = "kept";
  static final String EXTENDED = "extended";
  static final String HANDED = "handed over";
  static final String DROPPED = "dropped";
  static final String REOPENED = "reopened";
  static final String REMINDED = "reminded";
  static final String ESCALATED = "escalated";
}
