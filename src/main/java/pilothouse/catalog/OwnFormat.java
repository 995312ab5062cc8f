package pilothouse.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.people.TeamDraft;
import pilothouse.systems.Rule;
import pilothouse.systems.RuleBook;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/** Our own YAML and JSON: lists of systems, rules, teams and people. */
final class OwnFormat {
  /** The name by which a file says that it is ours. */
  static final String MARK = "pilothouse-catalog";

  static final Set<String> PARTS = Set.of("systems", "rules", "teams", "people");
  private final List<Item> items = new ArrayList<>();

  private OwnFormat() {}

  /** Reads one document. */
  static List<Item> read(Doc document) {
    OwnFormat format = new OwnFormat();
    Set<String> known = new TreeSet<>(PARTS);
    known.add(MARK);
    document.allow(known);
    format.each(document, "teams", "team", format::team);
    format.each(document, "people", "person", format::person);
    format.each(document, "systems", "system", format::system);
    format.each(document, "rules", "rule", format::rule);
    return format.items;
  }

  /** Takes one thing of a list. */
  private interface Taking {
    void take(Doc doc);
  }

  private void each(Doc document, String part, String noun, Taking taking) {
    int number = 0;
    for (Object value : document.list(part)) {
      number++;
      String where = noun + " " + number;
      try {
        Doc doc = Doc.of(where, value);
        String name = doc.text("name", "pattern");
        taking.take(name.isEmpty() ? doc : new Doc(noun + " " + cut(name), doc.values()));
      } catch (Refused e) {
        items.add(new Item.Bad(where, String.valueOf(e.getMessage()), e.mend()));
      }
    }
  }

  private void system(Doc doc) {
    Set<String> known = new TreeSet<>(SystemDraft.FIELDS);
    known.addAll(Set.of("name", "owner", "owners", "depends_on"));
    doc.allow(known);
    String name = doc.needed("name");
    List<String> owners = edges(doc, doc.has("owners") ? "owners" : "owner", name, true);
    List<String> needs = edges(doc, "depends_on", name, false);
    items.add(
        new Item.OfSystem(
            doc.where(), new SystemDraft(name, fields(doc, SystemDraft.FIELDS)), owners, needs));
    items.addAll(dated);
    dated.clear();
  }

  private final List<Item> dated = new ArrayList<>();

  /** The words that hold now; what has days is put by. Null where the file says nothing. */
  private @Nullable List<String> edges(Doc doc, String field, String system, boolean owner) {
    if (!doc.has(field)) {
      return null;
    }
    List<String> now = new ArrayList<>();
    boolean hasDays = false;
    for (Object value : doc.list(field)) {
      if (!(value instanceof Map)) {
        now.addAll(new Doc(doc.where(), Map.of(field, value)).words(field));
        continue;
      }
      hasDays = true;
      Doc edge = Doc.of(doc.where() + ", " + field, value);
      edge.allow(Set.of(owner ? "team" : "system", "from", "to"));
      String other = edge.needed(owner ? "team" : "system");
      var first = edge.day("from");
      if (first == null) {
        edge.needed("from");
      } else if (owner) {
        dated.add(new Item.OfOwner(edge.where(), system, other, first, edge.day("to")));
      } else {
        dated.add(new Item.OfNeed(edge.where(), system, other, first, edge.day("to")));
      }
    }
    return hasDays && now.isEmpty() ? null : now;
  }

  private void rule(Doc doc) {
    doc.allow(Set.of("kind", "pattern", "folder", "target"));
    items.add(new Item.OfRule(doc.where(), rule(doc, doc.needed("kind"))));
  }

  static RuleBook.Draft rule(Doc doc, String kind) {
    for (Rule.Kind known : Rule.Kind.values()) {
      if (known.word().equals(kind.toLowerCase(Locale.ROOT))) {
        return new RuleBook.Draft(
            known, doc.needed("pattern"), doc.text("folder"), doc.needed("target"));
      }
    }
    throw Refused.unfit(
        Texts.say("catalog.own-format.there-is-no-kind", doc.where(), kind),
        Texts.say("catalog.own-format.use-service-repository-label"));
  }

  private void team(Doc doc) {
    Set<String> known = new TreeSet<>(TeamDraft.FIELDS);
    known.addAll(Set.of("name", "members", "team_api"));
    doc.allow(known);
    String name = doc.needed("name");
    Map<String, String> fields = fields(doc, TeamDraft.FIELDS);
    if (doc.has("team_api")) {
      String document = doc.text("team_api");
      Yaml.documents(doc.where() + ", team_api", document);
      fields.put(TeamDraft.DOCUMENT, document);
    }
    items.add(new Item.OfTeam(doc.where(), new TeamDraft(name, fields), List.of()));
    for (Object value : doc.list("members")) {
      Doc member =
          value instanceof Map
              ? Doc.of(doc.where() + ", members", value)
              : new Doc(doc.where() + ", members", Map.of("person", value));
      member.allow(Set.of("person", "function", "from", "to"));
      items.add(member(member, name));
    }
  }

  static Item member(Doc doc, String team) {
    return new Item.OfMember(
        doc.where(),
        team,
        doc.needed("person"),
        doc.text("function"),
        doc.day("from"),
        doc.day("to"));
  }

  private void person(Doc doc) {
    doc.allow(Set.of("name", "emails", "logins", "bot"));
    items.add(person(doc, doc.text("name")));
  }

  static Item person(Doc doc, String name) {
    List<String> addresses = new ArrayList<>(doc.words("emails"));
    addresses.addAll(doc.words("logins"));
    if (addresses.isEmpty()) {
      throw Refused.unfit(
          Texts.say("catalog.own-format.has-neither-e-mails", doc.where()),
          Texts.say("catalog.own-format.give-at-least-one"));
    }
    String bot = doc.text("bot").toLowerCase(Locale.ROOT);
    Boolean program = bot.isEmpty() ? null : Boolean.valueOf(bot.matches("true|yes|1"));
    return new Item.OfPerson(doc.where(), name, addresses, program);
  }

  static Map<String, String> fields(Doc doc, List<String> names) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : names) {
      if (doc.has(name)) {
        fields.put(name, doc.text(name));
      }
    }
    return fields;
  }

  private static String cut(String name) {
    return name.length() <= 60 ? name : name.substring(0, 59) + "…";
  }
}
