package pilothouse.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;

/** The rubrics of decisions: four that are there from the beginning, and what people made. */
record Sheets(Docket docket) {
  /** Those that are there from the beginning. */
  static final List<String> KNOWN = List.of("architecture", "speed", "buy", "debt");

  /** Each in its newest version, by its id. */
  Map<String, Sheet> all() {
    Map<String, Sheet> all = new LinkedHashMap<>();
    KNOWN.forEach(id -> all.put(id, known(id)));
    docket.storage().read(SheetRows::all).forEach(sheet -> all.put(sheet.id(), sheet));
    return all;
  }

  /** One as it comes with the program. */
  private static Sheet known(String id) {
    return Sheet.read(
        id,
        1,
        Texts.say("decisions.sheet-title." + id),
        Texts.say("decisions.sheet-questions." + id).lines().toList(),
        Texts.say("decisions.sheet-grades." + id).lines().toList());
  }

  Optional<Sheet> find(String id) {
    return Optional.ofNullable(all().get(id));
  }

  /** That version of it, whatever came after. */
  Optional<Sheet> find(String id, int version) {
    return versions(id).filter(one -> one.version() == version).findFirst();
  }

  /** All versions, the oldest first. */
  Stream<Sheet> versions(String id) {
    Stream<Sheet> first = KNOWN.contains(id) ? Stream.of(known(id)) : Stream.empty();
    return Stream.concat(
        first, docket.storage().read(SheetRows::all).stream().filter(one -> one.id().equals(id)));
  }

  /** A new one. */
  Sheet make(Sheet draft, Who who) {
    return keep(
        null,
        new Sheet(
            UUID.randomUUID().toString(), 1, draft.title(), draft.questions(), draft.grades()),
        who,
        "");
  }

  /** The next version; decisions that used the one before keep it. */
  Sheet change(Sheet before, Sheet draft, String why, Who who) {
    Sheet next =
        new Sheet(
            before.id(), before.version() + 1, draft.title(), draft.questions(), draft.grades());
    boolean isSame =
        next.title().equals(before.title())
            && next.questions().equals(before.questions())
            && next.grades().equals(before.grades());
    return isSame ? before : keep(before, next, who, why);
  }

  private static Map<String, String> fields(@Nullable Sheet sheet) {
    return sheet == null
        ? Map.of()
        : Map.of(
            "title", sheet.title(),
            "questions",
                sheet.questions().stream().map(Question::typed).collect(Collectors.joining("; ")),
            "classes", sheet.grades().stream().map(Grade::typed).collect(Collectors.joining("; ")));
  }

  private Sheet keep(@Nullable Sheet before, Sheet sheet, Who who, String why) {
    docket
        .storage()
        .write(rows -> {
          SheetRows.add(rows, sheet, Instants.text(docket.now()), who, why);
          Subject about = Subject.of("rubric", sheet.title(), "/decisions/rubrics/" + sheet.id());
          Entry entry = Entry.of(docket.now(), who, "rubric changed", about, why);
          Journal.write(rows, entry.changing(fields(before), fields(sheet)));
          return true;
        });
    return sheet;
  }
}
