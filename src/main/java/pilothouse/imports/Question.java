package pilothouse.imports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.tables.Field;
import pilothouse.evidence.tables.Fields;
import pilothouse.evidence.tables.Guide;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Sample;

/**
 * How a table is understood, as the page asks for it.
 *
 * @param lacks what has to be said before it can be taken
 */
public record Question(
    List<Column> columns, List<String> notes, List<Guide.Lack> lacks, Mapping mapping) {
  private static final int EXAMPLES = 3;
  private static final int LONGEST = 60;

  public Question {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    lacks = List.copyOf(lacks);
  }

  /**
   * One column.
   *
   * @param name of the form's field
   * @param field that it is; empty when it is left out
   * @param examples the first values there are; none where it names persons
   */
  public record Column(String name, String header, String field, List<String> examples) {
    public Column {
      examples = List.copyOf(examples);
    }
  }

  /** The values for every line, as they are written. */
  public String set() {
    return String.join(
        ", ",
        mapping.constants().entrySet().stream()
            .map(pair -> pair.getKey() + "=" + pair.getValue())
            .sorted()
            .toList());
  }

  static Question of(Look look) {
    Mapping mapping = look.mapping();
    if (look.table() == null || mapping == null) {
      throw new IllegalArgumentException("no table");
    }
    Sample sample = look.table().sample();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < sample.header().size(); i++) {
      String header = sample.header().get(i);
      String field =
          sample.header().indexOf(header) < i ? "" : mapping.columns().getOrDefault(header, "");
      columns.add(new Column("column" + i, header, field, examples(look, sample, i, field)));
    }
    return new Question(columns, look.notes(), look.lacks(), mapping);
  }

  private static List<String> examples(Look look, Sample sample, int place, String field) {
    boolean person =
        Fields.namesPersons(sample.header().get(place))
            || Fields.named(look.kind(), field).map(Field::personal).orElse(false);
    if (person) {
      return List.of("(names)");
    }
    return sample.rows().stream()
        .filter(row -> place < row.size())
        .map(row -> row.get(place))
        .filter(value -> !value.isBlank())
        .distinct()
        .limit(EXAMPLES)
        .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value)
        .toList();
  }
}
