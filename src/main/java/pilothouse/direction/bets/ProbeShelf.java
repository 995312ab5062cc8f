package pilothouse.direction.bets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Spikes and assumptions as they are kept; to answer one in time is a promise. */
final class ProbeShelf {
  private final Around around;

  ProbeShelf(Around around) {
    this.around = around;
  }

  List<Probe> spikes(Caller caller) {
    return Placed.seen(around.storage().read(ProbeRows::spikes), caller);
  }

  List<Probe> of(Bet bet) {
    return around.storage().read(rows -> ProbeRows.of(rows, bet.id()));
  }

  /** One of a kind that the caller may change. */
  Probe own(String id, String kind, Caller caller) {
    Optional<Probe> found = around.storage().read(rows -> ProbeRows.find(rows, id));
    return Placed.own(found.filter(one -> one.kind().equals(kind)), caller);
  }

  /**
   * Keeps one.
   *
   * @param bet that it is about, which the caller may change; null for none
   */
  Probe add(String kind, ProbeDraft draft, @Nullable Bet bet, Caller caller) {
    boolean spike = kind.equals(Probe.SPIKE);
    draft.problems(!spike).refuse();
    Who who = Who.of(caller);
    Probe begun = begun(kind, draft, bet, caller);
    return around
        .storage()
        .write(rows -> {
          Kind owed = spike ? Probe.SPIKES : Probe.ASSUMPTIONS;
          Probe probe = begun.owed(around.owe(rows, owed, begun.question(), begun, who));
          ProbeRows.add(rows, probe, who);
          Journal.write(
              rows,
              Entry.of(around.now(), who, kind + " made", probe.told(), "")
                  .with(Map.of("due", probe.due(), "question", probe.question())));
          return probe;
        });
  }

  private Probe begun(String kind, ProbeDraft draft, @Nullable Bet bet, Caller caller) {
    Where place = bet == null ? around.place(Typed.or(draft.place()), caller) : bet.where();
    return new Probe(
        UUID.randomUUID().toString(),
        kind,
        place.text(),
        bet == null ? "" : bet.id(),
        Typed.or(draft.decision()),
        Typed.or(draft.question()),
        Typed.or(draft.test()),
        around.due(Typed.or(draft.due())),
        around.owner(Typed.or(draft.owner()), caller),
        "",
        Instants.text(around.now()),
        "",
        "",
        "");
  }

  /** Ends one with what was found out, which keeps the promise. */
  Probe answer(Probe probe, ProbeDraft.Answer answer, Caller caller) {
    answer.problems(probe.isSpike()).refuse();
    Who who = Who.of(caller);
    String words = Typed.or(answer.answer());
    String verdict = probe.isSpike() ? "answered" : Typed.or(answer.verdict());
    Instant now = around.now();
    Probe ended =
        around
            .storage()
            .write(rows -> {
              if (!ProbeRows.end(
                  rows, probe.id(), verdict, words, Instants.text(now), who.name())) {
                throw Refused.conflict(
                    Texts.say("bets.probe.ended"), Texts.say("bets.shelf.look-again"));
              }
              Journal.write(
                  rows,
                  Entry.of(now, who, probe.kind() + " answered", probe.told(), "")
                      .with(Map.of("verdict", verdict, "answer", words)));
              return ProbeRows.find(rows, probe.id()).orElseThrow();
            });
    around.kept(probe.promise(), probe.page(), "", who);
    return ended;
  }

  /** Says what it answers a question of. */
  void link(Probe probe, @Nullable Bet bet, String decision, Caller caller) {
    Checks.none().may("decision", decision, 300).refuse();
    String to = bet == null ? probe.bet() : bet.id();
    around
        .storage()
        .write(rows -> {
          ProbeRows.link(rows, probe.id(), to, decision);
          Journal.write(
              rows,
              Entry.of(around.now(), Who.of(caller), "spike linked", probe.told(), "")
                  .changing(
                      Map.of("bet", probe.bet(), "decision", probe.decision()),
                      Map.of("bet", to, "decision", decision)));
          return true;
        });
  }
}
