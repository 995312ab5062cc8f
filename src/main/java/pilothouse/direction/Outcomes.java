package pilothouse.direction;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.verdicts.Verdicts;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

/** Outcomes as they are kept: begun, owned, checked in on, confirmed, retired. */
final class Outcomes {
  private static final int CHECK_INS = 200;
  private final Storage storage;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile Known known = Known.NOTHING;

  Outcomes(Storage storage, InstantSource clock, ZoneId zone) {
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), zone);
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** All of them; the same until something changes. */
  Known known() {
    return storage.read(rows -> {
      long revision = OutcomeRows.revision(rows);
      Known kept = known;
      if (kept.revision() != revision) {
        kept = Known.read(rows, revision);
        known = kept;
      }
      return kept;
    });
  }

  /** The newest first. */
  List<CheckIn> checkIns(Outcome of) {
    return storage.read(rows -> CheckInRows.of(rows, of.id(), CHECK_INS));
  }

  /**
   * Keeps one that begins.
   *
   * @throws Refused where its place has as many at its top as it may have
   */
  void begin(Outcome made, Who who, Verdicts verdicts) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      List<Outcome> all = OutcomeRows.all(rows);
      single(made, all);
      List<Outcome> top =
          all.stream()
              .filter(one -> one.isOpen() && one.isTop() && one.place().equals(made.place()))
              .toList();
      if (made.isTop() && top.size() >= OutcomeDraft.TOP) {
        throw Refused.conflict(
            Texts.say(
                "direction.outcomes.as-many-as-there-may",
                OutcomeDraft.TOP,
                String.join("”, “", top.stream().map(Outcome::title).toList())),
            Texts.say("direction.outcomes.retire-one"));
      }
      OutcomeRows.add(rows, made, who);
      for (Outcome.Owning owning : made.owners()) {
        OutcomeRows.own(rows, UUID.randomUUID().toString(), made.id(), owning, who);
      }
      Foreseeing.predict(rows, verdicts, made, who);
      write(rows, entry(made, "outcome begun", made.why(), who).with(made.told()));
      return true;
    });
  }

  /** No other open one of its place is called like it. */
  private static void single(Outcome one, List<Outcome> all) {
    boolean twice =
        all.stream()
            .filter(other -> other.isOpen() && !other.id().equals(one.id()))
            .filter(other -> other.place().equals(one.place()))
            .anyMatch(other -> other.title().equalsIgnoreCase(one.title()));
    if (twice) {
      throw Sent.twice("title", one.title());
    }
  }

  /** Keeps what it says from now on; what was predicted of another end is withdrawn. */
  void change(
      Outcome before,
      Outcome after,
      List<String> lines,
      String because,
      Who who,
      Verdicts verdicts) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      single(after, OutcomeRows.all(rows));
      OutcomeChange how =
          new OutcomeChange(UUID.randomUUID().toString(), lines, because, now(), who.name());
      OutcomeChangeRows.add(rows, after, how, who);
      if (Foreseeing.isOther(before, after)) {
        verdicts.withdraw(rows, after.subject(), because, who);
        Foreseeing.predict(rows, verdicts, after, who);
      }
      write(
          rows,
          entry(after, "outcome changed", because, who)
              .with(Map.of("changed", String.join(" ", lines))));
      return true;
    });
  }

  /** What was changed of it, the newest first. */
  List<OutcomeChange> changes(Outcome of) {
    return storage.read(rows -> OutcomeChangeRows.of(rows, of.id()));
  }

  /** Lets somebody answer for it for a function from a day on. */
  void own(Outcome of, Outcome.Owning owning, String before, String after, Who who) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      OutcomeRows.own(rows, UUID.randomUUID().toString(), of.id(), owning, who);
      write(
          rows,
          entry(of, "outcome handed over", owning.note(), who)
              .changing(
                  Map.of("owner", before),
                  Map.of(
                      "owner",
                      after,
                      "function",
                      owning.role(),
                      "from",
                      owning.since().toString())));
      return true;
    });
  }

  /** Freezes where a key result began; once only. A gauge's number is not for all who see it. */
  void freeze(Outcome of, KeyResult result, double value, String said, Who who, Verdicts verdicts) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (!OutcomeRows.freeze(rows, result.id(), value, now(), who)) {
        throw Refused.conflict(
            Texts.say("direction.outcomes.baseline-is-frozen", result.says()),
            Texts.say("direction.outcomes.begin-another"));
      }
      Foreseeing.predict(rows, verdicts, of, result.from(value, now()), today(), who);
      write(
          rows,
          entry(of, "baseline frozen", "", who)
              .with(
                  Map.of(
                      "key result",
                      result.says(),
                      "baseline",
                      result.gauge().isEmpty() ? said : "")));
      return true;
    });
  }

  /**
   * Keeps a check-in, signed for a function where one is named.
   *
   * @param signer the person, be it through a token
   */
  void checkIn(Outcome of, CheckIn made, String role, Who signer, Who who) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      CheckInRows.add(rows, made, who);
      if (!role.isEmpty()) {
        CheckInRows.sign(rows, made.id(), role, made.at(), signer);
      }
      write(
          rows,
          entry(of, "outcome checked in on", made.says(), who)
              .with(Map.of("confidence", made.confidence() + " %", "signed for", role)));
      return true;
    });
  }

  void sign(Outcome of, CheckIn checkIn, String role, Who signer, Who who) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (CheckInRows.sign(rows, checkIn.id(), role, now(), signer)) {
        write(rows, entry(of, "check-in confirmed", "", who).with(Map.of("signed for", role)));
      }
      return true;
    });
  }

  void end(Outcome of, String why, Who who, Verdicts verdicts) {
    storage.write(rows -> {
      OutcomeRows.hold(rows);
      if (!OutcomeRows.end(rows, of.id(), why, now(), who)) {
        throw Refused.conflict(
            Texts.say("direction.outcomes.is-retired", of.title()),
            Texts.say("direction.outcomes.look-again"));
      }
      verdicts.withdraw(rows, of.subject(), why, who);
      write(rows, entry(of, "outcome retired", why, who));
      return true;
    });
  }

  private Entry entry(Outcome of, String what, String why, Who who) {
    return Entry.of(now(), who, what, subject(of), why);
  }

  private static void write(Handle rows, Entry entry) {
    Journal.write(rows, entry);
  }

  static Subject subject(Outcome of) {
    return Subject.of("outcome", of.title(), of.address()).in(of.place());
  }
}
