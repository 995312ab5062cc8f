package pilothouse.decisions.adr;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a line which other records it names, and how. */
final class LinkWords {
  private static final int LONGEST = 2_000;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?<![\\w./-])(?:[\\w./%-]{1,200}\\.md\\b|\\d{8}-[\\w-]{1,200}|(?:[a-z]{2,12}-)?"
              + "(?:adr|rfc|decision|entscheidung)[-_ #]{0,3}\\d{1,5}\\b)");

  private static final Pattern BARE = Pattern.compile("(?<![-/.\\w])#?\\d{1,4}\\b(?![-/.]\\d)");

  private LinkWords() {}

  /**
   * The links of a line.
   *
   * @param otherwise how a link is meant that stands without words; null where it is none then
   */
  static List<Link> read(String line, @Nullable LinkKind otherwise) {
    String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    List<int[]> marked = new ArrayList<>();
    List<LinkKind> kinds = new ArrayList<>();
    find(text, marked, kinds);
    List<Link> links = new ArrayList<>();
    if (marked.isEmpty() && otherwise != null) {
      return linked(otherwise, text, otherwise != LinkKind.RELATES);
    }
    for (int i = 0; i < marked.size(); i++) {
      int to = i + 1 < marked.size() ? marked.get(i + 1)[0] : text.length();
      String behind = text.substring(marked.get(i)[1], to);
      LinkKind kind = kinds.get(i);
      boolean named = kind != LinkKind.RELATES;
      List<Link> found = linked(kind, behind, named);
      boolean dense = marked.get(i)[1] > 0 && Words.isDense(text.charAt(marked.get(i)[1] - 1));
      if (found.isEmpty() && dense && i == 0) {
        found = linked(kind, text.substring(0, marked.get(i)[0]), named);
      }
      links.addAll(found);
    }
    return links;
  }

  private static void find(String text, List<int[]> marked, List<LinkKind> kinds) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (plain.length() != text.length()) {
      plain = text;
    }
    for (int i = 0; i < plain.length(); i++) {
      int linked = plain.charAt(i) == '[' ? plain.indexOf("](", i) : -1;
      if (linked > 0) {
        int close = plain.indexOf(')', linked);
        i = close < 0 ? linked : close;
        continue;
      }
      if (isInside(plain, i)) {
        continue;
      }
      int end = 0;
      LinkKind kind = null;
      for (String word : LinkKind.beginningWith(bare(plain.charAt(i)))) {
        int to = ending(plain, i, word);
        if (to > end) {
          end = to;
          kind = LinkKind.meant(word);
        }
      }
      if (kind != null) {
        boolean passive = plain.indexOf('被') >= 0 && Words.isDense(plain.charAt(i));
        marked.add(new int[] {i, end});
        kinds.add(passive && kind == LinkKind.SUPERSEDES ? LinkKind.SUPERSEDED_BY : kind);
        i = end - 1;
      }
    }
  }

  /** Within a word or a slug no other word begins. */
  private static boolean isInside(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return (Character.isLetterOrDigit(before) || "-/".indexOf(before) >= 0)
        && !Words.isDense(text.charAt(at));
  }

  /** Where a word without accents ends that begins there; -1 where another word stands there. */
  private static int ending(String text, int from, String word) {
    int at = from;
    for (int i = 0; i < word.length(); i++, at++) {
      if (at >= text.length() || !alike(text.charAt(at), word.charAt(i))) {
        return -1;
      }
    }
    boolean slug = at < text.length() && text.charAt(at) == '-';
    return Words.ends(text, at) && !slug ? at : -1;
  }

  private static boolean alike(char written, char plain) {
    return bare(written) == plain || (plain == ' ' && "-_\t".indexOf(written) >= 0);
  }

  private static char bare(char written) {
    return written < 0xc0
        ? written
        : Normalizer.normalize(String.valueOf(written), Normalizer.Form.NFKD).charAt(0);
  }

  private static List<Link> linked(LinkKind kind, String text, boolean named) {
    List<Link> links = new ArrayList<>();
    int at = text.indexOf("](");
    while (at >= 0) {
      int open = text.lastIndexOf('[', at);
      int close = text.indexOf(')', at);
      if (open >= 0 && close > at) {
        String target = text.substring(at + 2, close).strip().replaceFirst("\\s+\".*$", "");
        boolean ours = named || isFile(target);
        if (ours && !target.isEmpty()) {
          links.add(new Link(kind, target, text.substring(open + 1, at).strip()));
        }
      }
      at = text.indexOf("](", at + 2);
    }
    if (links.isEmpty() && named) {
      Matcher names = NAMED.matcher(text);
      while (names.find()) {
        links.add(new Link(kind, names.group(), names.group()));
      }
      Matcher bare = BARE.matcher(text);
      if (links.isEmpty() && bare.find()) {
        links.add(new Link(kind, bare.group(), bare.group()));
      }
    }
    return links;
  }

  private static boolean isFile(String target) {
    String path = target.replaceFirst("[#?].*$", "").toLowerCase(Locale.ROOT);
    return (path.endsWith(".md") || path.endsWith(".markdown")) && !path.contains("://");
  }
}
