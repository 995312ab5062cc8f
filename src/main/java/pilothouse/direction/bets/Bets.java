package pilothouse.direction.bets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Route;

/** The door to bets, to how they are chosen, and to what is tried and learned. */
public record Bets(Around around) {
  /** What somebody owes by a day because of a bet. */
  public static final List<Kind> KINDS = List.of(Probe.SPIKES, Probe.ASSUMPTIONS, Experiment.KIND);

  /** Their addresses. */
  public static List<Route> routes(Supplier<Bets> bets) {
    List<Route> routes = new ArrayList<>(new BetPages(bets).routes());
    routes.addAll(new ScorePages(bets).routes());
    routes.addAll(new ProbePages(bets).routes());
    routes.addAll(new RubricPages(bets).routes());
    routes.addAll(new ExperimentPages(bets).routes());
    routes.addAll(new LessonPages(bets).routes());
    routes.addAll(new FocusPages(bets).routes());
    routes.addAll(new BetPages(bets).ofOne());
    return routes;
  }

  /** Guardrails that are broken while their experiments run. */
  public static Source guards(Supplier<Around> around) {
    Guards guards = new Guards();
    return now -> guards.found(around.get(), now);
  }

  /** What somebody should look at; what is overdue is told by the promises. */
  public static List<Finding> found(Storage storage) {
    List<Bet> unprobed = storage.read(BetRows::unprobed);
    List<Bet> unnoted = storage.read(BetRows::unnoted);
    return Stream.concat(
            unprobed.stream().map(bet -> finding("rewrite-without-spike", bet, 0.7)),
            unnoted.stream().map(bet -> finding("bet-without-technical-note", bet, 0.5)))
        .toList();
  }

  private static Finding finding(String kind, Bet bet, double risk) {
    return Finding.of(
            kind,
            Finding.Severity.LOOK,
            Texts.say("bets.finding." + kind, bet.title()),
            bet.id(),
            bet.where(),
            bet.page())
        .weighing(risk)
        .begun(Instant.parse(bet.madeAt()))
        .owed(bet.owner());
  }

  /** Those that somebody committed to and that are not over. */
  public static List<Bet> committed(Storage storage) {
    return storage.read(BetRows::committed);
  }

  /** All spikes, those without an answer first. */
  public static List<Probe> spikes(Storage storage) {
    return storage.read(ProbeRows::spikes);
  }

  /** Spikes that nobody answered by their day. */
  public static List<Probe> unanswered(Storage storage, LocalDate today) {
    return spikes(storage).stream()
        .filter(one -> one.isOpen() && LocalDate.parse(one.due()).isBefore(today))
        .toList();
  }

  /** What people wrote of them. */
  public static List<Written> written(Storage storage) {
    return storage.read(Penned::all);
  }

  /** The ids of all rubrics with what they are called. */
  public static Map<String, String> rubrics(Around around) {
    return new RubricShelf(around)
        .all().stream()
            .collect(
                Collectors.toMap(Rubric::id, Rubric::says, (one, _) -> one, LinkedHashMap::new));
  }

  BetShelf bets() {
    return new BetShelf(around);
  }

  ProbeShelf probes() {
    return new ProbeShelf(around);
  }

  RubricShelf rubrics() {
    return new RubricShelf(around);
  }

  ScoringShelf scorings() {
    return new ScoringShelf(around);
  }

  ExperimentShelf experiments() {
    return new ExperimentShelf(around);
  }

  LessonShelf lessons() {
    return new LessonShelf(around);
  }

  FocusShelf focus() {
    return new FocusShelf(around);
  }
}
