package pilothouse.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pilothouse.findings.Finding;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to what people and customers say, and what was promised back. */
public final class Voices {
  /** What somebody owes here. */
  public static final List<Kind> KINDS = List.of(RoundPages.YOU_SAID);

  private static final int PATIENCE_DAYS = 21;

  private Voices() {}

  /** The pages and what programs see. */
  public static List<Route> routes(Supplier<Ear> ear) {
    return Stream.of(
            new RoundPages(ear).routes(),
            new CustomerNotePages(ear).routes(),
            new SignalPages(ear).routes())
        .flatMap(List::stream)
        .toList();
  }

  /** Keeps what a customer said in the transaction of whatever it was said at; its address. */
  public static String note(
      Ear ear,
      Handle rows,
      Where place,
      LocalDate day,
      String says,
      String tone,
      String source,
      Who who) {
    CustomerNote.refuseNames(says);
    if (!CustomerNote.TONES.contains(tone)) {
      throw Refused.unfit(
              Texts.say("voice.note.no-tone"),
              Texts.say("voice.note.say-tone", String.join(", ", CustomerNote.TONES)))
          .at("tone");
    }
    CustomerNote note =
        new CustomerNote(
            UUID.randomUUID().toString(),
            place.text(),
            day.toString(),
            says,
            List.of(),
            tone,
            source);
    new CustomerNotes(ear).add(rows, note, who);
    return "/customer-notes";
  }

  /** What customers said. */
  public static List<Written> written(Ear ear) {
    return new CustomerNotes(ear).newest().stream().map(CustomerNote::written).toList();
  }

  /** Rounds that nobody answered for three weeks. */
  public static List<Finding> found(Ear ear) {
    LocalDate late = ear.today().minusDays(PATIENCE_DAYS);
    return ear.storage().read(RoundRows::open).stream()
        .filter(round -> round.askedOn().isBefore(late))
        .map(round ->
            Finding.of(
                    "round-unanswered",
                    Finding.Severity.LOOK,
                    Texts.say("voice.found.unanswered", round.title(), PATIENCE_DAYS),
                    round.id(),
                    round.where(),
                    round.page())
                .begun(round.at()))
        .toList();
  }
}
