package pilothouse.evidence.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/** Values that hold for every line are judged before a line is read. */
public final class Constants {
  private static final String[] NO_COLUMNS = {};

  private Constants() {}

  /**
   * Judges all of a mapping.
   *
   * @throws BadFile when one means nothing in its field
   */
  public static void check(Mapping mapping, Instant now) {
    Mapping alone =
        new Mapping(
            mapping.kind(),
            Map.of(),
            mapping.constants(),
            mapping.zone(),
            mapping.order(),
            mapping.decimal());
    Cells cells = new Cells(alone, NO_COLUMNS, now.plus(Fact.AHEAD));
    List<Field> fields = Fields.of(mapping.kind());
    for (int i = 0; i < fields.size(); i++) {
      String value = mapping.constants().get(fields.get(i).name());
      if (value != null) {
        check(cells, mapping.kind(), i, fields.get(i), value);
      }
    }
  }

  private static void check(Cells cells, Kind kind, int place, Field field, String value) {
    try {
      if (!fits(cells, kind, place, field.type(), value)) {
        throw cells.unfit(
            place, Texts.kept("kept.constants.is-no-word-that-is"), words(kind, field.type()));
      }
    } catch (Unfit unfit) {
      throw new BadFile(
          Texts.kept("kept.constants.the-value-that-is-declared", value, field.name(), unfit.why()),
          unfit.mend());
    }
  }

  private static boolean fits(Cells cells, Kind kind, int place, Type type, String value) {
    switch (type) {
      case TIME -> cells.time(place);
      case NUMBER -> cells.number(place);
      case COUNT -> cells.count(place);
      case YES_NO -> cells.yes(place);
      case LIST -> cells.list(place);
      case TEXT -> cells.text(place);
      case OUTCOME -> {
        return Words.outcome(value) != null;
      }
      case STATE -> {
        return kind == Kind.REVIEWS
            ? Words.state(value) != null
            : (kind == Kind.WORK ? WorkWords.open(value) : Words.open(value)) != null;
      }
      case REASON -> {
        return WorkWords.reason(value) != null;
      }
    }
    return true;
  }

  private static String words(Kind kind, Type type) {
    return type == Type.OUTCOME
        ? "Write success, failure, running or cancelled."
        : type == Type.REASON
            ? "Write completed or not planned."
            : kind == Kind.REVIEWS
                ? "Write approved, changes_requested, commented or dismissed."
                : "Write open or closed.";
  }
}
