package pilothouse.promises;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import pilothouse.findings.Source;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Route;
import pilothouse.web.Whereabouts;

/** The door to promises: made, kept, extended, handed over, dropped, each with who and why. */
public final class Promises {
  private final Storage storage;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Owners owners;
  private final Whereabouts places;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Reminding reminding;
  private volatile Function<Promise, List<String>> besides = one -> List.of();

  /**
   * Promises.
   *
   * @param zone in which a day ends
   * @param places that something can belong to
   * @param brought the kinds that features bring
   */
  public Promises(
      Storage storage,
      InstantSource clock,
      ZoneId zone,
      Owners owners,
      Whereabouts places,
      List<Kind> brought) {
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
    this.owners = owners;
    this.places = places;
    kinds.put(Kind.PROMISE.word(), Kind.PROMISE);
    brought.forEach(kind -> kinds.put(kind.word(), kind));
    this.reminding = new Reminding(this, storage);
  }

  /** The addresses of the pages and of the API. */
  public static List<Route> routes(Supplier<Promises> promises) {
    List<Route> routes = new ArrayList<>(new PromisePages(promises).routes());
    routes.addAll(new PromiseAnswers(promises).routes());
    return routes;
  }

  /**
   * Makes one.
   *
   * @throws Refused where it makes no sense
   */
  public Promise make(PromiseDraft draft, Who who) {
    return storage.write(rows -> make(rows, draft, who));
  }

  /** The same in the transaction of whatever it follows from. */
  public Promise make(Handle rows, PromiseDraft draft, Who who) {
    List<String> problems = draft.problems();
    LocalDate due = draft.due();
    if (!problems.isEmpty() || due == null) {
      throw Refused.unfit(String.join(" ", problems), Texts.say("promises.mend"));
    }
    Instant now = clock.instant();
    Promise one =
        new Promise(
            UUID.randomUUID().toString(),
            kind(draft.kind()).word(),
            draft.what(),
            draft.why(),
            draft.forWhom(),
            draft.owner(),
            due,
            draft.shows(),
            draft.subject(),
            draft.page(),
            draft.place(),
            draft.costPerWeek(),
            now,
            who.name(),
            null);
    PromiseRows.add(rows, one);
    turned(rows, one, turn(Turn.MADE, who, draft.why(), "", due, draft.owner()));
    return one;
  }

  /** The same, unless one of its kind about the same is owed already. */
  public void makeOnce(Handle rows, PromiseDraft draft, Who who) {
    PromiseRows.lock(rows);
    boolean isOwed =
        PromiseRows.about(rows, draft.subject()).stream()
            .anyMatch(one -> one.isOpen() && one.kind().equals(draft.kind()));
    if (!isOwed) {
      make(rows, draft, who);
    }
  }

  /** Rises with every change of a promise. */
  public long version() {
    return storage.read(PromiseRows::version);
  }

  /** The one of this id. */
  public Optional<Promise> find(String id) {
    return storage.read(rows -> PromiseRows.find(rows, id));
  }

  /** All about one subject, such as {@code spike:ID}, the oldest first. */
  public List<Promise> about(String subject) {
    return storage.read(rows -> PromiseRows.about(rows, subject));
  }

  /** All that are owed now, the first due first. */
  public List<Promise> open() {
    return storage.read(PromiseRows::open);
  }

  /** The words of some that were made at a moment, as {@link Instants#text}, or later. */
  public Written.Since written(String moment, int most) {
    List<String> found = kinds().stream().filter(Kind::atHome).map(Kind::word).toList();
    return storage.read(rows -> Penned.since(rows, found, moment, most));
  }

  /** Those of one kind that are owed now, the first due first. */
  public List<Promise> open(String kind) {
    return storage.read(rows -> PromiseRows.open(rows, kind));
  }

  /** The latest of one kind, owed or ended. */
  public List<Promise> latest(String kind, int most) {
    return storage.read(rows -> PromiseRows.of(rows, kind, most));
  }

  /** What happened to one, the oldest first. */
  public List<Turn> turns(String id) {
    return storage.read(rows -> TurnRows.of(rows, id));
  }

  /**
   * Ends one as kept.
   *
   * @param evidence what shows it: an address or a sentence; empty leaves it unverified
   * @throws Refused where its kind asks for evidence and there is none
   */
  public Promise keep(String id, String evidence, String why, Who who) {
    String shown = bounded(evidence);
    return changed(
        id,
        (rows, one) -> {
          if (kind(one.kind()).asksEvidence() && shown.isEmpty()) {
            throw Refused.unfit(
                Texts.say("promises.promises.no-evidence"),
                Texts.say("promises.promises.give-evidence"));
          }
          PromiseRows.end(rows, id, new Promise.Ending(Turn.KEPT, clock.instant(), shown));
          return turn(Turn.KEPT, who, bounded(why), shown, one.due(), one.owner());
        });
  }

  /** Gives it another end, with a reason. */
  public Promise extend(String id, LocalDate due, String why, Who who) {
    return changed(
        id,
        (rows, one) -> {
          if (!due.isAfter(one.due())) {
            throw Refused.unfit(
                Texts.say("promises.promises.not-later", due, one.due()),
                Texts.say("promises.promises.give-later"));
          }
          PromiseRows.change(rows, id, due, one.owner());
          return turn(Turn.EXTENDED, who, reason(why), "", due, one.owner());
        });
  }

  /** Hands it over to somebody else, with a reason. */
  public Promise hand(String id, String owner, String why, Who who) {
    return changed(
        id,
        (rows, one) -> {
          if (owner.equals(one.owner())) {
            throw Refused.unfit(
                Texts.say("promises.promises.same-owner", owners.name(owner)),
                Texts.say("promises.promises.name-another"));
          }
          PromiseRows.change(rows, id, one.due(), owner);
          return turn(Turn.HANDED, who, reason(why), "", one.due(), owner);
        });
  }

  /** Ends it without its being kept, with a reason. */
  public Promise drop(String id, String why, Who who) {
    return changed(
        id,
        (rows, one) -> {
          PromiseRows.end(rows, id, new Promise.Ending(Turn.DROPPED, clock.instant(), ""));
          return turn(Turn.DROPPED, who, reason(why), "", one.due(), one.owner());
        });
  }

  /** Lets one that ended be owed again, with a reason. */
  public Promise reopen(String id, String why, Who who) {
    return storage.write(rows -> {
      Promise one = PromiseRows.find(rows, id).orElseThrow(Promises::missing);
      if (one.isOpen()) {
        throw Refused.unfit(Texts.say("promises.promises.open"), Texts.say("promises.look-again"));
      }
      PromiseRows.end(rows, id, null);
      turned(rows, one, turn(Turn.REOPENED, who, reason(why), "", one.due(), one.owner()));
      return PromiseRows.find(rows, id).orElseThrow();
    });
  }

  /** From now on this is said on the page of a promise, too, a sentence each. */
  void besides(Function<Promise, List<String>> says) {
    besides = says;
  }

  List<String> beside(Promise one) {
    return besides.apply(one);
  }

  /** What is due, overdue, or owed by somebody who left. */
  public Source source() {
    return reminding;
  }

  /** Writes down what has to be called to mind now, and what goes up the ladder. */
  public void round() {
    reminding.round();
  }

  /** Who can owe something. */
  public Owners owners() {
    return owners;
  }

  /** What something can belong to. */
  public Whereabouts places() {
    return places;
  }

  Kind kind(String word) {
    Kind known = kinds.get(word);
    return known == null ? Kind.of(word, false) : known;
  }

  List<Kind> kinds() {
    return List.copyOf(kinds.values());
  }

  List<Promise> page(boolean open, List<String> of, String after, int most) {
    return storage.read(rows -> PromiseRows.page(rows, open, of, after, most));
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** What a change does to one that is open. */
  private interface Changing {
    Turn of(Handle rows, Promise one);
  }

  private Promise changed(String id, Changing changing) {
    return storage.write(rows -> {
      PromiseRows.lock(rows);
      Promise one = PromiseRows.find(rows, id).orElseThrow(Promises::missing);
      if (!one.isOpen()) {
        throw Refused.unfit(Texts.say("promises.promises.over"), Texts.say("promises.look-again"));
      }
      turned(rows, one, changing.of(rows, one));
      return PromiseRows.find(rows, id).orElseThrow();
    });
  }

  private Turn turn(
      String what, Who who, String why, String evidence, LocalDate due, String owner) {
    return new Turn(what, clock.instant(), who.id(), who.name(), why, evidence, due, owner);
  }

  /** Keeps a turn, and writes it into the journal, where notices follow it. */
  void turned(Handle rows, Promise one, Turn turn) {
    TurnRows.add(rows, one.id(), turn);
    PromiseRows.raise(rows);
    boolean isNew = turn.what().equals(Turn.MADE);
    Map<String, String> before =
        isNew ? Map.of() : Map.of("due", one.due().toString(), "owner", owners.name(one.owner()));
    Map<String, String> after = new LinkedHashMap<>();
    after.put("due", String.valueOf(turn.due()));
    after.put("owner", owners.name(turn.owner()));
    if (!turn.evidence().isEmpty()) {
      after.put("evidence", turn.evidence());
    }
    Journal.write(
        rows,
        Entry.of(
                turn.at(),
                Who.of(turn.whoId(), turn.who()),
                "promise " + turn.what(),
                PromiseWords.subject(one),
                turn.why())
            .changing(before, after));
  }

  /** What is said of one that is not there, or may not be seen. */
  static NotFound missing() {
    return new NotFound(Texts.say("promises.missing"), Texts.say("promises.see-all"));
  }

  private static String reason(String why) {
    String reason = bounded(why);
    if (reason.isEmpty()) {
      throw Refused.unfit(
          Texts.say("promises.promises.no-reason"), Texts.say("promises.promises.give-reason"));
    }
    return reason;
  }

  private static String bounded(String text) {
    String stripped = text.strip();
    if (stripped.length() > PromiseWords.LONGEST) {
      throw Refused.unfit(
          Texts.say("promises.promises.too-long", PromiseWords.LONGEST),
          Texts.say("promises.mend"));
    }
    return stripped;
  }
}
