package pilothouse.promises;

import java.time.LocalDate;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/** What happened to a promise, as its page shows it. */
public record TurnRow(
    String at, String who, String what, String why, String evidence, String due, String owner) {

  static TurnRow of(Turn turn, Promise of, Promises promises, Caller caller) {
    LocalDate due = turn.due();
    return new TurnRow(
        Say.time(turn.at(), promises.zone()),
        Named.by(caller, of.place(), turn.whoId(), turn.who()),
        Texts.known("promises.turn.", turn.what()),
        turn.why(),
        turn.evidence(),
        due == null ? "" : Say.day(due.atStartOfDay(promises.zone()).toInstant(), promises.zone()),
        promises.owners().name(turn.owner()));
  }

  /** Whether the evidence is an address that can be followed. */
  public boolean isLink() {
    return evidence.matches("https?://\\S+") || evidence.matches("/[a-z]\\S*");
  }
}
