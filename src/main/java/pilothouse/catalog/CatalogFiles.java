package pilothouse.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pilothouse.evidence.History;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/** Finds catalog-info.yaml in repositories that have been read, and what it leads to. */
final class CatalogFiles {
  private static final int MOST = 200;
  private final Kept kept;

  CatalogFiles(Kept kept) {
    this.kept = kept;
  }

  /** The files of that name in the head's tree, the one nearest to the root first. */
  List<String> in(History history) {
    List<String> found = new ArrayList<>();
    for (int path : history.files().path()) {
      String text = history.paths()[path];
      if (text.matches("(?:.*/)?catalog-info\\.ya?ml") && found.size() < MOST) {
        found.add(text);
      }
    }
    found.sort((a, b) -> depth(a) == depth(b) ? a.compareTo(b) : depth(a) - depth(b));
    return found;
  }

  /** What the file says, with the files of the same repository that it names; empty when gone. */
  Optional<List<Item>> read(String repository, String file) {
    List<Item> items = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(file));
    Set<String> seen = new HashSet<>(open);
    boolean found = false;
    while (!open.isEmpty()) {
      String path = open.poll();
      Map<String, String> texts = kept.evidence().texts(repository, List.of(path));
      if (!texts.containsKey(path)) {
        items.add(missing(path));
        continue;
      }
      found |= path.equals(file);
      String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
      BackstageFormat format = new BackstageFormat(repository, folder);
      read(path, texts.getOrDefault(path, ""), format, items);
      for (String target : format.targets()) {
        String next = resolved(folder, target);
        if (next.isEmpty()) {
          items.add(out(path, target));
        } else if (seen.size() < MOST && seen.add(next)) {
          open.add(next);
        }
      }
      for (String target : format.remote()) {
        items.add(
            bad(
                path,
                Texts.say("catalog.catalog-files.its-target-lies-elsewhere", target),
                Texts.say("catalog.catalog-files.it-is-not-followed")));
      }
    }
    return found ? Optional.of(items) : Optional.empty();
  }

  private static Item missing(String path) {
    return bad(
        path,
        Texts.say("catalog.catalog-files.it-is-not-in"),
        Texts.say("catalog.catalog-files.mend-the-locations-target"));
  }

  private static Item out(String path, String target) {
    return bad(
        path,
        Texts.say("catalog.catalog-files.its-target-leads-out", target),
        Texts.say("catalog.catalog-files.mend-it"));
  }

  private static void read(String path, String text, BackstageFormat format, List<Item> items) {
    try {
      List<Object> documents = Yaml.documents(path, text);
      for (int i = 0; i < documents.size(); i++) {
        String where = documents.size() == 1 ? path : path + ", document " + (i + 1);
        format.read(where, documents.get(i));
      }
      items.addAll(format.items());
    } catch (Refused e) {
      items.add(bad(path, String.valueOf(e.getMessage()), e.mend()));
    }
  }

  private static Item bad(String where, String why, String mend) {
    return new Item.Bad(where, why, mend);
  }

  /** A path seen from a folder; empty where it leads out of the repository. */
  static String resolved(String folder, String target) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + target).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return "";
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }
}
