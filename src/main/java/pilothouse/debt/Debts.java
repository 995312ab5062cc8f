package pilothouse.debt;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.findings.Source;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.metrics.Couplings;
import pilothouse.metrics.FileStory;
import pilothouse.metrics.Marker;
import pilothouse.metrics.Metrics;
import pilothouse.promises.Kind;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Caller;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to technical debt: what a history suggests, and the register of what is owed. */
public final class Debts {
  /** A hotspot is a candidate from this score on: both ranks in about the top tenth. */
  static final double HOT = 0.85;

  /** What owners of items owe. */
  public static final List<Kind> KINDS = List.of(Owing.KIND);

  private final Standings standings;
  private final IssueSource issues;
  private final Trends trends;
  private final Owing owing;

  /** The register that is kept there. */
  public Debts(Supplier<Ledger> ledger) {
    this.standings = new Standings(ledger);
    this.issues = new IssueSource(standings);
    this.trends = new Trends(standings);
    this.owing = new Owing(standings);
  }

  /** What is computed for the pages of files and candidates. */
  public record Told(
      Function<View, List<FileStory>> files,
      Function<View, Couplings> couplings,
      Function<View, List<Marker>> markers,
      Function<View, List<Candidate>> candidates) {}

  /** The addresses of the pages: files as a map and a table, one file, candidates. */
  public List<Route> ofHistories(Views views, Told told) {
    return new FilePages(views, told, standings).routes();
  }

  /** The addresses of the register. */
  public List<Route> routes() {
    // The page of an item comes last, for its address stands for any name.
    List<Route> routes = new ArrayList<>(new ImportPages(standings).routes());
    routes.addAll(new RulePages(standings).routes());
    routes.addAll(new StakeholderPages(standings, trends).routes());
    routes.addAll(new PlanPages(standings).routes());
    routes.addAll(new LapsePages(standings).routes());
    routes.addAll(new DebtPages(standings, owing).routes());
    routes.addAll(new DebtDeeds(standings, owing).routes());
    return routes;
  }

  /** What of the register needs somebody. */
  public Source source() {
    return new DebtFindings(standings);
  }

  /** What comes due by itself: pieces of work that carry a label of debt, promises, the trend. */
  public void round() {
    issues.round();
    owing.round();
    trends.round();
  }

  /** Takes a file with items, in the name of whoever names it at a terminal. */
  public Receipt take(String name, InputStream in, String repository) {
    return new Imports(standings).take(name, in, repository, Caller.onlyYou(), Who.terminal());
  }

  /**
   * What a place owed at the end of a month.
   *
   * @param hours a week, of the items whose cost is known, from the least to the most
   * @param unknown how many were not
   */
  public record Month(
      LocalDate day, double hours, double low, double high, int items, int unknown) {
    private static Month of(LocalDate day, Sum sum) {
      Hours hours = sum.costs().hours();
      return new Month(day, hours.middle(), hours.low(), hours.high(), sum.items(), sum.unknown());
    }
  }

  /** The last months of a place and today, as far as somebody may see it, the oldest first. */
  public List<Month> months(Where where, String folder, Caller caller) {
    return trends.points(caller, item -> item.isAt(where, folder)).stream()
        .map(one -> Month.of(one.day(), one.sum()))
        .toList();
  }

  /**
   * An item: what it is called, its page, and whose it is.
   *
   * @param ended how it ended; empty while it is owed
   */
  public record Took(String called, String page, Where place, String ended) {}

  /** The item that something became which other rooms tell of. */
  public Optional<Took> took(String kind, String key) {
    return new Lapses(standings)
        .item(kind, key)
        .map(item -> new Took(item.called(), item.address(), item.place(), item.ended()));
  }

  /** What people wrote. */
  public List<Written> written() {
    return standings.today().kept().all().stream().limit(Written.MOST).map(Item::written).toList();
  }

  /**
   * Candidates from what the metrics found, the riskiest first; of each kind at most {@code most}.
   */
  public static List<Candidate> candidates(Metrics metrics, int most) {
    List<Candidate> found = new ArrayList<>();
    found.addAll(top(Suggestions.hotspots(metrics), most));
    found.addAll(top(Suggestions.couplings(metrics), most));
    found.addAll(top(Suggestions.islands(metrics), most));
    found.addAll(top(Suggestions.markers(metrics), most));
    found.sort(RISKIEST);
    return List.copyOf(found);
  }

  private static final Comparator<Candidate> RISKIEST =
      Comparator.comparingDouble(Candidate::risk).reversed().thenComparing(Candidate::key);

  private static List<Candidate> top(List<Candidate> all, int most) {
    return all.stream().sorted(RISKIEST).limit(most).toList();
  }
}
