package pilothouse.metrics;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tag's name read as a version: v1.2.3, 1.2.3, release-1.2, name-1.2.3, name/v1.2.3, REL_16_1,
 * 3.0.0.RELEASE.
 *
 * @param name what is versioned, empty when the tag names nothing or only says "release"
 * @param line name and major.minor
 * @param parts how many numbers the version has
 * @param preRelease a candidate, milestone, alpha, beta or the like
 */
record Version(String name, String line, int parts, boolean preRelease) {
  private static final Set<String> PLAIN =
      words(
          """
          v r rel release releases version ver tag tags stable\
          """);

  private static final Set<String> NOT_RELEASES =
      words(
          """
          backup before after pre old wip test tmp archive base merge start end branch show \
          snapshot nightly\
          """);

  private static final Set<String> FINAL =
      words(
          """
          release final ga sp jre android jdk java hotfix patch lts stable incubating p pl \
          post u update security fix esr\
          """);

  private static final Set<String> EARLY =
      words(
          """
          rc cr m milestone alpha beta a b pre preview dev snapshot nightly candidate canary \
          next ea eap test prerelease insiders experimental unstable incoming\
          """);

  /** The version that a tag names; null when it does not look like one. */
  static @Nullable Version of(String tag, String repository) {
    for (int i = 0; i < tag.length(); i++) {
      if (isDigit(tag, i) && (i == 0 || !isDigit(tag, i - 1)) && startsHere(tag, i)) {
        Version version = at(tag, i, repository);
        if (version != null) {
          return version;
        }
      }
    }
    return null;
  }

  /** A number may start a version at the beginning, after a separator, or after a plain word. */
  private static boolean startsHere(String tag, int i) {
    if (i == 0 || isSeparator(tag.charAt(i - 1))) {
      return true;
    }
    int word = i;
    while (word > 0 && Character.isLetter(tag.charAt(word - 1))) {
      word--;
    }
    boolean whole = word == 0 || isSeparator(tag.charAt(word - 1));
    return whole && PLAIN.contains(tag.substring(word, i).toLowerCase(Locale.ROOT));
  }

  private static @Nullable Version at(String tag, int from, String repository) {
    String[] numbers = {"", ""};
    int parts = 0;
    int i = from;
    while (isDigit(tag, i)) {
      int end = i;
      while (isDigit(tag, end)) {
        end++;
      }
      if (parts < 2) {
        numbers[parts] = tag.substring(i, end);
      }
      parts++;
      boolean more = end < tag.length() && "._".indexOf(tag.charAt(end)) >= 0;
      i = more && isDigit(tag, end + 1) ? end + 1 : end;
      if (i == end) {
        break;
      }
    }
    String before = tag.substring(0, from).toLowerCase(Locale.ROOT);
    String name = name(before, repository);
    boolean bare = before.isEmpty() || (!name.isEmpty() && !before.endsWith("v"));
    if ((parts == 1 && bare) || NOT_RELEASES.contains(name)) {
      return null;
    }
    Boolean early = early(tag.substring(i).toLowerCase(Locale.ROOT));
    String number = parts == 1 ? numbers[0] : numbers[0] + "." + numbers[1];
    return early == null
        ? null
        : new Version(name, name.isEmpty() ? number : name + " " + number, parts, early);
  }

  /** The name before the number, without separators, the words for "release" and the repository. */
  private static String name(String before, String repository) {
    String name = before;
    while (true) {
      String less = name;
      while (!less.isEmpty() && isSeparator(less.charAt(less.length() - 1))) {
        less = less.substring(0, less.length() - 1);
      }
      int word = less.length();
      while (word > 0 && !isSeparator(less.charAt(word - 1))) {
        word--;
      }
      String last = less.substring(word);
      boolean drop = PLAIN.contains(last) || last.equals(repository.toLowerCase(Locale.ROOT));
      if (!drop || last.isEmpty()) {
        return less;
      }
      name = less.substring(0, word);
    }
  }

  /** Whether what follows the number makes a pre-release; null when nobody can tell. */
  private static @Nullable Boolean early(String suffix) {
    if (suffix.length() == 1 && Character.isLetter(suffix.charAt(0))) {
      return false;
    }
    boolean known = true;
    int i = 0;
    while (i < suffix.length()) {
      char first = suffix.charAt(i);
      if (first == '+') {
        break;
      }
      if (!Character.isLetter(first)) {
        i++;
        continue;
      }
      int end = i;
      while (end < suffix.length() && Character.isLetter(suffix.charAt(end))) {
        end++;
      }
      String word = suffix.substring(i, end);
      if (EARLY.contains(word)) {
        return true;
      }
      known &= FINAL.contains(word);
      i = end;
    }
    return known ? false : null;
  }

  private static boolean isSeparator(char c) {
    return "-_/@. +".indexOf(c) >= 0;
  }

  private static boolean isDigit(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }
}
