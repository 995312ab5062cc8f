package pilothouse.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/** Tells what kind of file it is, and reads what it says. */
final class Imports {
  private Imports() {}

  /**
   * What a file says: our own YAML, JSON or table, catalog-info.yaml, or a Team API file.
   *
   * @throws Refused where it is none of them, or cannot be read at all
   */
  static List<Item> read(String file, String text) {
    if (text.isBlank()) {
      throw Refused.unfit(
          Texts.say("catalog.imports.is-empty", file),
          Texts.say("catalog.imports.send-a-table-or"));
    }
    return isTable(file, text) ? TableFormat.read(file, text) : documents(file, text);
  }

  /** The same for what a program sends: also one thing, or a list of things, of that part. */
  static List<Item> sent(String file, String text, String part) {
    List<Object> documents = Yaml.documents(file, text);
    if (documents.size() == 1
        && (documents.getFirst() instanceof List
            || (documents.getFirst() instanceof Map<?, ?> map
                && !isOwn(map)
                && !BackstageFormat.isOne(map)
                && !TeamApi.isOne(map)))) {
      return OwnFormat.read(new Doc(file, Map.of(part, documents.getFirst())));
    }
    return documents(file, text);
  }

  private static List<Item> documents(String file, String text) {
    List<Object> documents = Yaml.documents(file, text);
    List<Item> items = new ArrayList<>();
    BackstageFormat backstage = new BackstageFormat("", "");
    for (int i = 0; i < documents.size(); i++) {
      Object document = documents.get(i);
      String where = documents.size() == 1 ? file : file + ", document " + (i + 1);
      if (BackstageFormat.isOne(document)) {
        backstage.read(where, document);
      } else if (TeamApi.isOne(document)) {
        items.add(team(where, document, documents.size() == 1 ? text : Yaml.text(document)));
      } else if (isOwn(document)) {
        items.addAll(OwnFormat.read(Doc.of(where, document)));
      } else {
        items.add(unknown(where));
      }
    }
    items.addAll(backstage.items());
    for (String target : backstage.targets()) {
      items.add(elsewhere(file, target, Texts.say("catalog.imports.import-that-file-too")));
    }
    for (String target : backstage.remote()) {
      items.add(elsewhere(file, target, Texts.say("catalog.imports.fetch-it-yourself-and")));
    }
    return items;
  }

  private static Item team(String where, Object document, String text) {
    try {
      return TeamApi.read(where, document, text);
    } catch (Refused e) {
      return new Item.Bad(where, String.valueOf(e.getMessage()), e.mend());
    }
  }

  private static Item unknown(String where) {
    return new Item.Bad(
        where,
        Texts.say("catalog.imports.is-of-no-kind", where),
        Texts.say("catalog.imports.send-lists-called-backstage", OwnFormat.PARTS));
  }

  private static Item elsewhere(String file, String target, String mend) {
    return new Item.Bad(
        file,
        Texts.say("catalog.imports.it-names-another-file", target),
        Texts.say("catalog.imports.if-you-want-it", mend));
  }

  private static boolean isOwn(Object document) {
    return document instanceof Map<?, ?> map
        && (map.containsKey(OwnFormat.MARK) || OwnFormat.PARTS.stream().anyMatch(map::containsKey));
  }

  private static boolean isTable(String file, String text) {
    if (file.endsWith(".csv")) {
      return true;
    }
    String head = text.replace("\uFEFF", "").lines().findFirst().orElse("");
    return !file.matches(".*\\.(?:ya?ml|json)")
        && head.matches("[\\w ]+(?:[,;][\\w ]+)+")
        && Set.of("system", "team", "person", "kind")
            .contains(head.split("[,;]", 2)[0].strip().toLowerCase(java.util.Locale.ROOT));
  }
}
