package pilothouse.direction;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** The map as it is kept: numbers that are no outcomes, and who believes that what moves what. */
final class Beliefs {
  /** More than this nobody overlooks. */
  static final int MOST = 2_000;

  private static final int SAYS = 500;
  private static final int END = 300;
  private final Storage storage;
  private final InstantSource clock;
  private final Supplier<Known> known;

  /** Those of a map that is read anew when something changed. */
  Beliefs(Storage storage, InstantSource clock, Supplier<Known> known) {
    this.storage = storage;
    this.clock = clock;
    this.known = known;
  }

  List<Belief> all() {
    return known.get().beliefs();
  }

  List<Measure> measures() {
    return known.get().measures();
  }

  /**
   * Keeps a belief.
   *
   * @param ladder what whoever states it may see
   * @param whole all that there is, for a circle may pass what one does not see
   * @throws Refused where it makes no sense, or leads in a circle
   */
  Belief believe(
      Ladder ladder, Ladder whole, String typed, String upper, Where place, String says, Who who) {
    String lower = End.plain(typed);
    String problem = problem(ladder, lower, upper, says.strip());
    if (problem.isEmpty() && whole.goesRound(lower, upper)) {
      problem = Texts.say("direction.beliefs.in-a-circle");
    }
    if (!problem.isEmpty()) {
      throw Refused.unfit(problem, Texts.say("direction.statements.mend-and-send"));
    }
    Belief made =
        new Belief(
            UUID.randomUUID().toString(),
            lower,
            upper,
            place,
            says.strip(),
            clock.instant(),
            who.name());
    String to = ladder.rung(upper).title();
    String from = ladder.rung(lower).title();
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (BeliefRows.beliefs(rows).size() >= MOST) {
        throw Refused.conflict(
            Texts.say("direction.beliefs.too-many", MOST), Texts.say("direction.beliefs.end-some"));
      }
      BeliefRows.add(rows, made, who);
      Journal.write(
          rows,
          Entry.of(made.at(), who, "belief stated", subject(to, place), made.says())
              .with(Map.of("lower", from, "upper", to)));
      return true;
    });
    return made;
  }

  private static String problem(Ladder ladder, String lower, String upper, String says) {
    boolean isWork = End.isWork(lower) && !End.name(lower).isBlank() && lower.length() <= END;
    if (!isWork && !ladder.rungs().containsKey(lower)) {
      return Texts.say("direction.beliefs.no-such-lower");
    }
    if (!ladder.rungs().containsKey(upper) || End.isWork(upper)) {
      return Texts.say("direction.beliefs.no-such-upper");
    }
    if (says.isEmpty() || says.length() > SAYS) {
      return Texts.say("direction.beliefs.says", SAYS);
    }
    if (ladder.rung(lower).level() < ladder.rung(upper).level()) {
      return Texts.say("direction.beliefs.wrong-way");
    }
    boolean twice =
        ladder.up().getOrDefault(lower, List.of()).stream()
            .anyMatch(belief -> belief.upper().equals(upper));
    return twice ? Texts.say("direction.beliefs.is-there") : "";
  }

  /** Ends one; what was believed stays in the journal. */
  void end(Belief belief, String name, String why, Who who) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (!BeliefRows.end(rows, belief.id(), cut(why), clock.instant(), who)) {
        throw NotFound.unseen();
      }
      Journal.write(
          rows,
          Entry.of(clock.instant(), who, "belief ended", subject(name, belief.place()), cut(why)));
      return true;
    });
  }

  Measure measure(Where place, String level, String title, String gauge, Who who) {
    String name = title.strip();
    if (name.isEmpty() || name.length() > 160 || !Measure.LEVELS.contains(level)) {
      throw Refused.unfit(
          Texts.say("direction.beliefs.measure", String.join(", ", Measure.LEVELS)),
          Texts.say("direction.statements.mend-and-send"));
    }
    Measure made =
        new Measure(
            UUID.randomUUID().toString(), place, level, name, gauge, clock.instant(), who.name());
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (BeliefRows.measures(rows).size() >= MOST) {
        throw Refused.conflict(
            Texts.say("direction.beliefs.too-many", MOST), Texts.say("direction.beliefs.end-some"));
      }
      BeliefRows.add(rows, made, who);
      Journal.write(
          rows,
          Entry.of(made.at(), who, "measure put on the map", subject(name, place), "")
              .with(Map.of("level", level, "gauge", gauge)));
      return true;
    });
    return made;
  }

  void end(Measure measure, Who who) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (!BeliefRows.endMeasure(rows, measure.id(), clock.instant())) {
        throw NotFound.unseen();
      }
      Journal.write(
          rows,
          Entry.of(
              clock.instant(),
              who,
              "measure taken off the map",
              subject(measure.title(), measure.place()),
              ""));
      return true;
    });
  }

  private static String cut(String why) {
    String said = why.strip();
    return said.length() > SAYS ? said.substring(0, SAYS) : said;
  }

  private static Subject subject(String name, Where place) {
    return Subject.of("map", name, "/map").in(place);
  }
}
