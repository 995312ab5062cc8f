package pilothouse.rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.views.Gauge;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** Which core flows have which signals, and which of them fell silent. */
final class FlowPages {
  private final Supplier<Deck> deck;

  FlowPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list(
            "/flows", "Core flows and their signals", FlowTold.class, this::page, this::told));
    all.addAll(
        Alike.change("/flows", "Lists a core flow", FlowWanted.class, FlowTold.class, this::add));
    all.addAll(
        Alike.change(
            "/flows/{flow}/signals",
            "Says which number shows a flow, and how long it may be silent",
            SignalWanted.class,
            FlowTold.class,
            this::watch));
    all.addAll(
        Alike.change(
            "/flows/{flow}/end",
            "Takes a flow off the list",
            Nothing.class,
            FlowTold.class,
            this::end));
    return all;
  }

  private FlowTold told(Flow flow) {
    Flows flows = new Flows(deck.get());
    return new FlowTold(
        flow.id(),
        flow.title(),
        flow.place(),
        flow.signals().stream()
            .map(flows::look)
            .map(one ->
                new SignalTold(one.signal().gauge(), one.signal().days(), one.seen(), one.dead()))
            .toList());
  }

  private List<FlowTold> told(Request request) {
    return new Flows(deck.get()).seen(request.caller()).stream().map(this::told).toList();
  }

  private Answer page(Request request) {
    Words words = new Words(deck.get(), request.caller());
    List<Flow> seen = new Flows(deck.get()).seen(request.caller());
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "flows",
            Texts.say("entry.flows"),
            Texts.say("rhythm.flow.none"),
            Texts.all(
                "rhythm.head.flow",
                "rhythm.head.signal",
                "rhythm.head.seen",
                "rhythm.head.silence",
                "rhythm.flow.off"),
            seen.stream().flatMap(flow -> rows(words, flow)).toList()));
    List<Field.Option> mine =
        seen.stream()
            .filter(flow -> words.may(flow.where()))
            .map(flow -> new Field.Option(flow.id(), flow.title()))
            .toList();
    mine.forEach(flow -> parts.add(signal(words, flow)));
    parts.add(
        new Board.Form(
            "new",
            Texts.say("rhythm.flow.new"),
            Texts.say("rhythm.flow.how"),
            "/flows",
            List.of(Field.text("title", Texts.say("rhythm.head.flow")).must(), Field.place()),
            Texts.say("rhythm.flow.add")));
    return Board.of(Texts.say("entry.flows"), Texts.say("rhythm.flow.intro"), parts).page();
  }

  private static Board.Form signal(Words words, Field.Option flow) {
    return new Board.Form(
        "watch-" + flow.value(),
        Texts.say("rhythm.flow.watch", flow.says()),
        "",
        "/flows/" + flow.value() + "/signals",
        List.of(
            words.gauge("gauge", Texts.say("rhythm.head.signal")).must(),
            Field.number("days", Texts.say("rhythm.flow.days"), 7)),
        Texts.say("rhythm.flow.add-signal"));
  }

  private Stream<Row> rows(Words words, Flow flow) {
    Cell name = Cell.of(flow.title()).note(words.place(flow.place()));
    Cell end =
        words.may(flow.where())
            ? Cell.act(
                new Board.Act(
                    "/flows/" + flow.id() + "/end",
                    Map.of(),
                    Texts.say("rhythm.flow.end"),
                    flow.title()))
            : Cell.of("");
    if (flow.signals().isEmpty()) {
      Cell none = Cell.of(Texts.say("rhythm.flow.no-signal")).look("act");
      return Stream.of(Row.of(name, none, Cell.of(""), Cell.of(""), end));
    }
    Flows flows = new Flows(deck.get());
    List<Row> rows = new ArrayList<>();
    for (Flow.Signal signal : flow.signals()) {
      Flow.Seen one = flows.look(signal);
      Cell last = rows.isEmpty() ? end : Cell.of("");
      rows.add(Row.of(name, Cell.of(one.signal().gauge()), seen(one), silence(one), last));
    }
    return rows.stream();
  }

  private Cell seen(Flow.Seen one) {
    Instant at = one.seen();
    return Cell.of(at == null ? Texts.say("rhythm.flow.never") : Say.time(at, deck.get().zone()));
  }

  private static Cell silence(Flow.Seen one) {
    return one.dead()
        ? Cell.of(Texts.counted("rhythm.flow.dead", one.signal().days())).look("act")
        : Cell.of(Texts.counted("rhythm.flow.within", one.signal().days()));
  }

  private Alike.Made add(Request request, Sent sent) {
    Flow made =
        new Flows(deck.get())
            .add(
                sent.needed("title", 120),
                sent.place(deck.get().promises().places(), request.caller()),
                Who.of(request.caller()));
    return new Alike.Made("/flows", told(made));
  }

  private Alike.Made watch(Request request, Sent sent) {
    Flow flow = changed(request);
    Gauge gauge = new Words(deck.get(), request.caller()).named("gauge", sent.needed("gauge", 400));
    new Flows(deck.get())
        .watch(flow, gauge, sent.number("days", 7, 1, 365), Who.of(request.caller()));
    return new Alike.Made("/flows", told(changed(request)));
  }

  private Alike.Made end(Request request, Sent sent) {
    Flow flow = changed(request);
    new Flows(deck.get()).end(flow, Who.of(request.caller()));
    return new Alike.Made("/flows", told(flow));
  }

  private Flow changed(Request request) {
    Flow flow = new Flows(deck.get()).find(request.part("flow")).orElseThrow(Words::gone);
    new Words(deck.get(), request.caller()).mayChange(flow.where());
    return flow;
  }
}
