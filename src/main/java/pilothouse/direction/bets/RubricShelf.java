package pilothouse.direction.bets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** The known formulas, and rubrics of one's own in their versions. */
final class RubricShelf {
  private static final int MOST = 100;
  private final Around around;

  RubricShelf(Around around) {
    this.around = around;
  }

  /** All in their newest versions, the known formulas first. */
  List<Rubric> all() {
    List<Rubric> all =
        new ArrayList<>(
            List.of(
                Rubric.known(Method.RICE), Rubric.known(Method.WSJF), Rubric.known(Method.DELAY)));
    all.addAll(around.storage().read(RubricRows::newest));
    return all;
  }

  Rubric find(String id) {
    return all().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(Around::missing);
  }

  /** All versions of one, the newest first. */
  List<RubricRows.Version> versions(String id) {
    return around.storage().read(rows -> RubricRows.versions(rows, id));
  }

  Rubric add(RubricDraft draft, Caller caller) {
    draft.problems().refuse();
    if (all().size() >= MOST) {
      throw Refused.unfit(
          Texts.say("bets.rubric.too-many", MOST), Texts.say("bets.rubric.change-one"));
    }
    refuseTwin("", Typed.or(draft.name()));
    String id = UUID.randomUUID().toString();
    return kept(draft.rubric(id, 1), Optional.empty(), caller);
  }

  /** Another version of one, by which everything is ranked from now on. */
  Rubric change(Rubric before, RubricDraft draft, Caller caller) {
    if (before.method() != Method.WEIGHTED) {
      throw Refused.unfit(
          Texts.say("bets.rubric.known", before.says()), Texts.say("bets.rubric.make-own"));
    }
    draft.problems().needs("why", Typed.or(draft.why()), 1_000).refuse();
    refuseTwin(before.id(), Typed.or(draft.name()));
    return kept(draft.rubric(before.id(), before.version() + 1), Optional.of(before), caller);
  }

  /** Two rubrics of one name have one line each in a track record that nobody can tell apart. */
  private void refuseTwin(String id, String name) {
    if (all().stream().anyMatch(one -> !one.id().equals(id) && one.says().equalsIgnoreCase(name))) {
      throw Refused.conflict(Texts.say("web.sent.twice", name), Texts.say("web.sent.call-other"))
          .at("name");
    }
  }

  private Rubric kept(Rubric rubric, Optional<Rubric> before, Caller caller) {
    Who who = Who.of(caller);
    Instant now = around.now();
    return around
        .storage()
        .write(rows -> {
          List<String> was = before.map(old -> order(rows, old)).orElse(List.of());
          List<String> is = order(rows, rubric);
          Rubric made =
              new Rubric(
                  rubric.id(),
                  rubric.name(),
                  rubric.method(),
                  rubric.version(),
                  rubric.criteria(),
                  rubric.why(),
                  Instants.text(now));
          if (!RubricRows.add(rows, made, String.join(" > ", was), String.join(" > ", is), who)) {
            throw Refused.conflict(
                Texts.say("bets.shelf.moved-meanwhile"), Texts.say("bets.shelf.look-again"));
          }
          Journal.write(rows, entry(made, before, was, is, who, now));
          return made;
        });
  }

  private static Entry entry(
      Rubric made,
      Optional<Rubric> before,
      List<String> was,
      List<String> is,
      Who who,
      Instant now) {
    Subject subject = Subject.of("rubric", made.name(), "/rubrics/" + made.id());
    String what = before.isEmpty() ? "rubric made" : "rubric changed";
    return Entry.of(now, who, what, subject, made.why())
        .changing(
            Map.of(
                "criteria", before.map(Rubric::told).orElse(""),
                "order", String.join(" > ", was)),
            Map.of("criteria", made.told(), "order", String.join(" > ", is)));
  }

  /** The titles of what it has a score for, the best first. */
  private static List<String> order(Handle rows, Rubric rubric) {
    Map<String, Score> scores = ScoringRows.scores(rows, rubric);
    return Ranking.of(scores).order().stream()
        .map(id -> BetRows.find(rows, id).map(Bet::title).orElse(id))
        .limit(10)
        .toList();
  }
}
