package pilothouse.promises;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Json;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Promises for programs. */
final class PromiseAnswers {
  private static final String PATH = "/api/v1/promises";
  private static final int LARGEST = 64 * 1024;
  private static final int MOST = 200;
  private final Supplier<Promises> promises;

  PromiseAnswers(Supplier<Promises> promises) {
    this.promises = promises;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(
                Telling.of("Promises: the open ones, the first due first, or those that ended")
                    .with("state", "open or ended")
                    .with("of", "mine for those that whoever asks owes")
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + MOST)
                    .gives(Listed.class)),
        Route.say(PATH, this::make)
            .anywhere()
            .telling(Telling.of("Makes a promise").takes(Wanted.class).gives(One.class)),
        Route.read(PATH + "/{promise}", this::one)
            .anywhere()
            .telling(Telling.of("A promise with what happened to it").gives(Whole.class)),
        Route.say(PATH + "/{promise}/{turn}", this::turn)
            .anywhere()
            .telling(
                Telling.of(
                        "Keeps, extends, hands over, drops or reopens a promise: turn is "
                            + "keep, extend, hand, drop or reopen")
                    .takes(Turned.class)
                    .gives(One.class)));
  }

  /** Some, and after which the next part begins; null at the end. */
  public record Listed(List<One> promises, @Nullable String next) {}

  /** A promise with its history. */
  public record Whole(One promise, List<Happened> turns) {}

  /**
   * What happened to it.
   *
   * @param who did it; “somebody” for a caller who may not see people there
   */
  public record Happened(
      String what,
      Instant at,
      String who,
      String why,
      String evidence,
      @Nullable String due,
      String owner) {}

  /**
   * A promise.
   *
   * @param state open, kept, unverified or dropped
   */
  public record One(
      String id,
      String kind,
      String what,
      String why,
      String forWhom,
      String owner,
      String ownerName,
      String due,
      String shows,
      String subject,
      String place,
      @Nullable Double costPerWeek,
      String state,
      String evidence,
      Instant madeAt,
      @Nullable Instant endedAt,
      String page) {}

  /** A new one; without an owner it is of whoever asks. */
  public record Wanted(
      String what,
      @Nullable String why,
      @Nullable String forWhom,
      @Nullable String owner,
      String due,
      @Nullable String shows,
      @Nullable String place,
      @Nullable Double costPerWeek) {}

  /** What becomes of one. */
  public record Turned(
      @Nullable String evidence,
      @Nullable String why,
      @Nullable String due,
      @Nullable String owner) {}

  private Answer all(Request request) {
    Promises here = promises.get();
    String after = request.query("after");
    Listing.Slice slice =
        Listing.slice(
            here,
            request.caller(),
            !"ended".equals(request.query("state")),
            "mine".equals(request.query("of")),
            after == null ? "" : after.strip(),
            Math.min(MOST, request.number("most", Listing.SHOWN)));
    return new Answer.Json(
        new Listed(
            slice.rows().stream().map(one -> told(here, one)).toList(),
            slice.next().isEmpty() ? null : slice.next()));
  }

  private Answer make(Request request) {
    Wanted wanted =
        Json.read(
            request.body(LARGEST),
            Wanted.class,
            Texts.say("promises.api.what"),
            Texts.say("promises.api.mend"));
    Double cost = wanted.costPerWeek();
    Promise made =
        handling(request)
            .make(
                new Handling.Wish(
                    text(wanted.what()),
                    text(wanted.why()),
                    text(wanted.forWhom()),
                    text(wanted.owner()),
                    text(wanted.due()),
                    text(wanted.shows()),
                    text(wanted.place()),
                    cost == null ? "" : cost.toString()));
    return new Answer.Json(told(promises.get(), made));
  }

  private Handling handling(Request request) {
    return new Handling(promises.get(), request.caller());
  }

  private Answer one(Request request) {
    Promises here = promises.get();
    Promise one = handling(request).seen(request.part("promise"));
    return new Answer.Json(
        new Whole(
            told(here, one),
            here.turns(one.id()).stream().map(turn -> told(turn, one, request.caller())).toList()));
  }

  private Answer turn(Request request) {
    Turned turned =
        Json.read(
            request.body(LARGEST),
            Turned.class,
            Texts.say("promises.api.turn"),
            Texts.say("promises.api.turn.mend"));
    Promise one =
        handling(request)
            .turn(
                request.part("promise"),
                request.part("turn"),
                text(turned.evidence()),
                text(turned.why()),
                text(turned.due()),
                text(turned.owner()));
    return new Answer.Json(told(promises.get(), one));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  private static Happened told(Turn turn, Promise of, Caller caller) {
    return new Happened(
        turn.what(),
        turn.at(),
        Named.by(caller, of.place(), turn.whoId(), turn.who()),
        turn.why(),
        turn.evidence(),
        turn.due() == null ? null : turn.due().toString(),
        turn.owner());
  }

  private static One told(Promises promises, Promise one) {
    Promise.Ending ending = one.ending();
    return new One(
        one.id(),
        one.kind(),
        one.what(),
        one.why(),
        one.forWhom(),
        one.owner(),
        promises.owners().name(one.owner()),
        one.due().toString(),
        one.shows(),
        one.subject(),
        one.place().text(),
        one.costPerWeek(),
        ending == null
            ? "open"
            : !ending.isKept() ? "dropped" : ending.isVerified() ? "kept" : "unverified",
        ending == null ? "" : ending.evidence(),
        one.madeAt(),
        ending == null ? null : ending.at(),
        one.address());
  }
}
