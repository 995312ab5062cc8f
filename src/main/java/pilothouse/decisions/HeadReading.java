package pilothouse.decisions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Reads the folders of decisions in repositories, whenever their newest commit is another one. */
final class HeadReading {
  private static final System.Logger LOG = System.getLogger(HeadReading.class.getName());

  /** How folders of decisions are usually called, wherever they lie. */
  private static final Pattern USUAL =
      Pattern.compile(
          "(?:.*/)?(?:(?:docs?|documentation|architecture|design)/(?:[^/]+/)?)?"
              + "(?:adrs?|decision-?records?|architecture-?decisions?|architecture-?decision-?records?)"
              + "|(?:.*/)?(?:docs?|documentation|architecture|design)/(?:[^/]+/)?decisions");

  /** The file with which adr-tools names its folder. */
  private static final String NAMED = ".adr-dir";

  private static final int MOST_NAMED = 50;

  private final Docket docket;
  private final Heads heads;

  HeadReading(Docket docket, Heads heads) {
    this.docket = docket;
    this.heads = heads;
  }

  void round() {
    Map<String, String> known =
        docket.storage().read(rows -> FileRows.folders(rows)).stream()
            .collect(Collectors.toMap(FileRows.Folder::name, FileRows.Folder::head));
    for (Heads.Head head : heads.all()) {
      String folder = Shipment.REPOSITORY + head.repository();
      if (!head.commit().equals(known.get(folder))) {
        try {
          read(folder, head, known.containsKey(folder));
        } catch (RuntimeException e) {
          LOG.log(System.Logger.Level.WARNING, "decisions of " + head.repository(), e);
        }
      }
    }
  }

  private void read(String folder, Heads.Head head, boolean isKnown) {
    List<String> paths = paths(head);
    if (paths.isEmpty() && !isKnown) {
      return;
    }
    List<String> some = paths.stream().limit(Shipment.MOST).toList();
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, String> refused = new HashMap<>();
    List<String> wanted = new ArrayList<>();
    for (String path : some) {
      if (isMarkdown(path)) {
        wanted.add(path);
      } else {
        files.put(path, new byte[0]);
      }
    }
    files.putAll(heads.contents(head.repository(), wanted, Shipment.LARGEST));
    wanted.stream()
        .filter(path -> !files.containsKey(path))
        .forEach(path ->
            refused.put(path, Texts.say("decisions.file.too-large", Shipment.LARGEST / 1024)));
    paths.stream()
        .skip(Shipment.MOST)
        .limit(1)
        .forEach(path -> refused.put(path, Texts.say("decisions.file.too-many", Shipment.MOST)));
    new Filing(docket)
        .take(
            Shipment.of(folder, Where.repository(head.repository()), head.commit(), files, refused),
            Who.program());
  }

  /** What lies in folders of decisions, as far as these hold any Markdown. */
  private List<String> paths(Heads.Head head) {
    List<String> named = named(head);
    Map<String, List<String>> byFolder = new TreeMap<>();
    for (String path : head.paths()) {
      String folder = folder(path, named);
      if (!folder.isEmpty() && !path.endsWith(NAMED)) {
        byFolder.computeIfAbsent(folder, _ -> new ArrayList<>()).add(path);
      }
    }
    return byFolder.values().stream()
        .filter(paths -> paths.stream().anyMatch(HeadReading::isMarkdown))
        .flatMap(List::stream)
        .toList();
  }

  /** The folders that files of adr-tools name. */
  private List<String> named(Heads.Head head) {
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

  private static boolean isMarkdown(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(?:md|markdown)");
  }
}
