package pilothouse.decisions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the folders of decisions in a commit. */
record HeadPaths(Heads heads, Heads.Head head) {
  /** How folders of decisions are usually called, wherever they lie. */
  private static final Pattern USUAL =
      Pattern.compile(
          "(?:.*/)?(?:(?:docs?|documentation|architecture|design)/(?:[^/]+/)?)?"
              + "(?:adrs?|decision-?records?|architecture-?decisions?|architecture-?decision-?records?)"
              + "|(?:.*/)?(?:docs?|documentation|architecture|design)/(?:[^/]+/)?decisions");

  /** The file with which adr-tools names its folder. */
  private static final String NAMED = ".adr-dir";

  private static final int MOST_NAMED = 50;

  /** What lies in folders of decisions, as far as these hold any Markdown. */
  List<String> found() {
    List<String> named = named();
    Map<String, List<String>> byFolder = new TreeMap<>();
    for (String path : head.paths()) {
      String folder = folder(path, named);
      if (!folder.isEmpty() && !path.endsWith(NAMED)) {
        byFolder.computeIfAbsent(folder, _ -> new ArrayList<>()).add(path);
      }
    }
    return byFolder.values().stream()
        .filter(paths -> paths.stream().anyMatch(HeadPaths::isMarkdown))
        .flatMap(List::stream)
        .toList();
  }

  /** The folders that files of adr-tools name. */
  private List<String> named() {
    List<String> pointers =
        head.paths().stream()
            .filter(path -> path.equals(NAMED) || path.endsWith("/" + NAMED))
            .limit(MOST_NAMED)
            .toList();
    return heads.contents(head.repository(), pointers, 4_096).entrySet().stream()
        .map(file -> {
          String above = file.getKey().substring(0, file.getKey().length() - NAMED.length());
          String said = new String(file.getValue(), StandardCharsets.UTF_8).strip();
          return above + said.replaceFirst("^\\./", "").replaceFirst("/+$", "") + "/";
        })
        .filter(folder -> folder.length() > 1)
        .toList();
  }

  /** The uppermost folder above it that is called as those of decisions are; empty for none. */
  private static String folder(String path, List<String> named) {
    for (String one : named) {
      if (path.startsWith(one)) {
        return one;
      }
    }
    if (path.length() > Shipment.LONGEST) {
      return "";
    }
    String small = path.toLowerCase(Locale.ROOT);
    for (int at = small.indexOf('/'); at > 0; at = small.indexOf('/', at + 1)) {
      if (USUAL.matcher(small.substring(0, at)).matches()) {
        return path.substring(0, at + 1);
      }
    }
    return "";
  }

  static boolean isMarkdown(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(?:md|markdown)");
  }
}
