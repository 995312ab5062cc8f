package pilothouse.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.work.Work;
import pilothouse.journal.Named;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Json;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The same as JSON. */
final class AllocationAnswers {
  private static final String PATH = "/api/v1/allocation";
  private static final int LARGEST = 16 * 1024;
  private final Supplier<Allocations> allocations;

  AllocationAnswers(Supplier<Allocations> allocations) {
    this.allocations = allocations;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(Telling.of("What teams declared to work on").gives(Listed.class)),
        Route.change(PATH, this::declare)
            .anywhere()
            .telling(
                Telling.of("Declares what share of its work a team means to give to what")
                    .takes(Wanted.class)
                    .gives(One.class)),
        Route.read(PATH + "/rules", this::rules)
            .anywhere()
            .telling(Telling.of("How work is sorted into categories").gives(Rules.class)),
        Route.change(PATH + "/rules", this::write)
            .telling(
                Telling.of("Writes the rules by which work is sorted")
                    .takes(Rules.class)
                    .gives(Rules.class)),
        Route.read(PATH + "/{plan}", this::one)
            .anywhere()
            .telling(
                Telling.of("What was declared, and the share that each category had")
                    .gives(Beside.class)),
        new Route(Route.Method.DELETE, PATH + "/{plan}", Permission.CHANGE, this::end)
            .anywhere()
            .telling(Telling.of("Withdraws what was declared").gives(One.class)));
  }

  /** All that one may see. */
  public record Listed(List<One> allocations) {}

  /** How many percent of the work a category is meant to have. */
  public record Part(String category, double percent) {}

  /** What a team declares; without a band it is five points. */
  public record Wanted(
      String team,
      String from,
      String to,
      List<Part> shares,
      @Nullable Double band,
      @Nullable String why) {}

  /** What was declared, for the days from the one to the other, both included. */
  public record One(
      String id,
      String team,
      LocalDate from,
      LocalDate to,
      List<Part> shares,
      double band,
      Instant madeAt,
      String madeBy,
      String why) {}

  /**
   * What was declared beside what was done.
   *
   * @param pieces of finished work
   * @param enough whether these are enough to say anything of shares
   * @param uncounted pieces whose lines are not known
   */
  public record Beside(
      One declared, int pieces, boolean enough, int uncounted, List<Category> categories) {}

  /** One category; that of work which no rule sorts is called unknown. */
  public record Category(
      String category,
      @Nullable Double declared,
      int count,
      @Nullable Double percentByCount,
      @Nullable Double driftByCount,
      long lines,
      @Nullable Double percentByLines,
      @Nullable Double driftByLines,
      List<Piece> items) {}

  /** One piece of finished work that the caller may see. */
  public record Piece(
      String key,
      String kind,
      String name,
      String title,
      String repository,
      List<String> systems,
      @Nullable String url,
      Instant finished,
      @Nullable Integer lines,
      String why) {}

  /** The rules, a line for each category. */
  public record Rules(String rules, @Nullable String why) {}

  private Answer all(Request request) {
    Allocations here = allocations.get();
    return new Answer.Json(
        new Listed(
            AllocationPages.visible(here, request.caller()).stream()
                .map(plan -> told(plan, request.caller()))
                .toList()));
  }

  private Answer declare(Request request) {
    Wanted wanted = read(request, Wanted.class, "{\"team\":\"harbour\",\"from\":\"2026-10-01\",…}");
    Map<String, Double> shares = new LinkedHashMap<>();
    wanted.shares().forEach(part -> shares.put(part.category(), part.percent()));
    Double band = wanted.band();
    String why = wanted.why();
    PlanDraft draft =
        new PlanDraft(
            wanted.team(),
            Days.read("from", wanted.from()),
            Days.read("to", wanted.to()),
            shares,
            band == null ? PlanDraft.BAND : band,
            why == null ? "" : why);
    return new Answer.Json(
        told(Declaring.of(allocations.get(), request.caller(), draft), request.caller()));
  }

  private static <T> T read(Request request, Class<T> type, String example) {
    return Json.read(
        request.body(LARGEST),
        type,
        Texts.say("allocation.an-allocation"),
        Texts.say("allocation.write-it-like", example));
  }

  private Answer rules(Request request) {
    return new Answer.Json(new Rules(allocations.get().register().rules().text(), null));
  }

  private Answer write(Request request) {
    Rules wanted = read(request, Rules.class, "{\"rules\":\"debt: label debt\"}");
    String why = wanted.why();
    allocations
        .get()
        .register()
        .write(wanted.rules(), why == null ? "" : why, Who.of(request.caller()));
    return rules(request);
  }

  private Answer end(Request request) {
    Allocations here = allocations.get();
    Plan plan = AllocationPages.found(here, request, Permission.CHANGE);
    here.register().withdraw(plan, Who.of(request.caller()));
    return new Answer.Json(told(plan, request.caller()));
  }

  private Answer one(Request request) {
    Allocations here = allocations.get();
    Plan plan = AllocationPages.found(here, request, Permission.READ);
    Balance balance = here.balance(plan);
    List<Category> categories =
        java.util.stream.Stream.concat(
                balance.shares().stream(), java.util.stream.Stream.of(balance.unknown()))
            .map(share -> category(share, request.caller()))
            .toList();
    return new Answer.Json(
        new Beside(
            told(plan, request.caller()),
            balance.pieces(),
            balance.isEnough(),
            balance.uncounted(),
            categories));
  }

  private static Category category(Share share, Caller caller) {
    return new Category(
        share.category().isEmpty() ? "unknown" : share.category(),
        share.declared(),
        share.items().size(),
        share.byCount(),
        share.drift(),
        share.lines(),
        share.byLines(),
        share.driftByLines(),
        share.items().stream()
            .filter(item -> Sheet.sees(caller, item.work()))
            .map(AllocationAnswers::piece)
            .toList());
  }

  private static Piece piece(Rulebook.Sorted sorted) {
    Work work = sorted.work();
    return new Piece(
        work.key(),
        work.kind().name().toLowerCase(java.util.Locale.ROOT),
        work.name(),
        work.title(),
        work.repository(),
        work.systems(),
        work.url(),
        work.finished(),
        work.lines(),
        sorted.why());
  }

  private static One told(Plan plan, Caller caller) {
    return new One(
        plan.id(),
        plan.team(),
        plan.first(),
        plan.last(),
        plan.shares().entrySet().stream()
            .map(share -> new Part(share.getKey(), share.getValue()))
            .toList(),
        plan.band(),
        plan.madeAt(),
        Named.by(caller, Where.team(plan.team()), plan.madeBy()),
        plan.why());
  }
}
