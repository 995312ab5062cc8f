package pilothouse.findings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Days as people and programs type them. */
public final class Days {
  private static final int SHOWN = 40;

  private Days() {}

  /**
   * Reads {@code 2026-03-31}.
   *
   * @throws Refused where it is none
   */
  public static LocalDate parse(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (day.getYear() >= 1970 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException _) {
      // refused below, like a day before 1970
    }
    String shown = typed.length() <= SHOWN ? typed : typed.substring(0, SHOWN) + "…";
    throw Refused.bad(Texts.say("findings.no-day", shown), Texts.say("findings.mend-day"));
  }
}
