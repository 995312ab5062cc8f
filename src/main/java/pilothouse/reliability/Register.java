package pilothouse.reliability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Where objectives are kept. */
final class Register {
  private final Storage storage;
  private final ZoneId zone;
  private volatile @Nullable Kept kept;

  Register(Storage storage, ZoneId zone) {
    this.storage = storage;
    this.zone = zone;
  }

  /** What was read out of the rows; they only grow, so their count tells whether it holds. */
  private record Kept(
      long version, List<OpenSlo.Document> documents, Map<String, Instant> declared) {}

  long version() {
    return storage.read(ObjectiveRows::version);
  }

  /** What holds now, by name. */
  List<OpenSlo.Document> documents() {
    return holds().documents();
  }

  /** When an objective was last declared; the first moment of all where it is not. */
  Instant declared(Objective objective) {
    return holds().declared().getOrDefault(objective.document(), Instant.EPOCH);
  }

  private Kept holds() {
    long version = version();
    Kept before = kept;
    if (before == null || before.version() != version) {
      List<OpenSlo.Document> all = new ArrayList<>();
      Map<String, Instant> declared = new HashMap<>();
      for (ObjectiveRows.Row row : storage.read(ObjectiveRows::current)) {
        String text = row.text() == null ? "" : row.text();
        all.addAll(OpenSlo.read(row.name(), text, zone).documents());
        declared.put(row.name(), row.at());
      }
      before = new Kept(version, List.copyOf(all), declared);
      kept = before;
    }
    return before;
  }

  /** All objectives of them. */
  Stream<Objective> objectives() {
    return documents().stream().flatMap(one -> one.objectives().stream());
  }

  List<ObjectiveRows.Row> history(String document) {
    return storage.read(rows -> ObjectiveRows.history(rows, document));
  }

  /**
   * Keeps what a file says; what it says already changes nothing.
   *
   * @param mayAt where whoever sent it may change anything
   */
  Receipt take(String file, String text, Predicate<Where> mayAt, Instant now, Who who, String why) {
    OpenSlo.Read read = OpenSlo.read(file, text, zone);
    List<Receipt.Line> lines = new ArrayList<>();
    read.turned()
        .forEach(one -> lines.add(Receipt.Line.refused(one.name(), one.why(), one.mend())));
    return storage.write(rows -> {
      Taken taken = new Taken(ObjectiveRows.current(rows), zone);
      for (OpenSlo.Document document : read.documents()) {
        Receipt.Line line = taken.refusal(document, mayAt);
        lines.add(
            line == null ? keep(rows, document, taken.text(document.name()), now, who, why) : line);
      }
      return new Receipt(file, lines, read.others());
    });
  }

  private static Receipt.Line keep(
      Handle rows,
      OpenSlo.Document document,
      @Nullable String before,
      Instant now,
      Who who,
      String why) {
    String name = document.name();
    if (document.text().equals(before)) {
      return new Receipt.Line(name, Receipt.What.UNCHANGED, "", "");
    }
    ObjectiveRows.add(rows, name, document.text(), now, who, why);
    Objective first = document.objectives().getFirst();
    String what = before == null ? "objective declared" : "objective changed";
    Journal.write(rows, Entry.of(now, who, what, subject(first), why));
    return new Receipt.Line(
        name, before == null ? Receipt.What.ADDED : Receipt.What.CHANGED, "", "");
  }

  /** Takes one away; what was said of it stays in the rows. */
  void retire(Objective objective, Instant now, Who who, String why) {
    if (why.isEmpty()) {
      throw Refused.unfit(Texts.say("reliability.retire.why"), Texts.say("reliability.retire.mend"))
          .at("why");
    }
    storage.write(rows -> {
      ObjectiveRows.add(rows, objective.document(), null, now, who, why);
      Journal.write(rows, Entry.of(now, who, "objective retired", subject(objective), why));
      return true;
    });
  }

  private static Subject subject(Objective one) {
    return Subject.of("objective", one.title(), one.address()).in(one.place());
  }
}
