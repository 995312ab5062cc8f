package pilothouse.evidence.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Fields;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Order;
import pilothouse.evidence.tables.Tables;
import pilothouse.text.Texts;

/** Lays what somebody declares over how a table was understood. */
final class Wishes {
  private Wishes() {}

  /** The mapping with what is wished declared over what was remembered or guessed. */
  static Mapping declared(Mapping base, Tables table, Wish wish) {
    Map<String, String> columns = new LinkedHashMap<>(base.columns());
    Map<String, String> constants = new LinkedHashMap<>(base.constants());
    wish.columns()
        .forEach((column, field) -> {
          String named = column(column, table.sample().header());
          columns.remove(named);
          if (!field.isEmpty()) {
            known(base.kind(), field);
            columns.values().removeIf(field::equals);
            columns.put(named, field);
          }
        });
    wish.constants()
        .forEach((field, value) -> {
          known(base.kind(), field);
          if (value.isEmpty()) {
            constants.remove(field);
          } else {
            constants.put(field, value);
          }
        });
    Order order = wish.order() != null ? wish.order() : base.order();
    Decimal decimal = wish.decimal() != null ? wish.decimal() : base.decimal();
    return new Mapping(
        base.kind(),
        columns,
        constants,
        wish.zone() != null ? wish.zone() : base.zone(),
        order,
        decimal);
  }

  private static void known(Kind kind, String field) {
    if (Fields.named(kind, field).isEmpty()) {
      throw new BadFile(
          Texts.kept("kept.wishes.is-no-field-of", field, kind.word()),
          Texts.kept(
              "kept.wishes.the-fields-are",
              String.join(", ", Fields.of(kind).stream().map(known -> known.name()).toList())));
    }
  }

  private static String column(String wanted, List<String> header) {
    return header.stream()
        .filter(wanted::equals)
        .findFirst()
        .or(() -> header.stream().filter(wanted::equalsIgnoreCase).findFirst())
        .orElseThrow(() ->
            new BadFile(
                Texts.kept("kept.wishes.it-has-no-column", wanted),
                Texts.kept(
                    "kept.wishes.the-columns-are",
                    String.join(", ", header.stream().limit(50).toList()))));
  }
}
