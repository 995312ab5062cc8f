package pilothouse.git;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One scan from the tips to the columns. */
final class ScanWork {
  private static final long COMMIT_CACHE = 4L << 20;
  private final Opened repository;
  private final Objects objects;
  private final Scanner.Options options;
  private final Progress progress;
  private final Gone gone = new Gone();
  private final PathTable paths = new PathTable();

  ScanWork(Opened repository, Scanner.Options options, Progress progress) {
    this.repository = repository;
    this.objects = repository.objects();
    this.options = options;
    this.progress = progress;
  }

  Scan scan(@Nullable Scan previous) {
    Scan before = repository.isAltered() ? null : Earlier.usable(previous, objects.width());
    GraphOrder.Walked walked;
    List<Scan.Tag> tags;
    try (ObjectReader reader = new ObjectReader(objects, COMMIT_CACHE)) {
      Tips tips = Tips.of(repository.refs(), objects, reader, gone);
      if (before != null && tips.areThoseOf(before)) {
        return before;
      }
      GraphReader graphs =
          new GraphReader(objects, reader, repository.amendments(), before, gone, progress);
      walked = graphs.read(tips.head(), tips.tags().stream().map(Tips.Tag::commit).toList());
      tags = tags(tips, walked.graph());
    }
    return read(walked, tags, before);
  }

  private static List<Scan.Tag> tags(Tips tips, Graph graph) {
    LongIntMap numbers = new LongIntMap(graph.size());
    for (int commit = 0; commit < graph.size(); commit++) {
      numbers.put(Bytes.big(graph.ids(), commit * graph.idWidth()), commit);
    }
    List<Scan.Tag> tags = new ArrayList<>();
    for (Tips.Tag tag : tips.tags()) {
      int commit = numbers.get(Bytes.big(tag.commit(), 0));
      if (commit >= 0) {
        long at = tag.at() == Tips.NO_TIME ? graph.committedAt()[commit] : tag.at();
        tags.add(new Scan.Tag(tag.name(), commit, at));
      }
    }
    return tags;
  }

  private Scan read(GraphOrder.Walked walked, List<Scan.Tag> tags, @Nullable Scan before) {
    Graph graph = walked.graph();
    Earlier earlier = new Earlier(before, graph, paths);
    RowFinder finder = new RowFinder(objects, walked, gone, paths, progress);
    int[] fresh =
        IntStream.range(0, graph.size())
            .filter(commit -> graph.onHead().get(commit) && !earlier.covers(commit))
            .toArray();
    RowFinder.Found found = finder.find(fresh, options.workers());
    RowTable table = RowTable.of(graph, fresh, found, earlier);
    RowBuffer head = finder.headFiles();
    HeadWork files =
        new HeadWork(head, earlier, found, new Tangles(table, fresh, found, paths.size()), paths);
    progress.early(() -> {
      Rows rows = new Columns(graph, table, paths, files).rows();
      return new Scan(graph, rows, HeadFiles.none(), tags, gaps(table, 0, false));
    });
    Pairs pairs = new Pairs();
    Renames renames = new Renames(table, pairs, paths);
    ask(pairs, renames, graph, table, fresh, found);
    int[] wanted = files.ask(pairs);
    pairs.seal();
    HeadTexts texts = new HeadTexts(pairs.blobCount(), wanted);
    new LineCounter(objects, pairs, texts, options.memory(), progress).count(options.workers());
    table.fill(pairs);
    renames.decide();
    progress.step(Progress.Phase.FILES, 0, files.size());
    files.take(pairs, texts);
    new Tracing(objects, graph, table, finder, earlier, options, progress)
        .trace(files, new Tangles(table, fresh, found, paths.size()), fresh, found, pairs);
    noteLost(pairs, table);
    int crowded =
        renames.crowded()
            + (before == null || earlier.isEmpty() ? 0 : before.gaps().crowdedCommits());
    Columns columns = new Columns(graph, table, paths, files);
    return new Scan(
        graph, columns.rows(), files.columns(columns), tags, gaps(table, crowded, true));
  }

  private static void ask(
      Pairs pairs,
      Renames renames,
      Graph graph,
      RowTable table,
      int[] fresh,
      RowFinder.Found found) {
    for (int i = 0; i < fresh.length; i++) {
      int commit = fresh[i];
      if (graph.parentCount(commit) > 1) {
        for (int row = found.start()[i]; row < found.start()[i + 1]; row++) {
          pairs.ask(found.rows(), row);
        }
      } else {
        for (int row = table.start[commit]; row < table.start[commit + 1]; row++) {
          pairs.ask(table.rows, row);
        }
        renames.propose(commit);
      }
    }
  }

  /** Objects that are there but could not be decoded count as missing. */
  private void noteLost(Pairs pairs, RowTable table) {
    for (int row = 0; row < table.size(); row++) {
      if (isLost(pairs, table.rows.oldPlace[row])) {
        lose(table.rows.oldBlob[row]);
      }
      if (isLost(pairs, table.rows.newPlace[row])) {
        lose(table.rows.newBlob[row]);
      }
    }
  }

  private void lose(long prefix) {
    byte[] id = objects.idOf(prefix);
    gone.add(id, 0, id.length);
  }

  private static boolean isLost(Pairs pairs, long place) {
    int blob = place < 0 ? -1 : pairs.known(place);
    return blob >= 0 && pairs.lines[blob] == Rows.UNKNOWN;
  }

  private Scan.Gaps gaps(RowTable table, int crowded, boolean counted) {
    return new Scan.Gaps(
        repository.isAltered(),
        gone.listed(),
        gone.count(),
        counted ? table.uncounted() : 0,
        crowded,
        counted);
  }
}
