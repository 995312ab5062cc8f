package pilothouse.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a repository lays over its history: where it is cut off, other parents, other objects. Ids
 * are hexadecimal in lower case.
 *
 * @param shallow commits whose parents are left out
 * @param grafts commits with other parents than they say; {@code shallow} goes before them
 * @param replacements objects that stand for others, chains followed to their end
 */
record Amendments(
    Set<String> shallow, Map<String, List<String>> grafts, Map<String, String> replacements) {
  private static final int LONGEST_CHAIN = 5;

  Amendments {
    shallow = Set.copyOf(shallow);
    grafts = Map.copyOf(grafts);
    replacements = Map.copyOf(replacements);
  }

  static Amendments read(Place place, Refs refs) {
    return new Amendments(shallow(place), grafts(place), replacements(place, refs));
  }

  private static Set<String> shallow(Place place) {
    Set<String> ids = new HashSet<>();
    for (String line : Disk.linesIfThere(place.commonDir().resolve("shallow"))) {
      String id = line.strip().toLowerCase(Locale.ROOT);
      if (isId(id, place)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** Each line a commit and the parents it shall have; a line that is not so is passed over. */
  private static Map<String, List<String>> grafts(Place place) {
    Map<String, List<String>> parents = new HashMap<>();
    for (String line : Disk.linesIfThere(place.commonDir().resolve("info/grafts"))) {
      List<String> ids = List.of(line.strip().toLowerCase(Locale.ROOT).split(" +"));
      if (!line.startsWith("#") && ids.stream().allMatch(id -> isId(id, place))) {
        parents.put(ids.getFirst(), List.copyOf(ids.subList(1, ids.size())));
      }
    }
    return parents;
  }

  private static Map<String, String> replacements(Place place, Refs refs) {
    Map<String, String> direct = new HashMap<>();
    if (place.config().on("core.usereplacerefs", true)) {
      for (Ref ref : refs.all()) {
        String name = ref.name();
        if (name.startsWith(Ref.REPLACE) && isId(name.substring(Ref.REPLACE.length()), place)) {
          direct.put(name.substring(Ref.REPLACE.length()), ref.hexId());
        }
      }
    }
    Map<String, String> whole = new HashMap<>();
    direct.forEach((id, by) -> whole.put(id, end(direct, id)));
    return whole;
  }

  private static String end(Map<String, String> direct, String id) {
    List<String> chain = new ArrayList<>();
    String at = id;
    for (String by = direct.get(at); by != null; by = direct.get(at)) {
      if (chain.contains(at) || chain.size() > LONGEST_CHAIN) {
        throw new GitTrouble(
            "The replacement refs/replace/"
                + id
                + " leads round in a circle: `git replace -d "
                + id
                + "` takes it away.");
      }
      chain.add(at);
      at = by;
    }
    return at;
  }

  private static boolean isId(String text, Place place) {
    return text.length() == place.idWidth() * 2
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
