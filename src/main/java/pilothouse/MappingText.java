package pilothouse;

import java.util.List;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.tables.Field;
import pilothouse.evidence.tables.Fields;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Sample;
import pilothouse.text.Say;

/** How a table is understood, for a terminal. */
final class MappingText {
  private static final int WIDE = 28;

  private MappingText() {}

  static String of(Look look) {
    Mapping mapping = look.mapping();
    if (look.table() == null || mapping == null) {
      return "";
    }
    Sample sample = look.table().sample();
    StringBuilder text = new StringBuilder();
    text.append("%s holds %s:%n".formatted(Say.plain(look.name()), look.kind().word()));
    text.append(row("column", "field", "for example"));
    mapping
        .columns()
        .forEach((column, field) -> text.append(row(column, field, example(look, sample, column))));
    mapping.constants().forEach((field, value) -> text.append(row("", field, "always " + value)));
    look.notes().forEach(note -> text.append("  ").append(Say.plain(note)).append('\n'));
    return text.toString();
  }

  private static String row(String column, String field, String example) {
    return "  %-28s  %-16s  %s%n".formatted(cut(column), field, cut(example));
  }

  /** The first value there is; a name of a person is not shown. */
  private static String example(Look look, Sample sample, String column) {
    Mapping mapping = look.mapping();
    String field = mapping == null ? "" : mapping.columns().getOrDefault(column, "");
    if (Fields.named(look.kind(), field).map(Field::personal).orElse(false)) {
      return "(a name)";
    }
    int place = sample.header().indexOf(column);
    return sample.rows().stream()
        .filter(row -> place < row.size())
        .map((List<String> row) -> row.get(place))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String cut(String text) {
    String plain = Say.plain(text);
    return plain.length() <= WIDE ? plain : plain.substring(0, WIDE - 1) + "…";
  }
}
