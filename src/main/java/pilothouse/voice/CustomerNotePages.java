package pilothouse.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Part;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What customers said. */
final class CustomerNotePages {
  private final Supplier<Ear> ear;

  CustomerNotePages(Supplier<Ear> ear) {
    this.ear = ear;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.parts(
            "/customer-notes",
            "What customers said, the newest first",
            Listed.class,
            this::page,
            request -> {
              Part<CustomerNote> part = part(request, Part.asked(request));
              return new Listed(part.rows(), part.following());
            }));
    all.addAll(
        Alike.change(
            "/customer-notes",
            "Keeps what a customer said",
            NoteWanted.class,
            CustomerNote.class,
            this::add));
    return all;
  }

  /** Some, and after which the next part begins; null at the end. */
  record Listed(List<CustomerNote> notes, @Nullable String next) {}

  private Part<CustomerNote> part(Request request, int most) {
    String after = Part.after(request.query("after"));
    return new CustomerNotes(ear.get()).seen(request.caller(), after, most);
  }

  private Answer page(Request request) {
    Part<CustomerNote> part = part(request, Part.SHOWN);
    List<Row> rows = part.rows().stream().map(this::row).toList();
    Board.Table table =
        new Board.Table(
            "notes",
            Texts.say("entry.customer-notes"),
            Texts.say("voice.note.none"),
            heads(),
            rows);
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("voice.note.new"),
            Texts.say("voice.note.how"),
            "/customer-notes",
            List.of(
                Field.area("says", Texts.say("voice.note.says")).must(),
                Field.place(),
                Field.choice(
                    "tone",
                    Texts.say("voice.note.tone"),
                    CustomerNote.TONES.stream()
                        .map(tone -> new Field.Option(tone, Texts.say("voice.tone." + tone)))
                        .toList()),
                Field.text("tags", Texts.say("voice.note.tags"))
                    .hinting(Texts.say("voice.note.tags-hint")),
                Field.text("source", Texts.say("voice.note.source")),
                Field.day("day", Texts.say("voice.head.day"), ear.get().today().toString())),
            Texts.say("voice.note.keep"));
    return Board.of(
            Texts.say("entry.customer-notes"),
            Texts.say("voice.note.intro"),
            List.of(
                table.parted("/customer-notes", Part.after(request.query("after")), part.next()),
                form))
        .page();
  }

  static List<String> heads() {
    return Texts.all(
        "voice.note.says", "voice.note.tone", "voice.note.tags", "voice.place", "voice.head.day");
  }

  Row row(CustomerNote note) {
    return row(ear.get(), note);
  }

  static Row row(Ear ear, CustomerNote note) {
    return Row.of(
        Cell.of(note.says()).note(note.source()),
        Cell.of(Texts.say("voice.tone." + note.tone())),
        Cell.of(String.join(", ", note.tags())),
        Cell.of(ear.places().name(note.where())),
        Cell.of(Say.day(LocalDate.parse(note.day()))));
  }

  private Alike.Made add(Request request, Sent sent) {
    LocalDate day = sent.past("day", ear.get().today());
    CustomerNote.refuseNames(sent.text("says", 1_000));
    CustomerNote made =
        new CustomerNote(
            UUID.randomUUID().toString(),
            sent.place(ear.get().places(), request.caller()).text(),
            day.toString(),
            sent.needed("says", 1_000),
            tags(sent),
            sent.among("tone", CustomerNote.TONES, CustomerNote.TONES.getFirst()),
            sent.text("source", 120));
    new CustomerNotes(ear.get()).add(made, Who.of(request.caller()));
    return new Alike.Made("/customer-notes", made);
  }

  private static List<String> tags(Sent sent) {
    List<String> tags =
        sent.lines("tags", 12, 200).stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > 12 || tags.stream().anyMatch(tag -> tag.length() > 40)) {
      throw Refused.unfit(Texts.say("voice.note.many-tags"), Texts.say("voice.note.tags-hint"))
          .at("tags");
    }
    return tags;
  }
}
