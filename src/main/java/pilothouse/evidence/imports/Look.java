package pilothouse.evidence.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unpacked;
import pilothouse.evidence.tables.Guide;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Tables;
import pilothouse.text.Texts;

/**
 * A file whose beginning was looked at; the rest is read once, when it is taken.
 *
 * @param name for people
 * @param kind never {@link Kind#AUTO}
 * @param table null when it is none
 * @param mapping how a table is understood; null when it is none
 * @param remembered whether the mapping was confirmed before
 * @param confirmedAt when; null when it was not, or not so
 * @param isProduction whether people use what runs in that environment
 */
public record Look(
    String name,
    Kind kind,
    Unpacked in,
    @Nullable Tables table,
    @Nullable Mapping mapping,
    boolean remembered,
    @Nullable Instant confirmedAt,
    Predicate<String> isProduction) {

  /** What a table's mapping lacks. */
  public List<Guide.Lack> lacks() {
    return table == null || mapping == null ? List.of() : Guide.lacks(mapping, table.sample());
  }

  /** What a table's mapping means, in sentences. */
  public List<String> notes() {
    if (table == null || mapping == null) {
      return List.of();
    }
    List<String> notes = new ArrayList<>(Guide.notes(mapping, table.sample()));
    List<String> names = Environments.of(mapping, table.sample());
    if (!names.isEmpty()) {
      notes.add(Environments.sentence(names, isProduction));
      notes.add(Texts.kept("kept.environments.first-lines"));
    }
    return notes;
  }

  /** What was declared earlier and holds again; empty when nothing was confirmed before. */
  public String confirmed(ZoneId zone) {
    if (confirmedAt == null || mapping == null) {
      return "";
    }
    List<String> declared = new ArrayList<>();
    mapping
        .constants()
        .forEach((field, value) -> declared.add(Texts.kept("kept.look.always", field, value)));
    if (mapping.zone() != null) {
      declared.add(Texts.kept("kept.look.zone", mapping.zone()));
    }
    LocalDate on = LocalDate.ofInstant(confirmedAt, zone);
    return declared.isEmpty()
        ? Texts.kept("kept.look.read-as-confirmed", on)
        : Texts.kept("kept.look.read-as-confirmed-with", on, String.join(", ", declared));
  }

  /** What tells tables of the same making from others; empty when it is none. */
  public String signature() {
    return table == null ? "" : table.signature();
  }

  /** The same with another mapping. */
  public Look with(Mapping other) {
    return new Look(name, kind, in, table, other, remembered, confirmedAt, isProduction);
  }
}
