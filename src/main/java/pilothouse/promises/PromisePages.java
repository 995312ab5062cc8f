package pilothouse.promises;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Promises as pages: those that one owes, all that one may see, and what becomes of each. */
final class PromisePages {
  private final Supplier<Promises> promises;

  PromisePages(Supplier<Promises> promises) {
    this.promises = promises;
  }

  List<Route> routes() {
    return List.of(
        Route.people("/owners", this::owners).anywhere(),
        Route.read("/promises", this::all).anywhere(),
        Route.say("/promises", this::make).anywhere(),
        Route.read("/promises/{promise}", this::one).anywhere(),
        Route.say("/promises/{promise}/{turn}", this::turn).anywhere());
  }

  private Answer all(Request request) {
    Promises here = promises.get();
    Caller caller = request.caller();
    boolean ended = "ended".equals(request.query("state"));
    boolean mine = "mine".equals(request.query("of"));
    Listing.Slice slice =
        Listing.slice(here, caller, !ended, mine, text(request.query("after")), Listing.SHOWN);
    String query = "?" + (ended ? "state=ended&" : "") + (mine ? "of=mine&" : "");
    return Answer.page(
        "promises/all",
        Texts.say("promises.title"),
        Map.of(
            "rows",
            slice.rows().stream().map(one -> PromiseRow.of(one, here)).toList(),
            "ended",
            ended,
            "mine",
            mine,
            "first",
            request.query("after") == null,
            "next",
            slice.next().isEmpty() ? "" : query + "after=" + Addresses.part(slice.next()),
            "named",
            caller.may(Permission.PEOPLE, Where.ANYWHERE)));
  }

  /** The names of who can owe something, for a field of a form. */
  private Answer owners(Request request) {
    List<String> names =
        promises.get().owners().offered(request.caller()).stream()
            .map(Owner::name)
            .distinct()
            .toList();
    return Answer.page("promises/names", Texts.say("promises.owner"), Map.of("names", names));
  }

  private static String text(@Nullable String asked) {
    return asked == null ? "" : asked.strip();
  }

  private Answer make(Request request) {
    Handling handling = new Handling(promises.get(), request.caller());
    Promise made =
        handling.make(
            new Handling.Wish(
                request.typed("what"),
                request.typed("why"),
                request.typed("for_whom"),
                request.typed("owner"),
                request.typed("due"),
                request.typed("shows"),
                request.typed("place"),
                request.typed("cost_per_week")));
    return new Answer.Redirect(made.address());
  }

  private Answer one(Request request) {
    Promises here = promises.get();
    Handling handling = new Handling(here, request.caller());
    Promise one = handling.seen(request.part("promise"));
    return Answer.page(
        "promises/one",
        PromiseWords.shortened(one.what()),
        Map.of(
            "promise", one,
            "row", PromiseRow.of(one, here),
            "turns",
                here.turns(one.id()).stream()
                    .map(turn -> TurnRow.of(turn, one, here, request.caller()))
                    .toList(),
            "beside", here.beside(one),
            "mayChange", handling.mayChange(one),
            "atHome", here.kind(one.kind()).atHome() && !one.page().isEmpty(),
            "asksEvidence", here.kind(one.kind()).asksEvidence(),
            "named", request.caller().may(Permission.PEOPLE, Where.ANYWHERE)));
  }

  private Answer turn(Request request) {
    Handling handling = new Handling(promises.get(), request.caller());
    if (request.isSent("evidence") && request.typed("evidence").length() > PromiseWords.LONGEST) {
      throw Refused.unfit(
          Texts.say("promises.promises.too-long", PromiseWords.LONGEST),
          Texts.say("promises.mend"));
    }
    Promise one =
        handling.turn(
            request.part("promise"),
            request.part("turn"),
            request.typed("evidence"),
            request.typed("why"),
            request.typed("due"),
            request.typed("owner"));
    return new Answer.Redirect(one.address());
  }
}
