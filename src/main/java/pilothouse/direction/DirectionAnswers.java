package pilothouse.direction;

import static pilothouse.direction.OutcomeAnswers.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Answer;
import pilothouse.web.Days;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** What places say of their direction, as JSON. */
final class DirectionAnswers {
  private static final String PATH = "/api/v1/direction";
  private final Supplier<Ground> ground;

  DirectionAnswers(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(
                Telling.of("What a place says of its direction now")
                    .with("scope", "The place, such as team:harbour; else the organisation")
                    .gives(All.class)),
        Route.change(PATH + "/{kind}", this::save)
            .anywhere()
            .telling(
                Telling.of("Says a new version of a mission, principles, vision, strategy or norms")
                    .takes(Wanted.class)
                    .gives(One.class)),
        Route.change(PATH + "/{kind}/reviews", this::review)
            .anywhere()
            .telling(
                Telling.of("Writes down that a statement was looked at again")
                    .takes(Reviewing.class)
                    .gives(One.class)),
        Route.read(PATH + "/{kind}/versions", this::versions)
            .anywhere()
            .telling(
                Telling.of("All versions of a statement, the newest first")
                    .with("scope", "The place, such as team:harbour; else the organisation")
                    .gives(All.class)));
  }

  /** Statements. */
  public record All(List<One> statements) {}

  /**
   * A version.
   *
   * @param reviewOn when it is looked at again
   */
  public record One(
      String id,
      String kind,
      String place,
      int version,
      String text,
      List<Item> items,
      Instant saidAt,
      String why,
      LocalDate reviewOn) {}

  /** An item; its id stays through the versions, so that a decision can name it. */
  public record Item(
      @Nullable String id,
      @Nullable String section,
      @Nullable String says,
      @Nullable String more,
      @Nullable String outcome) {}

  /**
   * A new version.
   *
   * @param version the number of the one that it changes; 0 for the first
   */
  public record Wanted(
      @Nullable String place,
      @Nullable Integer version,
      @Nullable String text,
      @Nullable List<Item> items,
      @Nullable String reviewOn,
      @Nullable String why) {}

  /**
   * A review.
   *
   * @param came keep, or change
   */
  public record Reviewing(
      @Nullable String place,
      @Nullable String came,
      @Nullable String why,
      @Nullable String nextOn) {}

  private Answer all(Request request) {
    Ground here = ground.get();
    Where place = Typed.scope(here, request);
    return new Answer.Json(
        told(
            here,
            here.statements().current().stream()
                .filter(one -> one.place().equals(place))
                .toList()));
  }

  private static All told(Ground here, List<Statement> all) {
    Map<String, LocalDate> next = here.statements().next(all);
    return new All(
        all.stream()
            .map(one ->
                new One(
                    one.id(),
                    one.kind().word(),
                    one.place().text(),
                    one.number(),
                    one.body(),
                    one.items().stream()
                        .map(item ->
                            new Item(
                                item.id(),
                                item.section(),
                                item.says(),
                                item.more(),
                                item.outcome()))
                        .toList(),
                    one.at(),
                    one.why(),
                    next.getOrDefault(one.id(), one.reviewOn())))
            .toList());
  }

  private Answer save(Request request) {
    Wanted wanted = Typed.read(request, Wanted.class);
    List<Item> items = Objects.requireNonNullElse(wanted.items(), List.of());
    StatementDraft draft =
        new StatementDraft(
            Stating.kind(request.part("kind")),
            Typed.place(ground.get(), request, wanted.place()),
            Objects.requireNonNullElse(wanted.version(), 0),
            text(wanted.text()),
            items.stream()
                .map(item ->
                    new Statement.Item(
                        text(item.id()),
                        text(item.section()),
                        text(item.says()),
                        text(item.more()),
                        text(item.outcome())))
                .toList(),
            Days.read("review_on", wanted.reviewOn()),
            text(wanted.why()));
    Ground here = ground.get();
    Statement made = new Stating(here, request.caller()).save(draft);
    return new Answer.Json(told(here, List.of(made)).statements().getFirst());
  }

  private Answer review(Request request) {
    Reviewing sent = Typed.read(request, Reviewing.class);
    Ground here = ground.get();
    Statement.Kind kind = Stating.kind(request.part("kind"));
    Where place = Typed.place(ground.get(), request, sent.place());
    new Stating(here, request.caller())
        .review(
            kind, place, text(sent.came()), text(sent.why()), Days.read("next_on", sent.nextOn()));
    Statement one = here.statements().current(kind, place).orElseThrow();
    return new Answer.Json(told(here, List.of(one)).statements().getFirst());
  }

  private Answer versions(Request request) {
    Ground here = ground.get();
    Statement.Kind kind = Stating.kind(request.part("kind"));
    return new Answer.Json(
        told(here, here.statements().versions(kind, Typed.scope(here, request))));
  }
}
