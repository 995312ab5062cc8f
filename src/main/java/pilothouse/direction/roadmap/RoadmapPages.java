package pilothouse.direction.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import pilothouse.direction.bets.Around;
import pilothouse.direction.bets.Deed;
import pilothouse.direction.bets.Outlook;
import pilothouse.direction.bets.Typed;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The roadmap, one of its items, and what can be done to it. */
final class RoadmapPages {
  private final Supplier<Roadmaps> roadmaps;

  RoadmapPages(Supplier<Roadmaps> roadmaps) {
    this.roadmaps = roadmaps;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/roadmap",
                Telling.of("Milestones and hypotheses, the first due first, with who agreed"),
                ItemTold.All.class,
                this::all,
                Outlook.template("roadmap/all", _ -> Texts.say("roadmap.roadmap"), this::forms))
            .routes());
    routes.add(Route.read("/roadmap.csv", this::csv).anywhere());
    routes.addAll(
        new Outlook<>(
                "/roadmap/{item}",
                Telling.of("An item of the roadmap"),
                ItemTold.class,
                request -> told(find(request), request),
                Outlook.template("roadmap/one", told -> told.item().title(), this::forms))
            .routes());
    routes.addAll(deeds());
    return routes;
  }

  private List<Route> deeds() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(deed("/roadmap", ItemDraft.class, "Adds a milestone or a hypothesis", this::add));
    routes.addAll(
        deed(
            "/roadmap/{item}/done",
            ItemDraft.Done.class,
            "Ends a milestone: its measure is met, or waived with a reason",
            (request, done) ->
                done(items().done(own(request, Item.MILESTONE), done, request.caller()), request)));
    routes.addAll(
        deed(
            "/roadmap/{item}/result",
            ItemDraft.Result.class,
            "Says what the test of a hypothesis showed: held or broke",
            (request, result) ->
                done(
                    items().result(own(request, Item.HYPOTHESIS), result, request.caller()),
                    request)));
    routes.addAll(
        deed(
            "/roadmap/{item}/drop",
            ItemDraft.Dropped.class,
            "Takes an item from the roadmap, with a reason",
            (request, dropped) ->
                done(
                    items().drop(own(request, ""), Typed.or(dropped.why()), request.caller()),
                    request)));
    routes.addAll(
        deed(
            "/roadmap/{item}/agreement",
            ItemDraft.Agreement.class,
            "Says for a function that it agrees, or does not",
            this::agree));
    return routes;
  }

  private static <D extends Record> List<Route> deed(
      String path, Class<D> draft, String says, Deed.Doing<D> doing) {
    return new Deed<>(path, draft, says, ItemTold.class, doing).routes();
  }

  private ItemShelf items() {
    return roadmaps.get().items();
  }

  private Item find(Request request) {
    return items().find(request.part("item"), request.caller());
  }

  private Item own(Request request, String kind) {
    Item item = items().own(request.part("item"), request.caller());
    if (!kind.isEmpty() && !item.kind().equals(kind)) {
      throw Refused.unfit(
          Texts.say("roadmap.not-a", Texts.say("promises.kind." + kind)),
          Texts.say("roadmap.use-the-other"));
    }
    return item;
  }

  private ItemTold.All all(Request request) {
    List<Item> items = items().all(request.caller());
    Recounting recounting = Recounting.of(roadmaps.get(), request.caller(), items().turns());
    List<ItemTold> told = items.stream().map(recounting::told).toList();
    TreeSet<String> functions = new TreeSet<>();
    told.forEach(item ->
        item.turns().stream()
            .map(turn -> turn.about())
            .filter(about -> !about.isEmpty())
            .forEach(functions::add));
    return new ItemTold.All(told, List.copyOf(functions), functions.size() >= 2);
  }

  private ItemTold told(Item item, Request request) {
    return Recounting.of(roadmaps.get(), request.caller(), items().turns(item)).told(item);
  }

  private Map<String, Object> forms(Request request) {
    Around around = roadmaps.get().around();
    return Map.of(
        "outcomes", around.outcomes().offered(request.caller()),
        "owners", around.promises().owners().offered(request.caller()),
        "gauges", around.offered(request.caller()),
        "today", around.today());
  }

  private Deed.Done done(Item item, Request request) {
    return new Deed.Done(item.page(), told(item, request));
  }

  private Deed.Done add(Request request, ItemDraft draft) {
    return done(items().add(draft, request.caller()), request);
  }

  private Deed.Done agree(Request request, ItemDraft.Agreement agreement) {
    Item item = own(request, "");
    items().agree(item, agreement, request.caller());
    return done(item, request);
  }

  private Answer csv(Request request) {
    Csv csv =
        new Csv(
            List.of(
                "id",
                "kind",
                "title",
                "words",
                "measure",
                "due",
                "state",
                "agreed",
                "not agreed",
                "chance by then"));
    for (ItemTold told : all(request).items()) {
      ItemTold.Chances chances = told.forecast();
      csv.row(
          List.of(
              told.item().id(),
              told.item().kind(),
              told.item().title(),
              told.item().words(),
              told.item().measure(),
              told.item().due(),
              told.item().state(),
              Agreements.named(told.agreements(), true),
              Agreements.named(told.agreements(), false),
              chances == null ? "" : Forecasting.decimal(chances.byThen())));
    }
    return new Answer.Data(Csv.TYPE, "roadmap.csv", csv.bytes());
  }
}
