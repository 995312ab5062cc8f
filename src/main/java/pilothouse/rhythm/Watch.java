package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.promises.Promise;
import pilothouse.text.Texts;

/** What of this room somebody should look at. */
record Watch(Deck deck) {
  List<Finding> found() {
    List<Finding> found = new ArrayList<>();
    blockers(found);
    audiences(found);
    flows(found);
    stakeholders(found);
    plannings(found);
    found.addAll(new Missed(deck).found());
    return found;
  }

  private void blockers(List<Finding> found) {
    Blockers blockers = new Blockers(deck);
    Map<String, Integer> limits = blockers.limits();
    for (Promise one : blockers.open()) {
      int limit = blockers.limit(limits, one.place());
      long age = blockers.age(one);
      if (age > limit) {
        String says = Texts.say("rhythm.found.blocker", one.what(), age, limit);
        found.add(
            Finding.of("blocker-too-old", Severity.ACT, says, one.id(), one.place(), one.address())
                .begun(one.madeAt())
                .weighing(Math.min(1, age / (10.0 * limit)))
                .owed(one.owner()));
      }
    }
  }

  private void audiences(List<Finding> found) {
    LocalDate today = deck.today();
    for (Audience one : new Audiences(deck).all()) {
      for (Audience.Need need : one.needs()) {
        if (need.silent(today)) {
          LocalDate told = need.told();
          String topic = Texts.say("rhythm.topic." + need.topic());
          String says =
              told == null
                  ? Texts.say("rhythm.found.never-told", one.title(), topic, need.days())
                  : Texts.say(
                      "rhythm.found.silence", one.title(), topic, Words.day(told), need.days());
          found.add(
              Finding.of(
                      "audience-silence",
                      Severity.LOOK,
                      says,
                      one.id() + " " + need.topic(),
                      one.where(),
                      "/audiences")
                  .begun(start(need.due())));
        }
      }
    }
  }

  private void flows(List<Finding> found) {
    Flows flows = new Flows(deck);
    for (Flow flow : flows.all()) {
      for (Flow.Signal signal : flow.signals()) {
        Flow.Seen seen = flows.look(signal);
        if (seen.dead()) {
          Instant at = seen.seen();
          String says =
              at == null
                  ? Texts.say("rhythm.found.never-seen", signal.gauge(), flow.title())
                  : Texts.say(
                      "rhythm.found.dead",
                      signal.gauge(),
                      flow.title(),
                      pilothouse.text.Say.day(at, deck.zone()),
                      signal.days());
          found.add(
              Finding.of("instrument-dead", Severity.ACT, says, signal.id(), flow.where(), "/flows")
                  .begun(at == null ? signal.since() : at));
        }
      }
    }
  }

  private void stakeholders(List<Finding> found) {
    for (Stakeholder one : new Stakeholders(deck).all()) {
      if (one.due().isBefore(deck.today())) {
        found.add(
            Finding.of(
                    "stakeholder-silence",
                    Severity.KNOW,
                    Texts.say("rhythm.found.stakeholder", one.title(), one.days()),
                    one.id(),
                    one.where(),
                    one.page())
                .begun(start(one.due())));
      }
    }
  }

  /** The last planning of a forum was held without a function that belongs to it. */
  private void plannings(List<Finding> found) {
    Occasions occasions = new Occasions(deck);
    for (Forum forum : deck.storage().read(ForumRows::all)) {
      if (!forum.kind().equals("planning")) {
        continue;
      }
      occasions.of(forum).stream()
          .filter(one -> one.ending().equals("held"))
          .findFirst()
          .ifPresent(last -> {
            Minutes minutes = last.minutes();
            if (minutes != null && !minutes.missing().isEmpty()) {
              String says =
                  Texts.say(
                      "rhythm.found.missing",
                      forum.title(),
                      Words.day(last.heldOn()),
                      String.join(", ", minutes.missing()));
              found.add(
                  Finding.of(
                          "planning-without-function",
                          Severity.LOOK,
                          says,
                          last.id(),
                          forum.where(),
                          last.page())
                      .begun(last.endedAt() == null ? last.at() : last.endedAt()));
            }
          });
    }
  }

  private Instant start(LocalDate day) {
    return day.plusDays(1).atStartOfDay(deck.zone()).toInstant();
  }
}
