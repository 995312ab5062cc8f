package pilothouse.decisions;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Names of files for decisions that have none: a number, and the title that came first. */
final class FileNames {
  private static final int LONGEST = 60;
  private static final Pattern NUMBER = Pattern.compile("^(?:adr[-_ ]?)?0*(\\d{1,5})(?=[-_. ]|$)");
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> titles = new TreeMap<>();
  private final Set<Integer> numbers = new HashSet<>();
  private final String prefix;
  private int last;

  /**
   * In a folder.
   *
   * @param taken the paths that are in use
   * @param prefix of the paths in the folder; empty where it is the whole
   */
  FileNames(Handle rows, Collection<String> taken, String prefix) {
    this.prefix = prefix;
    taken.forEach(this::take);
    rows.createQuery("select decision, title from decision_words where number = 1")
        .map((row, _) -> titles.put(row.getString("decision"), row.getString("title")))
        .list();
  }

  private void take(String path) {
    taken.add(path.toLowerCase(Locale.ROOT));
    String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "/";
    Matcher number = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
    if (name.indexOf('/') < 0 && number.find()) {
      int found = Integer.parseInt(number.group(1));
      numbers.add(found);
      last = Math.max(last, found);
    }
  }

  /** Its own number where that is free, and nobody else counts here; else the next one. */
  String next(Decision one, boolean own) {
    int number = own && !numbers.contains(one.number()) ? one.number() : last + 1;
    String slug = slug(titles.getOrDefault(one.id(), one.title()));
    String path = prefix + "%04d-%s.md".formatted(number, slug);
    take(path);
    return path;
  }

  /** Below the name of the folder that it is from. */
  String below(FileRow other) {
    String folder = prefix + slug(Folders.called(other.folder()));
    String path = folder + "/" + other.path();
    for (int i = 2; taken.contains(path.toLowerCase(Locale.ROOT)); i++) {
      path = folder + "-" + i + "/" + other.path();
    }
    take(path);
    return path;
  }

  /** In small letters and digits, the words between dashes. */
  private static String slug(String text) {
    String plain =
        Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return cut.isEmpty() ? "decision" : cut.replaceAll("-+$", "");
  }
}
