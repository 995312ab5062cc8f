package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The map of whom one works with, when one spoke last, and what is owed to them. */
final class StakeholderPages {
  /** What was promised to somebody outside of engineering. */
  static final Kind PROMISED = Kind.of("stakeholder", false);

  private final Supplier<Deck> deck;

  StakeholderPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list("/stakeholders", "Whom one works with", Told.class, this::all, this::allTold));
    all.addAll(
        Alike.change("/stakeholders", "Adds a stakeholder", Wanted.class, Told.class, this::add));
    all.addAll(
        Alike.look(
            "/stakeholders/{stakeholder}", "One of them", Told.class, this::one, this::oneTold));
    all.addAll(
        Alike.change(
            "/stakeholders/{stakeholder}/contacts",
            "Writes down that one spoke with them",
            Met.class,
            Told.class,
            this::meet));
    all.addAll(
        Alike.change(
            "/stakeholders/{stakeholder}/promises",
            "Promises them something",
            Owed.class,
            Told.class,
            this::promise));
    all.addAll(
        Alike.change(
            "/stakeholders/{stakeholder}/end",
            "Takes them off the map",
            BriefPages.Nothing.class,
            Told.class,
            this::end));
    return all;
  }

  /** What programs send. */
  record Wanted(
      String title,
      @Nullable String function,
      @Nullable String place,
      @Nullable Integer days,
      @Nullable String wants) {}

  /** That one spoke with them. */
  record Met(@Nullable String day, @Nullable String says) {}

  /** What is promised. */
  record Owed(String what, String owner, String due) {}

  /** One of them, with what is owed and when one spoke. */
  record Told(
      String id,
      String title,
      String function,
      String place,
      int days,
      String wants,
      @Nullable String lastContact,
      int owed,
      int overdue,
      List<Stakeholders.Contact> contacts) {}

  private List<Promise> owed(Stakeholder one) {
    return deck.get().promises().about(Stakeholder.SUBJECT + one.id()).stream()
        .filter(Promise::isOpen)
        .toList();
  }

  private int overdue(List<Promise> owed) {
    LocalDate today = deck.get().today();
    return (int) owed.stream().filter(one -> one.due().isBefore(today)).count();
  }

  private Told told(Stakeholder one) {
    LocalDate met = one.met();
    List<Promise> owed = owed(one);
    return new Told(
        one.id(),
        one.title(),
        one.function(),
        one.place(),
        one.days(),
        one.wants(),
        met == null ? null : met.toString(),
        owed.size(),
        overdue(owed),
        new Stakeholders(deck.get()).contacts(one));
  }

  private List<Told> allTold(Request request) {
    return new Stakeholders(deck.get()).seen(request.caller()).stream().map(this::told).toList();
  }

  private Told oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    Words words = new Words(deck.get(), request.caller());
    List<Row> rows =
        new Stakeholders(deck.get())
            .seen(request.caller()).stream().map(one -> row(words, one)).toList();
    Board.Table table =
        new Board.Table(
            "stakeholders",
            Texts.say("entry.stakeholders"),
            Texts.say("rhythm.stakeholder.none"),
            Texts.all(
                "rhythm.head.stakeholder",
                "rhythm.head.function",
                "rhythm.head.place",
                "rhythm.head.contact",
                "rhythm.head.owed"),
            rows);
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("rhythm.stakeholder.new"),
            Texts.say("rhythm.stakeholder.how"),
            "/stakeholders",
            List.of(
                Field.text("title", Texts.say("rhythm.stakeholder.title")).must(),
                Field.text("function", Texts.say("rhythm.function.function")),
                words.places(),
                Field.number("days", Texts.say("rhythm.stakeholder.days"), 31),
                Field.area("wants", Texts.say("rhythm.stakeholder.wants"))),
            Texts.say("rhythm.stakeholder.add"));
    return Board.of(
            Texts.say("entry.stakeholders"),
            Texts.say("rhythm.stakeholder.intro"),
            List.of(table, form))
        .page();
  }

  private Row row(Words words, Stakeholder one) {
    List<Promise> owed = owed(one);
    int late = overdue(owed);
    Cell owes = Cell.of(Texts.counted("rhythm.stakeholder.owed", owed.size()));
    return Row.of(
        Cell.to(one.title(), one.page()),
        Cell.of(one.function()),
        Cell.of(words.place(one.place())),
        contact(one),
        late == 0 ? owes : Cell.of(Texts.counted("rhythm.stakeholder.overdue", late)).look("act"));
  }

  private Cell contact(Stakeholder one) {
    LocalDate met = one.met();
    String says = met == null ? Texts.say("rhythm.stakeholder.never") : Words.day(met);
    return one.due().isBefore(deck.get().today()) ? Cell.of(says).look("look") : Cell.of(says);
  }

  private Answer one(Request request) {
    Stakeholder one = found(request);
    Words words = new Words(deck.get(), request.caller());
    List<Board.Part> parts = new ArrayList<>();
    parts.add(owing(one));
    parts.add(
        new Board.Table(
            "contacts",
            Texts.say("rhythm.stakeholder.contacts"),
            Texts.say("rhythm.stakeholder.no-contacts"),
            Texts.all("rhythm.head.day", "rhythm.head.says"),
            new Stakeholders(deck.get())
                .contacts(one).stream()
                    .map(met ->
                        Row.of(Cell.of(Words.day(LocalDate.parse(met.day()))), Cell.of(met.says())))
                    .toList()));
    if (words.may(one.where())) {
      parts.addAll(forms(one, words));
    }
    String intro =
        Texts.say("rhythm.stakeholder.is", one.function(), words.place(one.place()), one.wants());
    return new Board(
            one.title(),
            intro,
            new Board.Link(Texts.say("entry.stakeholders"), "/stakeholders"),
            parts)
        .page();
  }

  private Board.Table owing(Stakeholder one) {
    return new Board.Table(
        "owed",
        Texts.say("rhythm.head.owed"),
        Texts.say("rhythm.stakeholder.nothing-owed"),
        Texts.all("rhythm.head.what", "rhythm.head.due"),
        owed(one).stream()
            .map(owes ->
                Row.of(
                    Cell.to(owes.what(), owes.address()),
                    owes.due().isBefore(deck.get().today())
                        ? Cell.of(Texts.say("rhythm.overdue", Words.day(owes.due()))).look("act")
                        : Cell.of(Words.day(owes.due()))))
            .toList());
  }

  private static List<Board.Form> forms(Stakeholder one, Words words) {
    return List.of(
        new Board.Form(
            "met",
            Texts.say("rhythm.stakeholder.met"),
            "",
            one.page() + "/contacts",
            List.of(
                words.today("day", Texts.say("rhythm.field.day")),
                Field.area("says", Texts.say("rhythm.stakeholder.what-was-said"))),
            Texts.say("rhythm.stakeholder.keep")),
        new Board.Form(
            "promise",
            Texts.say("rhythm.stakeholder.promise"),
            "",
            one.page() + "/promises",
            List.of(
                Field.text("what", Texts.say("rhythm.head.what")).must(),
                words.owner(Texts.say("rhythm.line.owner")).must(),
                Field.day(
                    "due",
                    Texts.say("rhythm.head.due"),
                    words.deck().today().plusDays(14).toString())),
            Texts.say("rhythm.stakeholder.promise")),
        new Board.Form(
            "end",
            Texts.say("rhythm.stakeholder.end"),
            "",
            one.page() + "/end",
            List.of(),
            Texts.say("rhythm.stakeholder.end")));
  }

  private Alike.Made add(Request request, Sent sent) {
    Stakeholder made =
        new Stakeholder(
            UUID.randomUUID().toString(),
            sent.needed("title", 120),
            sent.text("function", 60),
            sent.place(request.caller()).text(),
            sent.number("days", 31, 1, 1_000),
            sent.text("wants", 500),
            deck.get().today(),
            null);
    new Stakeholders(deck.get()).add(made, Who.of(request.caller()));
    return new Alike.Made(made.page(), told(made));
  }

  private Alike.Made meet(Request request, Sent sent) {
    Stakeholder one = changed(request);
    LocalDate day = sent.day("day", deck.get().today());
    String says = Say.plain(sent.text("says", 500));
    new Stakeholders(deck.get()).meet(one, day, says, Who.of(request.caller()));
    return new Alike.Made(one.page(), oneTold(request));
  }

  private Alike.Made promise(Request request, Sent sent) {
    Stakeholder one = changed(request);
    Words words = new Words(deck.get(), request.caller());
    deck.get()
        .promises()
        .make(
            PromiseDraft.about(
                    PROMISED,
                    sent.needed("what", 300),
                    words.ownerId(sent.needed("owner", 200)),
                    sent.day("due", deck.get().today().plusDays(14)),
                    Stakeholder.SUBJECT + one.id(),
                    one.page(),
                    one.where())
                .because("", one.title()),
            Who.of(request.caller()));
    return new Alike.Made(one.page(), oneTold(request));
  }

  private Alike.Made end(Request request, Sent sent) {
    Stakeholder one = changed(request);
    new Stakeholders(deck.get()).end(one, Who.of(request.caller()));
    return new Alike.Made("/stakeholders", told(one));
  }

  private Stakeholder changed(Request request) {
    Stakeholder one = found(request);
    new Words(deck.get(), request.caller()).mayChange(one.where());
    return one;
  }

  private Stakeholder found(Request request) {
    return new Stakeholders(deck.get())
        .find(request.part("stakeholder"))
        .filter(one -> request.caller().sees(one.where()))
        .orElseThrow(NotFound::unseen);
  }
}
