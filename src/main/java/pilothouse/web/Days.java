package pilothouse.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Days as people and programs type them, {@code 2026-03-31}, of an age that people plan in. */
public final class Days {
  private static final int FIRST = 1970;
  private static final int LAST = 2200;

  private Days() {}

  /** The day that is meant; empty where it is none. */
  public static Optional<LocalDate> of(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      return day.getYear() < FIRST || day.getYear() > LAST ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /**
   * The day that stands in a field, null where nothing does.
   *
   * @throws Refused where it is none
   */
  public static @Nullable LocalDate read(String field, @Nullable String typed) {
    return typed == null || typed.isBlank() ? null : needed(field, typed);
  }

  /** The same where it must be there. */
  public static LocalDate needed(String field, String typed) {
    return of(typed)
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("web.days.no-day", Say.cut(typed, 60)),
                    Texts.say("web.days.days-like", FIRST, LAST))
                .at(field));
  }

  /**
   * The same day, where it is over or today: of what has happened.
   *
   * @throws Refused where it is to come
   */
  public static LocalDate past(String field, LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw Refused.unfit(
              Texts.say("web.days.to-come", Say.day(day)), Texts.say("web.days.not-after-today"))
          .at(field);
    }
    return day;
  }

  /**
   * The same day, where it is today or to come: of what somebody is to do.
   *
   * @throws Refused where it is over
   */
  public static LocalDate ahead(String field, LocalDate day, LocalDate today) {
    if (day.isBefore(today)) {
      throw Refused.unfit(
              Texts.say("web.days.is-over", Say.day(day)), Texts.say("web.days.not-before-today"))
          .at(field);
    }
    return day;
  }
}
