package pilothouse.flags;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Where keys of flags still stand in code: each newest commit is searched once, behind. */
final class Mentions {
  /** So many files of a repository are searched, none of more bytes than that. */
  private static final int FILES = 20_000;

  private static final int LARGEST = 1024 * 1024;
  private static final int AT_ONCE = 200;

  /** So many files that name a key are kept of a repository. */
  private static final int NAMED = 1_000;

  private static final System.Logger LOG = System.getLogger(Mentions.class.getName());

  private final Map<String, Searched> all = new ConcurrentHashMap<>();
  private volatile long lastVersion = -1;
  private volatile Set<String> lastKeys = Set.of();

  /**
   * What was found in a repository.
   *
   * @param found paths by the keys that they name
   * @param left how many files were not searched, for they are too large or too many
   */
  private record Searched(
      String commit, Set<String> keys, Map<String, List<String>> found, int left) {}

  /** Searches what is new: a commit, or a key. */
  void round(Code code, List<Flag> flags) {
    Set<String> keys = flags.stream().map(Flag::key).collect(Collectors.toSet());
    long version = code.version();
    if (version == lastVersion && lastKeys.equals(keys)) {
      return;
    }
    Set<String> there = new HashSet<>();
    for (Code.Head head : keys.isEmpty() ? List.<Code.Head>of() : code.heads()) {
      there.add(head.repository());
      Searched before = all.get(head.repository());
      if (before == null
          || !before.commit().equals(head.commit())
          || !before.keys().containsAll(keys)) {
        search(code, head, keys);
      }
    }
    all.keySet().retainAll(there);
    lastVersion = version;
    lastKeys = keys;
  }

  /** What cannot be read now hinders no other, and is unknown. */
  private void search(Code code, Code.Head head, Set<String> keys) {
    try {
      all.put(head.repository(), searched(code, head, keys));
    } catch (RuntimeException e) {
      all.remove(head.repository());
      LOG.log(System.Logger.Level.WARNING, "flags in " + head.repository(), e);
    }
  }

  private static Searched searched(Code code, Code.Head head, Set<String> keys) {
    KeySearch search = new KeySearch(keys);
    List<String> paths = head.paths().stream().limit(FILES).toList();
    Map<String, List<String>> found = new TreeMap<>();
    int read = 0;
    for (int from = 0; from < paths.size(); from += AT_ONCE) {
      List<String> some = paths.subList(from, Math.min(from + AT_ONCE, paths.size()));
      Map<String, byte[]> texts = code.contents(head.repository(), some, LARGEST);
      read += texts.size();
      texts.forEach((path, bytes) -> {
        for (String key : search.in(new String(bytes, StandardCharsets.ISO_8859_1))) {
          List<String> named = found.computeIfAbsent(key, _ -> new ArrayList<>());
          if (named.size() < NAMED) {
            named.add(path);
          }
        }
      });
    }
    return new Searched(head.commit(), keys, found, head.paths().size() - read);
  }

  /** Where the key of a flag stands, of what the caller may look at; not in its own files. */
  Standing of(Flag flag, Caller caller) {
    Where place = flag.place();
    boolean isOne = place.kind() == Where.Kind.REPOSITORY;
    List<Standing.Place> places = new ArrayList<>();
    boolean known = KeySearch.canFind(flag.key()) && (isOne || !all.isEmpty());
    int left = 0;
    for (String repository : isOne ? Set.of(place.name()) : new TreeSet<>(all.keySet())) {
      Searched one = caller.sees(Where.repository(repository)) ? all.get(repository) : null;
      if (one == null || !one.keys().contains(flag.key())) {
        known = false;
        continue;
      }
      left += one.left();
      one.found().getOrDefault(flag.key(), List.of()).stream()
          .filter(path -> !isItsFile(flag, path))
          .forEach(path -> places.add(new Standing.Place(repository, path)));
    }
    return new Standing(known || !places.isEmpty(), left, places);
  }

  private static boolean isItsFile(Flag flag, String path) {
    return path.endsWith(".flagd.json")
        || flag.seen().stream()
            .map(Sighting::file)
            .anyMatch(file -> !file.isEmpty() && ("/" + path).endsWith("/" + file));
  }
}
