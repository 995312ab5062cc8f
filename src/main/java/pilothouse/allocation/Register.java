package pilothouse.allocation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Where plans and rules are kept. */
final class Register {
  private static final int MOST = 2_000;
  private final Storage storage;
  private final InstantSource clock;

  Register(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** The newest plans, the last to end first. */
  List<Plan> plans() {
    return storage.read(rows -> PlanRows.all(rows, MOST));
  }

  Optional<Plan> find(String id) {
    return storage.read(rows -> PlanRows.find(rows, id));
  }

  /** The rules that hold. */
  Rulebook rules() {
    return Rulebook.of(storage.read(PlanRows::rules).orElse(Rulebook.USUAL));
  }

  /** Declares a plan; it takes the place of one for the same team and days. */
  Plan declare(PlanDraft draft, boolean isTeam, Who who) {
    List<String> problems = draft.problems(rules().words(), isTeam);
    if (!problems.isEmpty() || draft.first() == null || draft.last() == null) {
      throw Refused.unfit(String.join(" ", problems), Texts.say("allocation.mend"));
    }
    Plan plan =
        new Plan(
            UUID.randomUUID().toString(),
            draft.team(),
            draft.first(),
            draft.last(),
            draft.shares(),
            draft.band(),
            clock.instant(),
            who.name(),
            draft.why());
    return storage.write(rows -> {
      PlanRows.replace(rows, plan, who);
      PlanRows.overlapping(rows, plan)
          .ifPresent(other -> {
            throw Refused.conflict(
                Texts.say(
                    "allocation.overlaps",
                    plan.team(),
                    Say.day(other.first()),
                    Say.day(other.last())),
                Texts.say("allocation.withdraw-first"));
          });
      PlanRows.add(rows, plan, who);
      Journal.write(
          rows,
          Entry.of(plan.madeAt(), who, "allocation declared", subject(plan), plan.why())
              .with(Map.of("shares", plan.text())));
      return plan;
    });
  }

  void withdraw(Plan plan, Who who) {
    Instant now = clock.instant();
    storage.write(rows -> {
      PlanRows.end(rows, plan.id(), now, who);
      Journal.write(rows, Entry.of(now, who, "allocation withdrawn", subject(plan), ""));
      return true;
    });
  }

  /** Writes new rules; the old ones stay in the table and in the journal. */
  void write(String text, String why, Who who) {
    RulebookDraft draft = RulebookDraft.read(text);
    if (!draft.problems().isEmpty()) {
      throw Refused.unfit(String.join(" ", draft.problems()), Texts.say("allocation.rules.mend"));
    }
    Instant now = clock.instant();
    String before = rules().text();
    String after = draft.rulebook().text();
    if (before.equals(after)) {
      return;
    }
    storage.write(rows -> {
      PlanRows.addRules(rows, UUID.randomUUID().toString(), after, now, who, why);
      Journal.write(
          rows,
          Entry.of(
                  now,
                  who,
                  "allocation rules written",
                  Subject.of("allocation", "rules", "/allocation/rules"),
                  why)
              .changing(Map.of("rules", before), Map.of("rules", after)));
      return true;
    });
  }

  private static Subject subject(Plan plan) {
    String name = plan.team() + " " + plan.first() + "/" + plan.last();
    return Subject.of("allocation", name, plan.address()).in(Where.team(plan.team()));
  }
}
