package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.WorkItem;

/** Finds the work item that a reference means: only what a source told of is found. */
final class Names {
  private final Map<String, Shelf.Held<WorkItem>> byKey = new HashMap<>();
  private final Map<String, Shelf.Held<WorkItem>> byNumber = new HashMap<>();

  private final Map<String, List<Shelf.Held<WorkItem>>> byChange = new HashMap<>();

  private Names() {}

  static Names of(List<Shelf.Held<WorkItem>> items) {
    Names names = new Names();
    for (Shelf.Held<WorkItem> held : items) {
      WorkItem item = held.thing();
      if (item.isTold()) {
        names.byKey.put(item.key(), held);
        List<String> changes = item.changes();
        for (String change : changes == null ? List.<String>of() : changes) {
          names.byChange.computeIfAbsent(change, key -> new ArrayList<>()).add(held);
        }
        String number = item.number();
        if (number != null) {
          names.byNumber.putIfAbsent(number(held.path(), number), held);
        }
      }
    }
    return names;
  }

  private static String number(String path, String number) {
    String plain = number.toUpperCase(Locale.ROOT);
    return plain.indexOf('-') > 0 ? plain : path + "#" + plain;
  }

  /**
   * What is meant.
   *
   * @param home the repository of the text with its host
   * @param path the same without its host
   */
  Shelf.@Nullable Held<WorkItem> find(Reference reference, String home, String path) {
    Shelf.Held<WorkItem> exactly = byKey.get(reference.key(home));
    if (exactly != null) {
      return exactly;
    }
    if (reference.isWhole()) {
      return byNumber.get(
          number(reference.where().replaceFirst("^[^/]*/", ""), reference.number()));
    }
    String where = reference.where().isEmpty() ? path : reference.where();
    return byNumber.get(number(where, reference.number()));
  }

  /** Those that a source links with a change. */
  List<Shelf.Held<WorkItem>> linkedWith(String change) {
    return byChange.getOrDefault(change, List.of());
  }
}
