package pilothouse.verdicts;

import java.lang.System.Logger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pilothouse.findings.Source;
import pilothouse.journal.Named;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Part;
import pilothouse.web.Refused;
import pilothouse.web.Route;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** The door to predictions and to what came of them. */
public final class Verdicts {
  private static final Logger LOG = System.getLogger(Verdicts.class.getName());

  /** So long after its day a verdict is held against facts that came late. */
  private static final int LATE_DAYS = 60;

  static final int MOST = 500;
  private final Supplier<Storage> storage;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Supplier<Gauges> gauges;
  private final Supplier<Whereabouts> places;
  private final Events events;
  private final Looking looking;
  private final DueVerdicts due;
  private final Watching watching;
  private final Tracks forums = new Tracks("forum");
  private final Tracks rubrics = new Tracks("rubric");
  private final Pauses pauses;

  /**
   * Verdicts.
   *
   * @param zone in which a day ends
   * @param gauges all numbers that there are
   * @param places that a prediction can belong to
   * @param events what else happened, from those who know
   */
  public Verdicts(
      Supplier<Storage> storage,
      InstantSource clock,
      ZoneId zone,
      Supplier<Gauges> gauges,
      Supplier<Whereabouts> places,
      Events events) {
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
    this.gauges = gauges;
    this.places = places;
    this.events = events;
    this.looking = new Looking(gauges, events, zone);
    this.due = new DueVerdicts(this);
    this.watching = new Watching(this);
    this.pauses = new Pauses(clock);
    watching.watch(this::predicted);
  }

  /** Their addresses. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(new VerdictPages(this).routes());
    routes.addAll(new VerdictAnswers(this).routes());
    return routes;
  }

  /**
   * Keeps a prediction.
   *
   * @throws Refused where it makes no sense
   */
  public Prediction predict(PredictionDraft draft, Who who) {
    return storage().write(rows -> predict(rows, draft, who));
  }

  /** The same in the transaction of whatever it follows from. */
  public Prediction predict(Handle rows, PredictionDraft draft, Who who) {
    List<String> problems = draft.problems();
    var gauge = draft.gauge();
    var expect = draft.expect();
    LocalDate effect = draft.effect();
    LocalDate judgedOn = draft.judgedOn();
    if (!problems.isEmpty()
        || gauge == null
        || expect == null
        || effect == null
        || judgedOn == null) {
      throw Refused.unfit(String.join(" ", problems), Texts.say("verdicts.mend"));
    }
    if (!isToCome(judgedOn)) {
      throw Refused.unfit(
              Texts.say("verdicts.draft.afterwards", judgedOn), Texts.say("verdicts.mend"))
          .at("judged_on");
    }
    Prediction one =
        new Prediction(
            UUID.randomUUID().toString(),
            draft.subject(),
            draft.says(),
            draft.page(),
            draft.place(),
            gauge,
            expect,
            draft.size(),
            effect,
            judgedOn,
            draft.probability(),
            draft.forum(),
            draft.rubric(),
            clock.instant(),
            null);
    PredictionRows.add(rows, one);
    PredictionRows.raise(rows);
    VerdictWords.made(rows, one, who);
    return one;
  }

  /** Whether something can still be predicted to be judged on that day. */
  public boolean isToCome(LocalDate judgedOn) {
    return judgedOn.isAfter(today());
  }

  /**
   * Ends all of one subject that are still to be judged, in the transaction of what ends it.
   *
   * @param why nobody goes on with it
   */
  public void withdraw(Handle rows, String subject, String why, Who who) {
    PredictionRows.about(rows, subject).stream()
        .filter(this::isOpen)
        .forEach(one -> withdraw(rows, one, why, who));
  }

  /** Whether it is still to be judged, and its day has not come. */
  boolean isOpen(Prediction one) {
    return one.withdrawn() == null && !one.judgedOn().isBefore(today());
  }

  void withdraw(Handle rows, Prediction one, String why, Who who) {
    Withdrawal how = new Withdrawal(clock.instant(), why);
    PredictionRows.withdraw(rows, one.id(), how);
    PredictionRows.raise(rows);
    VerdictWords.withdrawn(rows, one, how, who);
  }

  /** From now on predictions may name these, and records are kept of them. */
  public void track(Supplier<List<Track>> forum, Supplier<List<Track>> rubric) {
    forums.of(forum);
    rubrics.of(rubric);
  }

  /** The forums that somebody may say decided. */
  public List<Track> forums(Caller caller) {
    return forums.offered(caller);
  }

  /**
   * The id of the forum that is meant by its id or its name; empty for none.
   *
   * @throws Refused where there is no such one
   */
  public String forum(String typed, Caller caller) {
    return forums.read(typed, caller);
  }

  Tracks forums() {
    return forums;
  }

  Tracks rubrics() {
    return rubrics;
  }

  /** All of one subject, such as {@code bet:ID}, the oldest first. */
  public List<Prediction> about(String subject) {
    return storage().read(rows -> PredictionRows.about(rows, subject));
  }

  /** All whose subject begins so, as {@code bet:}, without those that were withdrawn. */
  public List<Prediction> under(String subjects) {
    return storage().read(rows -> PredictionRows.under(rows, subjects));
  }

  /** The one of this id. */
  public Optional<Prediction> find(String id) {
    return storage().read(rows -> PredictionRows.find(rows, id));
  }

  /** What people predicted, without what was withdrawn. */
  public List<Written> written() {
    return storage().read(PredictionRows::found).stream().map(Prediction::written).toList();
  }

  /** What is said of it: as it was kept last or, before its day, what could be said now. */
  public Judged judge(Prediction of) {
    List<Judged> kept = kept(of);
    if (!kept.isEmpty()) {
      return kept.getLast();
    }
    boolean over = of.judgedOn().isBefore(today());
    return over && of.withdrawn() == null ? reached(of) : look(of, over ? of.judgedOn() : today());
  }

  /** All verdicts that are kept of it, the first first. */
  public List<Judged> kept(Prediction of) {
    return storage().read(rows -> VerdictRows.of(rows, of.id()));
  }

  /** What is due, what came in, and which watched numbers moved. */
  public Source source() {
    return now -> Stream.of(due, watching).flatMap(one -> one.found(now).stream()).toList();
  }

  /** From now on these numbers are watched, too: whoever pins one or aims at one says so. */
  public void watch(Supplier<? extends Collection<Gauge>> gauges) {
    watching.watch(gauges);
  }

  /** The numbers of predictions whose day is still to come. */
  private Set<Gauge> predicted() {
    LocalDate last = LocalDate.of(2999, 12, 31);
    return storage().read(rows -> PredictionRows.unjudged(rows, last)).stream()
        .map(Prediction::gauge)
        .collect(Collectors.toSet());
  }

  /** Keeps the verdicts whose day came, and holds those of late against facts that came since. */
  public void round() {
    LocalDate last = today().minusDays(1);
    for (Prediction one : storage().read(rows -> PredictionRows.unjudged(rows, last))) {
      quietly(one);
    }
    LocalDate since = today().minusDays(LATE_DAYS);
    storage().read(rows -> PredictionRows.since(rows, since, MOST)).stream()
        .filter(one -> one.judgedOn().isBefore(today()) && pauses.isOver(one.id()))
        .forEach(this::quietly);
    watching.fresh();
  }

  private void quietly(Prediction one) {
    try {
      reached(one);
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "a prediction could not be judged: " + one.id(), e);
    }
  }

  /** The verdict of one whose day is over; kept where it is the first, or says something else. */
  Judged reached(Prediction of) {
    List<Judged> before = kept(of);
    boolean early = !before.isEmpty() && before.getLast().verdict().isOpen();
    Judged found = look(of, early ? today().minusDays(1) : of.judgedOn());
    if (!before.isEmpty() && isOld(before.getLast(), found, early)) {
      return before.getLast();
    }
    return storage()
        .write(rows -> {
          rows.execute("update prediction_revision set value = value");
          List<Judged> kept = VerdictRows.of(rows, of.id());
          if (kept.size() != before.size()) {
            return kept.getLast();
          }
          Judged one = VerdictWords.numbered(found, kept.size() + 1);
          VerdictRows.add(rows, of, one);
          PredictionRows.raise(rows);
          VerdictWords.cameIn(rows, of, one);
          return one;
        });
  }

  /** What was too early says nothing new until it says something else than that. */
  private static boolean isOld(Judged last, Judged found, boolean early) {
    return early ? found.verdict().isOpen() : found.isAs(last);
  }

  private Judged look(Prediction of, LocalDate until) {
    LocalDate from = of.effect().minusWeeks(4);
    List<Event> others = predicted(of.gauge().where(), from, until, of::isOther);
    return looking.judge(of, until, clock.instant(), others);
  }

  private List<Event> predicted(Where at, LocalDate from, LocalDate to, Predicate<Prediction> by) {
    return storage().read(rows -> PredictionRows.taking(rows, from, to)).stream()
        .filter(one -> by.test(one) && one.gauge().where().equals(at))
        .map(one ->
            new Event(one.effect(), Event.PREDICTION, one.says(), one.address(), one.place()))
        .toList();
  }

  /**
   * A person's word beside what was found.
   *
   * @throws Refused where it is none
   */
  Note note(String id, String words, Who who) {
    String said = words.strip();
    if (said.isEmpty() || said.length() > VerdictWords.LONGEST) {
      throw Refused.unfit(
          Texts.say("verdicts.note.none", VerdictWords.LONGEST), Texts.say("verdicts.mend"));
    }
    return storage()
        .write(rows -> {
          Prediction one = PredictionRows.find(rows, id).orElseThrow(VerdictPages::missing);
          Note note = new Note(clock.instant(), who.name(), said);
          VerdictRows.note(rows, id, who.id(), note);
          PredictionRows.raise(rows);
          VerdictWords.noted(rows, one, note, who);
          return note;
        });
  }

  List<Note> notes(Prediction of, Caller reader) {
    return storage()
        .read(rows ->
            VerdictRows.notes(rows, of.id(), (id, name) -> Named.by(reader, of.place(), id, name)));
  }

  /** Those of them that nobody judged yet, the first due first, behind a key. */
  Part<Prediction> open(Predicate<Prediction> seen, String after, int most) {
    return storage().read(rows -> OutcomeRows.open(rows, seen, after, most));
  }

  /** Those of them that were judged, the last that came in first, behind a key. */
  Part<Outcome> judged(Predicate<Prediction> seen, String after, int most) {
    return storage().read(rows -> OutcomeRows.judged(rows, seen, after, most));
  }

  /** All chances that were named of them, and what came of each. */
  List<TrackRecord.Called> called(Predicate<Prediction> seen) {
    return storage().read(rows -> OutcomeRows.called(rows, seen));
  }

  /** What happened at a place, and what was predicted of its numbers, from a day to another. */
  List<Event> happened(Where place, LocalDate from, LocalDate to) {
    List<Event> all = new ArrayList<>(events.between(place, from, to));
    all.addAll(predicted(place, from, to, _ -> true));
    return all;
  }

  Gauged gauged(Prediction of, LocalDate until) {
    return looking.read(of, until, today());
  }

  Gauges gauges() {
    return gauges.get();
  }

  Whereabouts places() {
    return places.get();
  }

  Storage storage() {
    return storage.get();
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
}
