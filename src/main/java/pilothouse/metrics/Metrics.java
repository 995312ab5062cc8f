package pilothouse.metrics;

import java.util.List;
import java.util.Optional;
import pilothouse.evidence.History;
import pilothouse.text.Texts;

/**
 * The door to formulas: the catalogue, and one history seen through a scope and a window. Pure: no
 * clock, no database, no web. What formulas share is worked out once for each instance, which may
 * be used from several threads.
 */
public final class Metrics {
  /** Why the ledger of what is counted by the week lacks the week with which the window ends. */
  public static String running() {
    return Texts.say("metrics.metrics.running");
  }

  private final Slice slice;

  private Metrics(Slice slice) {
    this.slice = slice;
  }

  /** Every metric there is, in the order of reading. */
  public static List<Metric> catalogue() {
    return Catalogue.METRICS;
  }

  /** The metric with this id. */
  public static Optional<Metric> named(String id) {
    return Catalogue.METRICS.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  /** Readings and findings of one history, scope and window. */
  public static Metrics of(History history, Scope scope, Window window) {
    return new Metrics(new Slice(history, scope, window));
  }

  /** One reading; use {@link #of} for several of the same slice. */
  public static Reading read(String id, History history, Scope scope, Window window) {
    return of(history, scope, window).read(id);
  }

  /**
   * The reading of a metric.
   *
   * @throws IllegalArgumentException when no metric has this id
   */
  public Reading read(String id) {
    for (Measure measure : Catalogue.ALL) {
      if (measure.metric().id().equals(id)) {
        return measure.read(slice);
      }
    }
    throw new IllegalArgumentException("there is no metric named " + id);
  }

  /** The scope that this looks at. */
  public Scope scope() {
    return slice.scope;
  }

  /** The window that this looks through. */
  public Window window() {
    return slice.window;
  }

  /** The history that this looks at. */
  public History history() {
    return slice.history;
  }

  /** Releases as tags tell them. */
  public Releases releases() {
    return ReleaseMetrics.released(slice).releases();
  }

  /** How long each change of the window's releases waited, in seconds. */
  public long[] leadTimes() {
    return ReleaseMetrics.released(slice).spans().clone();
  }

  /** Source files that changed in the window, hottest first; empty while lines are counted. */
  public List<Hotspot> hotspots() {
    return slice.linesCounted() ? slice.once(Hotspots.class, Hotspots::of).ranked() : List.of();
  }

  /** Files and folders that change together. */
  public Couplings couplings() {
    return CouplingMetrics.coupling(slice).found();
  }

  /** Who could tell about the code, as counts. */
  public Knowledge knowledge() {
    return KnowledgeMetrics.knowing(slice).knowledge();
  }

  /** TODO, FIXME, HACK and XXX lines that stand now, oldest first. */
  public List<Marker> markers() {
    return MarkerMetrics.markers(slice).all();
  }

  /** The markers that have waited for more than a year, oldest first. */
  public List<Marker> staleMarkers() {
    return markers().stream().filter(marker -> MarkerMetrics.isStale(slice, marker)).toList();
  }

  /** Files that declare dependencies, the longest untouched first. */
  public List<Manifest> manifests() {
    return slice.once(Manifests.class, Manifests::of).all();
  }

  /** The manifests without a commit for a year, the longest untouched first. */
  public List<Manifest> untouchedManifests() {
    Manifests manifests = slice.once(Manifests.class, Manifests::of);
    return manifests.all().stream().filter(m -> manifests.isUntouched(slice, m)).toList();
  }

  /** The files of the head in the scope, by path. */
  public List<FileStory> files() {
    return slice.once(FileStories.class, FileStories::of).all();
  }

  /** One file of the head. */
  public Optional<FileStory> file(String path) {
    return files().stream().filter(story -> story.path().equals(path)).findFirst();
  }

  /**
   * The commits that changed a file of the head, newest first; empty when there is no such file.
   */
  public Optional<Receipt> fileHistory(String path) {
    int file = FileStories.find(slice, path);
    return file < 0 ? Optional.empty() : Optional.of(FileStories.history(slice, file));
  }

  /** The pairs that a file is in, strongest first. */
  public List<Couplings.Pair> coupledWith(String path) {
    return couplings().pairs().stream()
        .filter(pair -> pair.left().equals(path) || pair.right().equals(path))
        .toList();
  }

  /** How many changes reach the main line in the next days. */
  public Forecast changesBy(int days) {
    return Forecasts.changes(slice, days);
  }

  /** How many changes reached the main line on each day of the window, zeros included. */
  public int[] landedPerDay() {
    return Forecasts.landedPerDay(slice);
  }

  /** How many releases come in the next days. */
  public Forecast releasesBy(int days) {
    return Forecasts.releases(slice, days);
  }

  /** Non-merge commits in the window and scope. */
  public int commitCount() {
    return slice.changesInWindow().length;
  }

  /** Changed paths of those commits in the scope, old names left out. */
  public int changeCount() {
    int n = 0;
    for (int commit : slice.changesInWindow()) {
      for (int row = slice.changes().start()[commit];
          row < slice.changes().start()[commit + 1];
          row++) {
        boolean counts =
            !slice.changes().isOldName(row) && slice.paths().inScope(slice.changes().path()[row]);
        n += counts ? 1 : 0;
      }
    }
    return n;
  }

  /** Distinct people with a commit in the window, programs left out. */
  public int peopleCount() {
    return PeopleMetrics.persons(slice, slice.changesInWindow()).cardinality();
  }

  /** Files of the head in the scope. */
  public int fileCount() {
    return slice.head().files();
  }

  /** Why the window has nothing to tell; empty when it has commits. */
  public Optional<String> silence() {
    return commitCount() == 0 ? Optional.of(Answers.silence(slice)) : Optional.empty();
  }

  /** What could not be read of this history. */
  public Ledger gaps() {
    Notes notes = new Notes().lines(slice).renames(slice);
    notes.leave(Texts.say("metrics.metrics.lines-are-still-being"), slice.linesCounted() ? 0 : 1);
    return notes.ledger();
  }
}
