package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.text.Texts;

/** Rituals that did not happen: a forum without an occasion in time, a quarter left open. */
record Missed(Deck deck) {
  List<Finding> found() {
    List<Finding> found = new ArrayList<>();
    Map<String, LocalDate> last = deck.storage().read(OccasionRows::last);
    for (Forum forum : deck.storage().read(ForumRows::all)) {
      LocalDate held = last.get(forum.id());
      LocalDate since = held == null ? LocalDate.ofInstant(forum.at(), deck.zone()) : held;
      LocalDate due = since.plusDays(forum.days());
      if (due.isBefore(deck.today())) {
        found.add(
            Finding.of(
                    "forum-not-held",
                    Severity.LOOK,
                    says(
                        forum,
                        held == null ? "rhythm.found.never-held" : "rhythm.found.not-held",
                        since),
                    forum.id(),
                    forum.where(),
                    forum.page())
                .begun(start(due.plusDays(1))));
      }
    }
    deck.storage().read(QuarterRows::open).forEach(quarter -> left(quarter, found));
    return found;
  }

  private static String says(Forum forum, String key, LocalDate since) {
    String cadence = Texts.say("rhythm.found.cadence." + forum.cadence());
    return Texts.say(key, forum.title(), cadence, Words.day(since));
  }

  private void left(Quarter quarter, List<Finding> found) {
    if (quarter.name().compareTo(Quarter.of(deck.today())) < 0) {
      found.add(
          Finding.of(
                  "quarter-left-open",
                  Severity.LOOK,
                  Texts.say("rhythm.found.quarter", quarter.name(), quarter.unscored().size()),
                  quarter.id(),
                  quarter.where(),
                  quarter.page())
              .begun(start(over(quarter.name()))));
    }
  }

  /** The day after the last one of a quarter. */
  private static LocalDate over(String name) {
    int year = Integer.parseInt(name.substring(0, 4));
    return YearMonth.of(year, Integer.parseInt(name.substring(6)) * 3).plusMonths(1).atDay(1);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(deck.zone()).toInstant();
  }
}
