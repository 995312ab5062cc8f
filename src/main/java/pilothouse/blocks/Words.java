package pilothouse.blocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What a block says.
 *
 * @param owner the id of who keeps it free; empty for nobody
 */
record Words(String purpose, String owner, Weekly weekly, List<Pause> pauses) {
  Words {
    pauses = List.copyOf(pauses);
  }

  boolean isPaused(LocalDate day) {
    return pauses.stream().anyMatch(pause -> pause.holds(day));
  }

  /** As it is said: {@code Tuesday and Thursday, 09:00 to 12:00 (Europe/Berlin)}. */
  String says() {
    return Texts.say(
        weekly.every() == 1 ? "blocks.weekly" : "blocks.every",
        days(day -> Texts.say("blocks.day." + day.name().toLowerCase(Locale.ROOT))),
        weekly.from(),
        weekly.to(),
        weekly.zone(),
        weekly.every());
  }

  /** From which day to which. */
  String ends() {
    return weekly.isTakenBack()
        ? Texts.say("blocks.taken-back")
        : weekly
            .last()
            .map(last -> Texts.say("blocks.from-to", Say.day(weekly.since()), Say.day(last)))
            .orElseGet(() -> Texts.say("blocks.from-on", Say.day(weekly.since())));
  }

  /** The days as they are typed and kept: {@code Tue, Thu}. */
  String typed() {
    return days(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
  }

  private String days(Function<DayOfWeek, String> name) {
    return weekly.days().stream().map(name).collect(Collectors.joining(", "));
  }

  /** What the journal tells of it. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("purpose", purpose);
    fields.put("owner", owner);
    fields.put("days", typed());
    fields.put("hours", weekly.from() + " to " + weekly.to() + " " + weekly.zone());
    fields.put("since", weekly.since().toString());
    fields.put("until", weekly.last().map(LocalDate::toString).orElse(""));
    fields.put("every", String.valueOf(weekly.every()));
    fields.put("pauses", Pause.text(pauses).replace("\n", ", "));
    return fields;
  }
}
