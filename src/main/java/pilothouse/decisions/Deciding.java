package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Writes down what somebody does to decisions: a row, its promise, and a line in the journal. */
record Deciding(Docket docket, Who who) {
  /** What nobody has to give advice on, to review or to decide any more. */
  static final Set<Kind> SETTLING =
      Set.of(Kind.DECIDED, Kind.DEFAULTED, Kind.REJECTED, Kind.SUPERSEDED);

  private static final Set<String> OWED =
      Decisions.KINDS.stream()
          .map(pilothouse.promises.Kind::word)
          .collect(java.util.stream.Collectors.toSet());

  /**
   * A new one, with whoever decides it and what it affects.
   *
   * @throws Refused where the same is asked there already, and open
   */
  Decision propose(Where place, Words words, String decider, Set<Affected> affects) {
    return docket
        .storage()
        .write(rows -> {
          Twins.mustBeNew(rows, place, words);
          String at = Instants.text(docket.now());
          String id = UUID.randomUUID().toString();
          DecisionRows.add(rows, id, place, at);
          DecisionRows.say(rows, id, words, at, who, "");
          DecisionRows.turn(rows, id, Kind.DECIDES, decider, "", null, at, who);
          affects.forEach(
              one -> DecisionRows.turn(rows, id, Kind.AFFECTS, one.text(), "", null, at, who));
          Decision made = DecisionRows.one(rows, id);
          Entry entry = docket.entry(who, "decision proposed", made, "");
          Journal.write(rows, entry.with(new Facts(made, new Naming.Kept(docket, rows)).all()));
          return made;
        });
  }

  /** Says it in other words; those of before stay. */
  Decision reword(Decision decision, Words words, String why) {
    if (words.equals(decision.words())) {
      return decision;
    }
    return docket
        .storage()
        .write(rows -> {
          Decision before = DecisionRows.one(rows, decision.id());
          DecisionRows.say(rows, decision.id(), words, Instants.text(docket.now()), who, why);
          return told(rows, "decision reworded", before, why);
        });
  }

  /** Another turn, and what the journal calls it; what settles it ends what is owed for it. */
  Decision turn(Decision decision, Kind kind, String about, String words, @Nullable LocalDate day) {
    String said = Spoken.plain(words);
    Decision after = docket.storage().write(rows -> turn(rows, decision, kind, about, said, day));
    if (SETTLING.contains(kind)) {
      String why = Texts.kept("kept.decisions.not-needed", decision.name());
      docket.promises().about(Decision.SUBJECT + decision.id()).stream()
          .filter(one -> one.isOpen() && OWED.contains(one.kind()))
          .forEach(one -> docket.promises().drop(one.id(), why, who));
    }
    return after;
  }

  private Decision turn(
      Handle rows,
      Decision decision,
      Kind kind,
      String about,
      String words,
      @Nullable LocalDate day) {
    Decision before = DecisionRows.one(rows, decision.id());
    DecisionRows.turn(
        rows, decision.id(), kind, about, words, day, Instants.text(docket.now()), who);
    boolean isKept = kind == Kind.WAKE || kind == Kind.RATED;
    return told(rows, "decision " + kind.word(), before, isKept ? "" : words);
  }

  /** What it became, once the journal has what changed. */
  private Decision told(Handle rows, String what, Decision before, String why) {
    Decision after = DecisionRows.one(rows, before.id());
    Trail trail = new Trail(new Naming.Kept(docket, rows));
    Journal.write(rows, trail.told(docket.entry(who, what, before, why), before, after));
    return after;
  }

  /** Says by when it is decided, and which option holds from then on if it is not. */
  Decision clock(Decision decision, String option, LocalDate day) {
    ended(decision, Decisions.DECIDE, "");
    String says = Texts.say("decisions.owes.decide", decision.name(), decision.title());
    return docket
        .storage()
        .write(rows -> {
          owe(rows, decision, Decisions.DECIDE, says, decision.decider(), day);
          return turn(rows, decision, Kind.CLOCK, option, "", day);
        });
  }

  /** Asks somebody for advice by a day. */
  Decision consult(Decision decision, String owner, LocalDate day) {
    ended(decision, Decisions.ADVISE, owner);
    String says = Texts.say("decisions.owes.advise", decision.name(), decision.title());
    return docket
        .storage()
        .write(rows -> {
          owe(rows, decision, Decisions.ADVISE, says, owner, day);
          return turn(rows, decision, Kind.CONSULTED, owner, "", day);
        });
  }

  /** Asks a council to review it; each of its members owes that. */
  Decision route(Decision decision, Council council, String why, LocalDate day) {
    ended(decision, Decisions.REVIEW, "");
    String says = Texts.say("decisions.owes.review", decision.name(), decision.title());
    return docket
        .storage()
        .write(rows -> {
          council.members().forEach(one -> owe(rows, decision, Decisions.REVIEW, says, one, day));
          return turn(rows, decision, Kind.ROUTED, council.id(), why, day);
        });
  }

  /** The one who decides is asked, for whoever wanted to may not decide so much. */
  Decision escalate(Decision decision, String why) {
    boolean isOwed = !owed(decision, Decisions.DECIDE, "").isEmpty();
    String says = Texts.say("decisions.owes.decide", decision.name(), decision.title());
    return docket
        .storage()
        .write(rows -> {
          if (!isOwed) {
            LocalDate day = docket.today().plusDays(7);
            owe(rows, decision, Decisions.DECIDE, says, decision.decider(), day);
          }
          return turn(rows, decision, Kind.ESCALATED, decision.decider(), why, null);
        });
  }

  private void owe(
      Handle rows,
      Decision decision,
      pilothouse.promises.Kind kind,
      String what,
      String owner,
      LocalDate day) {
    String subject = Decision.SUBJECT + decision.id();
    docket
        .promises()
        .make(
            rows,
            PromiseDraft.about(
                kind, what, owner, day, subject, decision.address(), decision.place()),
            who);
  }

  /** What is owed for it was done: somebody decided, or gave the advice that was asked for. */
  void kept(Decision decision, pilothouse.promises.Kind kind, String owner) {
    owed(decision, kind, owner)
        .forEach(one -> docket.promises().keep(one.id(), decision.address(), "", who));
  }

  /** It is not owed any more. */
  void ended(Decision decision, pilothouse.promises.Kind kind, String owner) {
    owed(decision, kind, owner)
        .forEach(one -> docket.promises().drop(one.id(), Texts.say("decisions.owes.anew"), who));
  }

  private List<Promise> owed(Decision decision, pilothouse.promises.Kind kind, String owner) {
    return docket.promises().about(Decision.SUBJECT + decision.id()).stream()
        .filter(one -> one.isOpen() && one.kind().equals(kind.word()))
        .filter(one -> owner.isEmpty() || one.owner().equals(owner))
        .toList();
  }
}
