package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a text names: {@code #12}, {@code acme/shop#12}, {@code GH-12}, {@code PROJ-34}, and
 * the address of an issue; {@code closes #12, #13} says that they are done by it. A branch names by
 * {@code 12-late-ferry}, {@code issue-12} and {@code PROJ-34-late-ferry}.
 */
public final class References {
  private static final int LONGEST = 100_000;
  private static final int MOST = 50;
  private static final String KEY = "[A-Z][A-Z0-9]{1,9}-\\d{1,9}";

  private static final Pattern NAMED =
      Pattern.compile(
          "https?://(?<host>[\\w.-]{1,200}(?::\\d{1,5})?)/(?<path>[\\w.-]{1,100}(?:/[\\w.-]{1,100}){1,8}?)"
              + "(?:/-)?/(?:issues|work_items)/(?<linked>\\d{1,9})(?!\\d)"
              + "|https?://[\\w.:-]{1,200}/(?:[\\w.-]{1,100}/){0,4}browse/(?<browsed>"
              + KEY
              + ")(?!\\w)"
              + "|https?://\\S++"
              + "|(?<![\\w./#&-])(?<there>[\\w.-]{1,100}+(?:/[\\w.-]{1,100}+){1,8}+)?#(?<number>\\d{1,9})(?![\\w-])"
              + "|(?<![\\w-])GH-(?<hub>\\d{1,9})(?![\\w-])"
              + "|(?<![\\w./-])(?<key>"
              + KEY
              + ")(?![\\w-])");

  private static final Pattern CLOSES =
      Pattern.compile(
          "(?i)\\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)"
              + ":?\\s+(?:issues?\\s+)?$");
  private static final Pattern GOES_ON = Pattern.compile("\\s*(?:,|and|,\\s*and|&)\\s*");
  private static final int BEFORE = 40;

  private static final Pattern UNSAID =
      Pattern.compile("(?s)<!--.*?(?:-->|$)|```.*?(?:```|$)|`[^`\\n]*`|(?m:^[ \\t]*>[^\\n]*)");

  private static final Pattern PART =
      Pattern.compile(
          "(?:(?:issues?|gh|bug|ticket)[-_#]?(?<told>\\d{1,9})(?![a-z0-9])"
              + "|(?<first>\\d{1,6})[-_](?=[a-z])"
              + "|(?<![a-z0-9])(?<key>[a-z][a-z0-9]{1,9}-\\d{1,9})(?![a-z0-9])).*");

  private References() {}

  /** What a title, a subject or a message names, closed things first, each once. */
  public static List<Reference> in(String text) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Map<String, Reference> found = new LinkedHashMap<>();
    Matcher named = NAMED.matcher(read);
    int end = -1;
    boolean closed = false;
    while (found.size() < MOST && named.find()) {
      boolean goesOn = closed && GOES_ON.matcher(read.substring(end, named.start())).matches();
      closed = goesOn || closes(read, named.start());
      end = named.end();
      Reference one = reference(named, closed);
      if (one != null) {
        found.merge(one.where() + "#" + one.number(), one, (a, b) -> a.closes() ? a : b);
      }
    }
    return ordered(found);
  }

  /** The same of a description: what stands in comments, code and quotations is not said. */
  public static List<Reference> said(String description) {
    String read = description.length() > LONGEST ? description.substring(0, LONGEST) : description;
    return in(UNSAID.matcher(read).replaceAll(" "));
  }

  private static List<Reference> ordered(Map<String, Reference> found) {
    List<Reference> all = new ArrayList<>(found.values());
    all.sort((a, b) -> Boolean.compare(b.closes(), a.closes()));
    return List.copyOf(all);
  }

  private static boolean closes(String text, int at) {
    return CLOSES.matcher(text.substring(Math.max(0, at - BEFORE), at)).find();
  }

  private static @org.jspecify.annotations.Nullable Reference reference(
      Matcher named, boolean closes) {
    String linked = named.group("linked");
    if (linked != null) {
      String where = named.group("host") + "/" + named.group("path");
      return new Reference(where.toLowerCase(Locale.ROOT), plain(linked), true, closes);
    }
    for (String group : List.of("browsed", "key")) {
      if (named.group(group) != null) {
        return new Reference("", named.group(group), false, closes);
      }
    }
    String there = named.group("there");
    String number = named.group("number") == null ? named.group("hub") : named.group("number");
    return number == null
        ? null
        : new Reference(
            there == null ? "" : there.toLowerCase(Locale.ROOT), plain(number), false, closes);
  }

  private static String plain(String number) {
    return number.replaceFirst("^0+(?=\\d)", "");
  }

  /** What a branch's name names; it never says that anything is done. */
  public static List<Reference> ofBranch(String branch) {
    List<Reference> found = new ArrayList<>();
    for (String part : branch.toLowerCase(Locale.ROOT).split("/", 12)) {
      Matcher named = PART.matcher(part);
      if (named.lookingAt()) {
        String key = named.group("key");
        String number = named.group("told") == null ? named.group("first") : named.group("told");
        String name = key == null ? plain(String.valueOf(number)) : key.toUpperCase(Locale.ROOT);
        found.add(new Reference("", name, false, false));
      }
    }
    return found;
  }
}
