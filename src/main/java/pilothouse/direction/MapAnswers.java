package pilothouse.direction;

import static pilothouse.direction.OutcomeAnswers.text;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Answer;
import pilothouse.web.Days;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The map as JSON: what stands on it, what moves what, and which finished work leads where. */
final class MapAnswers {
  private static final String PATH = "/api/v1/map";
  private final Supplier<Ground> ground;

  MapAnswers(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(Telling.of("The map from work up to the business").gives(Whole.class)),
        Route.read(PATH + "/work", this::work)
            .anywhere()
            .telling(
                Telling.of("The finished work, and where each piece leads")
                    .with("from", "The first day, such as 2026-01-01")
                    .with("to", "The last day")
                    .gives(Worked.class)),
        Route.change(PATH + "/beliefs", this::believe)
            .anywhere()
            .telling(
                Telling.of("States that the lower moves the upper")
                    .takes(Believing.class)
                    .gives(Tie.class)),
        Route.change(PATH + "/beliefs/{belief}/end", this::end)
            .anywhere()
            .telling(Telling.of("Ends a belief").takes(Ending.class).gives(Whole.class)),
        Route.change(PATH + "/measures", this::measure)
            .anywhere()
            .telling(
                Telling.of("Puts a number on the map that is no outcome")
                    .takes(Measuring.class)
                    .gives(Knot.class)),
        Route.change(PATH + "/measures/{measure}/end", this::endMeasure)
            .anywhere()
            .telling(Telling.of("Takes a number off the map").gives(Whole.class)));
  }

  /** All of it. */
  public record Whole(List<Knot> nodes, List<Tie> beliefs) {}

  /**
   * What stands on it.
   *
   * @param id as beliefs name it: outcome:ID, measure:ID, label:NAME, milestone:NAME, work:KEY
   * @param level business, product, system or work
   */
  public record Knot(String id, String level, String title, String gauge) {}

  /** A belief; its id is empty where it follows from an outcome that is for another one. */
  public record Tie(String id, String lower, String upper, String says, Instant at) {}

  /** A belief to state. */
  public record Believing(@Nullable String lower, @Nullable String upper, @Nullable String says) {}

  /** Why it ends. */
  public record Ending(@Nullable String why) {}

  /** A number to put on the map. */
  public record Measuring(
      @Nullable String place,
      @Nullable String level,
      @Nullable String title,
      @Nullable String gauge) {}

  /**
   * Finished work.
   *
   * @param fraction of it that leads to an outcome; null where nothing was finished
   */
  public record Worked(int all, int linked, @Nullable Double fraction, List<Piece> work) {}

  /** A piece of it, with the names of what stands above; none where no path leads up. */
  public record Piece(
      String key, String name, String title, List<String> path, boolean reachesBusiness) {}

  private Answer all(Request request) {
    return new Answer.Json(whole(new Charting(ground.get(), request.caller()).ladder()));
  }

  private static Whole whole(Ladder ladder) {
    return new Whole(
        ladder.rungs().values().stream()
            .map(rung -> new Knot(rung.end(), level(rung), rung.title(), rung.gauge()))
            .toList(),
        ladder.beliefs().stream().map(MapAnswers::tie).toList());
  }

  private static String level(Ladder.Rung rung) {
    return rung.level() < Ladder.WORK ? Measure.LEVELS.get(rung.level()) : "work";
  }

  private static Tie tie(Belief one) {
    return new Tie(one.id(), one.lower(), one.upper(), one.says(), one.at());
  }

  private Answer work(Request request) {
    Share share =
        new Charting(ground.get(), request.caller())
            .share(Days.read("from", request.query("from")), Days.read("to", request.query("to")));
    return new Answer.Json(
        new Worked(
            share.all(),
            share.linked(),
            share.fraction(),
            share.rows().stream()
                .map(row ->
                    new Piece(
                        row.done().key(),
                        row.done().name(),
                        row.done().title(),
                        row.steps().stream().map(Share.Step::name).toList(),
                        row.reachesBusiness()))
                .toList()));
  }

  private Answer believe(Request request) {
    Believing sent = Typed.read(request, Believing.class);
    return new Answer.Json(
        tie(
            new Charting(ground.get(), request.caller())
                .believe(text(sent.lower()), text(sent.upper()), text(sent.says()))));
  }

  private Answer end(Request request) {
    Charting charting = new Charting(ground.get(), request.caller());
    charting.end(request.part("belief"), text(Typed.read(request, Ending.class).why()));
    return new Answer.Json(whole(charting.ladder()));
  }

  private Answer measure(Request request) {
    Measuring sent = Typed.read(request, Measuring.class);
    Measure made =
        new Charting(ground.get(), request.caller())
            .measure(
                Typed.place(ground.get(), request, sent.place()),
                text(sent.level()),
                text(sent.title()),
                text(sent.gauge()));
    return new Answer.Json(new Knot(made.end(), made.level(), made.title(), made.gauge()));
  }

  private Answer endMeasure(Request request) {
    Charting charting = new Charting(ground.get(), request.caller());
    charting.endMeasure(request.part("measure"));
    return new Answer.Json(whole(charting.ladder()));
  }
}
