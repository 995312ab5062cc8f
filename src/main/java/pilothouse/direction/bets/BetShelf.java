package pilothouse.direction.bets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** Bets as they are kept; each change with its entry. */
final class BetShelf {
  /** What those who know how it is built say of it. */
  static final String NOTE = "technical note";

  private final Around around;

  BetShelf(Around around) {
    this.around = around;
  }

  /** Those that the caller may see, the newest first. */
  List<Bet> all(Caller caller) {
    return Placed.seen(around.storage().read(BetRows::newest), caller);
  }

  /** One that the caller may see. */
  Bet find(String id, Caller caller) {
    return Placed.seen(row(id), caller);
  }

  /** One that the caller may change. */
  Bet own(String id, Caller caller) {
    return Placed.own(row(id), caller);
  }

  private Optional<Bet> row(String id) {
    return around.storage().read(rows -> BetRows.find(rows, id));
  }

  List<Turn> turns(Bet bet) {
    return around.storage().read(rows -> Turns.of(rows, bet.subject()));
  }

  Bet add(BetDraft draft, Caller caller) {
    draft.problems().refuse();
    Who who = Who.of(caller);
    Instant now = around.now();
    Bet empty =
        new Bet(
            UUID.randomUUID().toString(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            Bet.PROPOSED,
            Instants.text(now));
    Bet bet = drafted(draft, empty, caller);
    return around
        .storage()
        .write(rows -> {
          BetRows.add(rows, bet, who);
          Turns.add(rows, bet.subject(), Bet.PROPOSED, "", "", now, who);
          Journal.write(
              rows, Entry.of(now, who, "bet proposed", bet.told(), "").with(bet.fields()));
          return bet;
        });
  }

  Bet change(Bet before, BetDraft draft, Caller caller) {
    draft.problems().refuse();
    Bet after = drafted(draft, before, caller);
    return around
        .storage()
        .write(rows -> {
          BetRows.change(rows, after);
          Journal.write(
              rows,
              Entry.of(around.now(), Who.of(caller), "bet changed", after.told(), "")
                  .changing(before.fields(), after.fields()));
          return after;
        });
  }

  private Bet drafted(BetDraft draft, Bet before, Caller caller) {
    return draft.bet(
        before,
        around.place(Typed.or(draft.place()), caller).text(),
        around.outcome(Typed.or(draft.outcome()), caller),
        around.owner(Typed.or(draft.owner()), caller));
  }

  Bet move(Bet bet, String stage, String why, Caller caller) {
    Checks.none().oneOf("stage", stage, bet.next()).needs("why", why, 1_000).refuse();
    Who who = Who.of(caller);
    return around
        .storage()
        .write(rows -> {
          if (!BetRows.move(rows, bet.id(), bet.stage(), stage)) {
            throw Refused.conflict(
                Texts.say("bets.shelf.moved-meanwhile"), Texts.say("bets.shelf.look-again"));
          }
          Turns.add(rows, bet.subject(), stage, "", why, around.now(), who);
          if (stage.equals(Bet.DROPPED)) {
            around.foretelling().withdraw(rows, bet.subject(), why, who);
          }
          Journal.write(
              rows,
              Entry.of(around.now(), who, "bet " + stage, bet.told(), why)
                  .changing(Map.of("stage", bet.stage()), Map.of("stage", stage)));
          return BetRows.find(rows, bet.id()).orElseThrow();
        });
  }

  void note(Bet bet, String words, Caller caller) {
    Checks.none().needs("note", words, 2_000).refuse();
    Who who = Who.of(caller);
    around
        .storage()
        .write(rows -> {
          Turns.add(rows, bet.subject(), NOTE, "", words, around.now(), who);
          Journal.write(
              rows,
              Entry.of(around.now(), who, "bet noted", bet.told(), "")
                  .with(Map.of("technical note", words)));
          return true;
        });
  }
}
