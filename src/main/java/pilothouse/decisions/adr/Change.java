package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Source.Edit;

/** Changes one field of a record and no other byte. */
final class Change {
  private final Adr adr;
  private final Structure structure;
  private final Lines lines;
  private final Field field;

  Change(Adr adr, Field field) {
    this.adr = adr;
    this.structure = adr.structure();
    this.lines = structure.lines();
    this.field = field;
  }

  byte[] to(List<String> values) {
    Place place = structure.place(field);
    if (field == Field.SUPERSEDED_BY && place == null) {
      return superseded(values);
    }
    if (field == Field.SUPERSEDES && place == null) {
      return new Superseding(adr).to(values);
    }
    if (structure.words(field).equals(values)) {
      return adr.bytes();
    }
    if (values.isEmpty()) {
      return place == null ? adr.bytes() : without(place);
    }
    Edit edit = place == null ? new Insertion(adr, field).of(values) : edit(place, values);
    return structure.source().with(List.of(edit));
  }

  /** A status that names the record that took over. */
  private byte[] superseded(List<String> values) {
    boolean said =
        adr.head().status() != Status.PARTLY && adr.targets(LinkKind.SUPERSEDED_BY).equals(values);
    if (values.isEmpty() || said) {
      return adr.bytes();
    }
    String words = "superseded by " + String.join(", ", values);
    String now = structure.word(Field.STATUS);
    if (now.equalsIgnoreCase(words)) {
      return adr.bytes();
    }
    boolean large =
        !now.isEmpty() && now.substring(0, 1).equals(now.substring(0, 1).toUpperCase(Locale.ROOT));
    boolean nygard = adr.head().dialect() == Dialect.NYGARD;
    String status = large || nygard ? "S" + words.substring(1) : words;
    return new Change(adr, Field.STATUS).to(List.of(status));
  }

  private byte[] without(Place place) {
    boolean whole =
        place.shape() == Place.Shape.FRONT
            || place.shape() == Place.Shape.BULLETS
            || (place.shape() == Place.Shape.LINE && isAlone(place));
    if (!whole) {
      return place.shape() == Place.Shape.HEADING
          ? adr.bytes()
          : structure.source().with(List.of(new Edit(place.from(), place.to(), "")));
    }
    return structure
        .source()
        .with(List.of(new Edit(lines.from(place.line()), lines.next(place.last()), "")));
  }

  private boolean isAlone(Place place) {
    return lines.at(lines.ink(place.line())) != '#'
        && structure.places().values().stream().filter(one -> one.line() == place.line()).count()
            == 1;
  }

  private Edit edit(Place place, List<String> values) {
    return new Edit(place.from(), place.to(), spaced(place, text(place, values)));
  }

  private String text(Place place, List<String> values) {
    return switch (place.shape()) {
      case FRONT -> front(place, values);
      case LINE -> Spelling.line(field, values);
      case ROW -> Spelling.cell(field, values);
      case BULLETS -> items(place.line() + 1, values);
      case HEADING ->
          field.isList() && lines.item(place.line()) >= 0
              ? items(place.line(), values).stripLeading()
              : Spelling.line(field, values);
    };
  }

  private String front(Place place, List<String> values) {
    if (place.last() > place.line() && field.isList()) {
      int item = place.line() + 1;
      String indent = adr.structure().source().text(lines.from(item), lines.ink(item));
      StringBuilder text = new StringBuilder();
      values.forEach(
          one -> text.append('\n').append(indent).append("- ").append(Spelling.scalar(one)));
      return text.toString();
    }
    String before = structure.source().text(place.from(), place.to());
    if (before.startsWith("[") && field.isList()) {
      return Spelling.flow(values);
    }
    String yaml = Spelling.yaml(field, values);
    boolean quoted = before.startsWith("\"") && !yaml.startsWith("\"") && !yaml.startsWith("[");
    return quoted ? Spelling.quoted(yaml) : yaml;
  }

  private String items(int line, List<String> values) {
    String mark = structure.source().text(lines.from(line), lines.item(line));
    List<String> items = new ArrayList<>();
    values.forEach(one -> items.add(mark + Written.shownInItem(one)));
    return String.join("\n", items);
  }

  /** With a blank before and behind, where the name or a comment would touch it. */
  private String spaced(Place place, String text) {
    if (place.from() == 0 || place.shape() == Place.Shape.BULLETS || text.startsWith("\n")) {
      return text;
    }
    char before = lines.at(place.from() - 1);
    @Nullable Character behind =
        place.to() < structure.source().length() ? lines.at(place.to()) : null;
    boolean touches = behind != null && (behind == '#' || behind == '<');
    boolean joined = ":*_".indexOf(before) >= 0 && place.shape() != Place.Shape.HEADING;
    return (joined ? " " : "") + text + (touches ? " " : "");
  }
}
