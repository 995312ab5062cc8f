package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Reads the folders of decisions in repositories, whenever their newest commit is another one. */
final class HeadReading {
  private static final System.Logger LOG = System.getLogger(HeadReading.class.getName());

  private final Supplier<Docket> where;
  private final Supplier<Heads> which;
  private volatile long last = -1;

  HeadReading(Supplier<Docket> docket, Supplier<Heads> heads) {
    this.where = docket;
    this.which = heads;
  }

  /** Reads what is new since it was asked last. */
  void round() {
    Heads heads = which.get();
    long version = heads.version();
    if (version == last) {
      return;
    }
    Docket docket = where.get();
    Map<String, String> known =
        docket.storage().read(rows -> FileRows.folders(rows)).stream()
            .collect(Collectors.toMap(FileRows.Folder::name, FileRows.Folder::head));
    for (Heads.Head head : heads.all()) {
      String folder = Shipment.REPOSITORY + head.repository();
      if (!head.commit().equals(known.get(folder))) {
        try {
          read(docket, heads, head, known.containsKey(folder));
        } catch (RuntimeException e) {
          LOG.log(System.Logger.Level.WARNING, "decisions of " + head.repository(), e);
        }
      }
    }
    last = version;
  }

  private static void read(Docket docket, Heads heads, Heads.Head head, boolean isKnown) {
    List<String> paths = new HeadPaths(heads, head).found();
    if (paths.isEmpty() && !isKnown) {
      return;
    }
    List<String> some = paths.stream().limit(Shipment.MOST).toList();
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, String> refused = new HashMap<>();
    List<String> wanted = new ArrayList<>();
    for (String path : some) {
      if (HeadPaths.isMarkdown(path)) {
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
            Shipment.of(
                Shipment.REPOSITORY + head.repository(),
                Where.repository(head.repository()),
                head.commit(),
                files,
                refused),
            Who.program());
  }
}
