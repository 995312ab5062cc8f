package pilothouse.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Part;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Rounds: the next one opens when the last one was answered. */
record Rounds(Ear ear) {
  private static final int THEMES = 100;

  Part<Round> seen(Caller caller, String after, int most) {
    return ear.storage()
        .read(rows -> RoundRows.part(rows, round -> caller.sees(round.where()), after, most));
  }

  Optional<Round> find(String id) {
    return ear.storage().read(rows -> RoundRows.find(rows, id));
  }

  /** What was promised back in one. */
  List<Promise> promised(Round round) {
    return ear.promises().about(Round.SUBJECT + round.id());
  }

  /** What was promised in the rounds before, the last one first, as far as three of them. */
  List<Promise> before(Round round) {
    List<Promise> all = new ArrayList<>();
    Optional<Round> one = find(round.previous());
    for (int i = 0; i < 3 && one.isPresent(); i++) {
      all.addAll(promised(one.get()));
      one = find(one.get().previous());
    }
    return all;
  }

  /** Opens one; refused while the last one of the place was not answered. */
  Round open(String title, Where place, LocalDate day, Who who) {
    Instant now = ear.now();
    return ear.storage()
        .write(rows -> {
          Optional<Round> last = RoundRows.last(rows, place.text());
          last.filter(one -> one.closedAt() == null)
              .ifPresent(one -> {
                throw Refused.conflict(
                    Texts.say("voice.round.unanswered", one.title()),
                    Texts.say("voice.round.answer-it-first"));
              });
          String previous = last.map(Round::id).orElse("");
          Round made =
              new Round(
                  UUID.randomUUID().toString(),
                  title,
                  place.text(),
                  day,
                  previous,
                  now,
                  null,
                  "",
                  List.of());
          RoundRows.add(rows, made, who);
          Journal.write(rows, ear.entry(who, "round opened", made.subject(), ""));
          return made;
        });
  }

  /** Keeps what was said, as themes. */
  void say(Round round, List<Round.Theme> themes, Who who) {
    Instant now = ear.now();
    ear.storage()
        .write(rows -> {
          Round here = RoundRows.find(rows, round.id()).orElseThrow();
          still(here);
          if (here.themes().size() + themes.size() > THEMES) {
            throw Refused.unfit(
                    Texts.say("voice.round.too-many-themes", THEMES),
                    Texts.say("voice.round.join-themes"))
                .at("themes");
          }
          themes.forEach(one -> RoundRows.theme(rows, round, one.says(), one.weight(), now, who));
          Journal.write(rows, ear.entry(who, "themes kept", round.subject(), ""));
          return true;
        });
  }

  /** Promises something back. */
  Promise promise(Round round, PromiseDraft draft, Who who) {
    return ear.storage()
        .write(rows -> {
          still(RoundRows.find(rows, round.id()).orElseThrow());
          return ear.promises().make(rows, draft, who);
        });
  }

  /** Closes it with what was promised, or with the reason why nothing was. */
  void close(Round round, String noAction, Who who) {
    boolean bare = promised(round).isEmpty();
    if (bare && noAction.isEmpty()) {
      throw Refused.unfit(
              Texts.say("voice.round.nothing-promised"), Texts.say("voice.round.promise-or-say"))
          .at("no_action");
    }
    ear.storage()
        .write(rows -> {
          still(RoundRows.find(rows, round.id()).orElseThrow());
          RoundRows.close(rows, round, noAction, ear.now(), who);
          Journal.write(rows, ear.entry(who, "round closed", round.subject(), noAction));
          return true;
        });
  }

  private static void still(Round round) {
    if (round.closedAt() != null) {
      throw Refused.conflict(
          Texts.say("voice.round.closed-already"), Texts.say("voice.round.open-the-next"));
    }
  }
}
