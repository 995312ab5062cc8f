package pilothouse.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** Blocks of all teams, of one team, and one of them; as pages, for programs, as a calendar. */
record BlockPages(Supplier<Shelf> shelves) {
  private static final String TEAM = "/focus-time/{team}";
  private static final String BLOCK = TEAM + "/blocks/{block}";

  private Shelf shelf() {
    return shelves.get();
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list(
            "/focus-time",
            "What teams block for focus, and what meetings ate of it in the last full weeks",
            Told.Brief.class,
            request -> new AllBoard(shelf(), request.caller()).page(),
            this::briefs));
    all.addAll(
        Alike.change(
            "/focus-time",
            "Blocks focus time for a team",
            Asked.Wanted.class,
            Told.One.class,
            this::open));
    all.addAll(
        Alike.look(
            TEAM,
            "What a team blocks, and what meetings ate of it week by week",
            Told.Whole.class,
            request -> new TeamBoard(shelf(), request.caller(), team(request)).page(),
            request -> new BlockTelling(shelf()).whole(team(request))));
    all.addAll(ofOne());
    all.add(
        Route.read(TEAM + "/focus.ics", this::feed)
            .anywhere()
            .telling(
                Telling.of("What a team blocks, as a calendar (RFC 5545)").as("text/calendar")));
    return all;
  }

  private List<Route> ofOne() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.look(
            BLOCK,
            "One block",
            Told.One.class,
            request -> new BlockBoard(shelf(), request.caller(), found(request)).page(),
            request -> new BlockTelling(shelf()).one(found(request))));
    all.addAll(
        Alike.change(BLOCK, "Says a block anew", Asked.Anew.class, Told.One.class, this::reword));
    all.addAll(
        Alike.change(
            BLOCK + "/end",
            "Ends a block with today",
            Asked.Ending.class,
            Told.One.class,
            this::end));
    return all;
  }

  private List<Told.Brief> briefs(Request request) {
    Shelf.Kept kept = shelf().now();
    BlockTelling telling = new BlockTelling(shelf());
    return new AllBoard(shelf(), request.caller())
        .seen(kept).stream().map(team -> telling.brief(kept, team)).toList();
  }

  private String team(Request request) {
    return team(shelf(), request);
  }

  /** The team that the address names, which the caller sees. */
  static String team(Shelf shelf, Request request) {
    String team = request.part("team");
    if (shelf.yard().title(team).isEmpty() || !request.caller().sees(Where.team(team))) {
      throw new NotFound(Texts.say("blocks.no-team"), Texts.say("blocks.see-all"));
    }
    return team;
  }

  private Block found(Request request) {
    String team = team(request);
    return shelf()
        .now()
        .find(request.part("block"))
        .filter(block -> block.team().equals(team))
        .orElseThrow(() -> new NotFound(Texts.say("blocks.no-such"), Texts.say("blocks.see-all")));
  }

  private Alike.Made made(Block block, boolean isNew) {
    return new Alike.Made(
        isNew ? block.page() : block.address(), new BlockTelling(shelf()).one(block));
  }

  static void must(Caller caller, String team) {
    caller.must(Permission.CHANGE, Where.team(team));
  }

  private Alike.Made open(Request request, Sent sent) {
    String team = sent.needed("team", 80);
    must(request.caller(), team);
    if (shelf().yard().title(team).isEmpty()) {
      throw Refused.unfit(Texts.say("allocation.draft.team", team), Texts.say("blocks.mend.team"))
          .at("team");
    }
    Words words = new Wording(shelf().yard(), sent).read();
    String why = sent.text("why", Wording.WHY);
    return shelf().now().of(team).stream()
        .filter(block -> block.words().equals(words))
        .findFirst()
        .map(block -> made(block, true))
        .orElseGet(() ->
            made(new Keeping(shelf(), Who.of(request.caller())).open(team, words, why), true));
  }

  private Alike.Made reword(Request request, Sent sent) {
    Block block = found(request);
    must(request.caller(), block.team());
    Words words = new Wording(shelf().yard(), sent).read();
    String why = sent.text("why", Wording.WHY);
    return made(new Keeping(shelf(), Who.of(request.caller())).reword(block, words, why), false);
  }

  private Alike.Made end(Request request, Sent sent) {
    Block block = found(request);
    must(request.caller(), block.team());
    Words now = block.words();
    if (now.weekly().isOver(shelf().yard().today())) {
      throw Refused.conflict(Texts.say("blocks.over"), Texts.say("blocks.over.mend"));
    }
    Words words =
        new Words(
            now.purpose(),
            now.owner(),
            now.weekly().endingOn(shelf().yard().today()),
            now.pauses());
    String why = sent.text("why", Wording.WHY);
    return made(new Keeping(shelf(), Who.of(request.caller())).reword(block, words, why), false);
  }

  private Answer feed(Request request) {
    String team = team(request);
    byte[] feed = FocusFeed.of(shelf().yard().title(team), shelf().now().of(team));
    return new Answer.Data(FocusFeed.TYPE, "focus-" + team + ".ics", feed);
  }
}
