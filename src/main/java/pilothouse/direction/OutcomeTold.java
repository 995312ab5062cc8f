package pilothouse.direction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;

/**
 * An outcome as programs see it.
 *
 * @param progress the mean of its key results, each from 0 to 1; null while one is unknown
 * @param grade poor, fair or good; empty while the progress is unknown
 * @param hints how its wording could be better
 * @param warnings of teams that look after too many
 */
public record OutcomeTold(
    String id,
    String place,
    String title,
    String reason,
    String business,
    String serves,
    String kind,
    LocalDate startsOn,
    LocalDate dueOn,
    int everyDays,
    String state,
    String says,
    @Nullable Double progress,
    String grade,
    double elapsed,
    List<Result> keyResults,
    List<Owner> owners,
    @Nullable CheckedIn lastCheckIn,
    @Nullable Instant retiredAt,
    List<String> hints,
    List<String> warnings) {
  /** All that the caller sees, and how many each team looks after. */
  public record All(List<OutcomeTold> outcomes, List<Load> focus) {}

  /** How many a team looks after; the warning is empty where they are not too many. */
  public record Load(String team, int outcomes, String warning) {}

  /**
   * A key result.
   *
   * @param progress as it is, below 0 and above 1 too; null while a number is unknown
   * @param unknown why there is no value; empty where there is one
   */
  public record Result(
      String id,
      String says,
      String gauge,
      String unit,
      @Nullable Double baseline,
      double target,
      @Nullable Double now,
      @Nullable Double progress,
      String unknown,
      String receipt) {}

  /** Who answers for it from a day on. */
  public record Owner(String function, String owner, LocalDate since, String note, boolean now) {}

  /**
   * The last check-in.
   *
   * @param missing the functions that have not confirmed it
   * @param sameHand whether functions were confirmed by one hand, for nobody signed in
   */
  public record CheckedIn(
      Instant at,
      int confidence,
      String says,
      List<String> signed,
      List<String> missing,
      boolean sameHand) {}

  static All all(Ground ground, Caller caller, String scope) {
    List<OutcomeTold> outcomes =
        OutcomePages.standings(ground, caller, scope).stream()
            .map(row -> of(ground, caller, row))
            .toList();
    List<Load> focus =
        OutcomePages.focus(ground, caller).stream()
            .map(team -> new Load(team.team(), team.outcomes().size(), team.warning()))
            .toList();
    return new All(outcomes, focus);
  }

  static OutcomeTold of(Ground ground, Caller caller, String id) {
    Known known = ground.outcomes().known();
    Outcome one = known.find(id).orElseThrow(NotFound::unseen);
    Standings standings = new Standings(ground.outcomes(), ground.gauges(), caller);
    return of(ground, caller, standings.of(one, known.last(one)));
  }

  private static OutcomeTold of(Ground ground, Caller caller, Standing row) {
    Outcome one = row.outcome();
    Progress progress = row.progress();
    Outcome.Ending ending = one.ending();
    return new OutcomeTold(
        one.id(),
        one.place().text(),
        one.title(),
        one.why(),
        one.business(),
        one.serves(),
        one.committed() ? "committed" : "aspirational",
        one.startsOn(),
        one.dueOn(),
        one.everyDays(),
        row.state().word(),
        row.says(),
        progress == null ? null : progress.raw(),
        progress == null ? "" : progress.grade().name().toLowerCase(Locale.ROOT),
        row.elapsed(),
        row.results().stream().map(OutcomeTold::result).toList(),
        owners(ground, one),
        last(row),
        ending == null ? null : ending.at(),
        Wording.hints(one.title(), !one.results().isEmpty()),
        OutcomeShown.warnings(ground, caller, one));
  }

  private static Result result(Standing.Result result) {
    KeyResult of = result.of();
    Progress progress = result.progress();
    boolean hidden = result.now() == null && result.page().isEmpty() && !of.gauge().isEmpty();
    return new Result(
        of.id(),
        of.says(),
        of.gauge(),
        of.unit(),
        hidden ? null : of.baseline(),
        of.target(),
        result.now(),
        progress == null ? null : progress.raw(),
        result.why(),
        result.page());
  }

  private static List<Owner> owners(Ground ground, Outcome one) {
    Map<String, Outcome.Owning> now = one.owners(ground.outcomes().today());
    return one.owners().stream()
        .map(owning ->
            new Owner(
                owning.role(),
                ground.promises().owners().name(owning.owner()),
                owning.since(),
                owning.note(),
                owning.equals(now.get(owning.role()))))
        .toList();
  }

  private static @Nullable CheckedIn last(Standing row) {
    CheckIn last = row.last();
    return last == null
        ? null
        : new CheckedIn(
            last.at(),
            last.confidence(),
            last.says(),
            last.signatures().stream().map(CheckIn.Signature::role).toList(),
            row.missing(),
            last.isBySameHand());
  }
}
