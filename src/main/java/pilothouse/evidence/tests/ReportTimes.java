package pilothouse.evidence.tests;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.text.Texts;

/** When reports say that they were made. */
final class ReportTimes {
  private static final String ZONED = ".*(?:Z|[+-]\\d\\d:?\\d\\d)";
  private static final long SECONDS_BELOW = 100_000_000_000L;

  private ReportTimes() {}

  /** A time as tools write it: ISO with or without zone, epoch seconds or milliseconds; or null. */
  static @Nullable Instant parse(@Nullable String text, Of of) {
    if (text == null) {
      return null;
    }
    String iso = text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
    try {
      if (iso.matches("\\d{9,13}")) {
        long number = Long.parseLong(iso);
        return number < SECONDS_BELOW
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number);
      }
      return iso.matches(ZONED)
          ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant()
          : LocalDateTime.parse(iso).atZone(of.zone()).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** Whether a time names no zone, and is none of the counts since 1970. */
  static boolean isZoneless(String text) {
    String stripped = text.strip();
    return !stripped.matches("\\d{9,13}") && !stripped.matches(ZONED);
  }

  /** The declared time, else the report's own, else what is known otherwise. */
  static Instant of(@Nullable Instant reported, Of of, Instant horizon) {
    Instant at = of.at() != null ? of.at() : reported != null ? reported : of.otherwise();
    if (at == null) {
      throw new BadFile(
          Texts.kept("kept.report-times.the-report-names-no-time"),
          Texts.kept("kept.report-times.say-when-it-was-as"));
    }
    if (at.isAfter(horizon)) {
      throw new BadFile(
          Texts.kept("kept.report-times.the-report-is-of-which", at),
          Texts.kept("kept.report-times.mend-the-clock-or-say"));
    }
    return at;
  }
}
