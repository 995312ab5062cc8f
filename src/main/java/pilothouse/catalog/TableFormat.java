package pilothouse.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pilothouse.people.TeamDraft;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Our own tables: what a table is about is told by the names of its columns. */
final class TableFormat {
  private TableFormat() {}

  /** What a table may be about, with the columns that tell it. */
  enum Kind {
    MEMBERSHIPS("memberships", List.of("team", "person", "function", "from", "to")),
    OWNERS("owners", List.of("system", "team", "from", "to")),
    NEEDS("dependencies", List.of("system", "depends_on", "from", "to")),
    RULES("rules", List.of("kind", "pattern", "folder", "target")),
    PEOPLE("people", List.of("person", "emails", "logins", "bot")),
    TEAMS("teams", List.of("team", "title", "type", "focus")),
    SYSTEMS(
        "systems",
        List.of(
            "system",
            "title",
            "kind",
            "description",
            "lifecycle",
            "repository",
            "folder",
            "part_of",
            "owner",
            "depends_on"));

    final String word;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, which nobody can change.
    final List<String> columns;

    Kind(String word, List<String> columns) {
      this.word = word;
      this.columns = columns;
    }

    /** The columns without which it could be any other table. */
    private Set<String> signs() {
      return switch (this) {
        case MEMBERSHIPS -> Set.of("team", "person");
        case OWNERS -> Set.of("system", "team");
        case NEEDS -> Set.of("system", "depends_on", "from");
        case RULES -> Set.of("kind", "pattern", "target");
        case PEOPLE -> Set.of("person");
        case TEAMS -> Set.of("team");
        case SYSTEMS -> Set.of("system");
      };
    }
  }

  static List<Item> read(String file, String text) {
    List<Item> items = new ArrayList<>();
    List<Doc> rows = Csv.rows(file, text, items);
    if (rows.isEmpty()) {
      return items;
    }
    Kind kind = kind(file, rows.getFirst());
    for (Doc row : rows) {
      try {
        row.allow(new TreeSet<>(kind.columns));
        items.add(item(kind, row));
      } catch (Refused e) {
        items.add(new Item.Bad(row.where(), String.valueOf(e.getMessage()), e.mend()));
      }
    }
    return items;
  }

  /** In this order they go into an empty house: names before what speaks of them. */
  static final List<Kind> ORDER =
      List.of(
          Kind.TEAMS,
          Kind.PEOPLE,
          Kind.SYSTEMS,
          Kind.MEMBERSHIPS,
          Kind.OWNERS,
          Kind.NEEDS,
          Kind.RULES);

  private static Kind kind(String file, Doc row) {
    Set<String> columns = new TreeSet<>();
    row.values().keySet().forEach(name -> columns.add(String.valueOf(name)));
    for (Kind kind : Kind.values()) {
      if (columns.containsAll(kind.signs())) {
        return kind;
      }
    }
    throw Refused.unfit(
        Texts.say("catalog.table-format.nobody-can-tell-what", file, columns),
        Texts.say("catalog.table-format.name-the-columns-in"));
  }

  private static Item item(Kind kind, Doc row) {
    return switch (kind) {
      case SYSTEMS ->
          new Item.OfSystem(
              row.where(),
              new SystemDraft(row.needed("system"), OwnFormat.fields(row, SystemDraft.FIELDS)),
              row.has("owner") ? row.words("owner") : null,
              row.has("depends_on") ? row.words("depends_on") : null);
      case OWNERS -> {
        row.needed("from");
        var first = row.day("from");
        yield new Item.OfOwner(
            row.where(),
            row.needed("system"),
            row.needed("team"),
            java.util.Objects.requireNonNull(first),
            row.day("to"));
      }
      case NEEDS -> {
        row.needed("from");
        var first = row.day("from");
        yield new Item.OfNeed(
            row.where(),
            row.needed("system"),
            row.needed("depends_on"),
            java.util.Objects.requireNonNull(first),
            row.day("to"));
      }
      case RULES -> new Item.OfRule(row.where(), OwnFormat.rule(row, row.needed("kind")));
      case PEOPLE -> OwnFormat.person(row, row.text("person"));
      case TEAMS ->
          new Item.OfTeam(
              row.where(),
              new TeamDraft(row.needed("team"), OwnFormat.fields(row, TeamDraft.FIELDS)),
              List.of());
      case MEMBERSHIPS -> OwnFormat.member(row, row.needed("team"));
    };
  }
}
