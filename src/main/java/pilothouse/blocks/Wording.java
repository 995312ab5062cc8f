package pilothouse.blocks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Nearest;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Days;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

/** How what was typed becomes what a block says; what makes no sense is refused. */
record Wording(Yard yard, Sent sent) {
  static final int PURPOSE = 80;
  static final int WHY = 300;
  private static final int PAUSES = 60;
  private static final int MOST_WEEKS = 26;
  private static final int FIRST_YEAR = 2020;

  Words read() {
    String purpose = sent.needed("purpose", PURPOSE).replaceAll("\\s+", " ");
    Set<DayOfWeek> days = days();
    LocalTime from = time("from");
    LocalTime to = time("to");
    if (!from.isBefore(to)) {
      throw unfit("to", "blocks.draft.hours");
    }
    LocalDate since = sent.day("since", yard.today());
    if (since.getYear() < FIRST_YEAR) {
      throw unfit("since", "blocks.draft.since");
    }
    LocalDate until = Days.read("until", sent.text("until", 40));
    int every = sent.number("every", 1, 1, MOST_WEEKS);
    Weekly weekly = new Weekly(days, from, to, zone(), since, until, every);
    if (until != null && !until.isBefore(since) && weekly.isTakenBack()) {
      throw unfit("until", "blocks.draft.never");
    }
    return new Words(purpose, owner(), weekly, pauses());
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = new TreeSet<>();
    for (String typed : sent.needed("days", 120).toUpperCase(Locale.ROOT).split("[\\s,;]+", -1)) {
      Stream.of(DayOfWeek.values())
          .filter(day -> typed.length() > 1 && day.name().startsWith(typed))
          .findFirst()
          .ifPresentOrElse(
              days::add,
              () -> {
                throw unfit("days", "blocks.draft.days", Say.cut(typed, 20));
              });
    }
    return days;
  }

  private LocalTime time(String field) {
    String typed = sent.needed(field, 10);
    try {
      return LocalTime.parse(typed.matches("\\d:.*") ? "0" + typed : typed)
          .truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException _) {
      throw unfit(field, "blocks.draft.time", typed);
    }
  }

  private ZoneId zone() {
    String typed = sent.text("zone", 80);
    return typed.isEmpty()
        ? yard.zone()
        : Zones.named(typed)
            .orElseThrow(() ->
                unfit(
                    "zone",
                    "blocks.draft.zone",
                    Say.cut(typed, 60),
                    Nearest.to(typed, ZoneId.getAvailableZoneIds())));
  }

  private String owner() {
    String typed = sent.text("owner", 200);
    Owners owners = yard.owners();
    return typed.isEmpty()
        ? ""
        : owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }

  private List<Pause> pauses() {
    return sent.lines("pauses", PAUSES, 60).stream()
        .map(line -> Pause.of(line).orElseThrow(() -> unfit("pauses", "blocks.draft.pause", line)))
        .toList();
  }

  /** A sentence of {@code en.properties} with its mend beside it. */
  static Refused unfit(String field, String key, @Nullable Object... values) {
    return Refused.unfit(Texts.say(key, values), Texts.say("blocks.mend." + field)).at(field);
  }
}
