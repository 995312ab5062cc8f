package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.Keys.made;
import static pilothouse.evidence.tables.Keys.own;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unfit;

/** Makes the fact of a line; the numbers of fields are their places in {@link Fields}. */
final class RowFacts {
  private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern SCOPE = Pattern.compile("(?:system|team|repository):\\S.*");
  private static final int KNOWN = 4_096;

  private final Map<String, String> repositories = new HashMap<>();
  private final Kind kind;
  private final Cells cells;
  private final Instant heardAt;

  /**
   * Facts of a table.
   *
   * @param heardAt when lines speak that name no time of their own
   */
  RowFacts(Kind kind, Cells cells, Instant heardAt) {
    this.kind = kind;
    this.cells = cells;
    this.heardAt = heardAt;
  }

  /**
   * The fact of this line.
   *
   * @throws Unfit when there is none
   */
  Fact of(Row row) {
    cells.of(row);
    return switch (kind) {
      case DEPLOYMENTS -> deployment();
      case CHANGES -> change();
      case REVIEWS -> review();
      case BUILDS -> build();
      case INCIDENTS -> incident();
      case MEASUREMENTS -> measurement();
      case TESTS, COVERAGE, CDEVENTS, AUTO -> throw new IllegalStateException(kind.word());
    };
  }

  private Deployment deployment() {
    String id = cells.text(0);
    String service = cells.text(1);
    String repository = cells.text(2);
    String revision = cells.text(3);
    String environment = cells.text(5);
    Instant started = cells.time(7);
    Instant finished = cells.time(8);
    if (service == null && repository == null) {
      throw missing(1, "Name the service, or the repository.");
    }
    if (started == null && finished == null) {
      throw missing(8, "Say when it ended, or when it began.");
    }
    ordered(started, finished, 8);
    String key =
        id != null
            ? own(id)
            : made(
                service == null ? repository : service,
                environment,
                revision,
                started == null ? finished : started);
    return new Deployment(
        key,
        saidAt(12),
        service,
        repository,
        revision,
        cells.text(4),
        environment,
        cells.yes(6),
        started,
        finished,
        outcome(9),
        cells.yes(10),
        cells.text(11));
  }

  private ChangeRequest change() {
    String id = cells.text(0);
    String repository = cells.text(1);
    Integer number = cells.count(2);
    Instant opened = cells.time(9);
    Instant ready = cells.time(10);
    Instant reviewed = cells.time(11);
    Instant merged = cells.time(12);
    Instant closed = cells.time(13);
    if (opened == null && merged == null && closed == null) {
      throw missing(9, "Say when it was opened, or when it was merged.");
    }
    ordered(opened, merged, 12);
    return new ChangeRequest(
        changeKey(repository, number, id),
        saidAt(21),
        repository,
        number == null ? 0 : number,
        cells.text(3),
        cells.text(4),
        cells.text(5),
        cells.text(6),
        cells.text(7),
        cells.text(8),
        opened,
        ready,
        reviewed,
        merged,
        closed,
        cells.yes(14),
        cells.count(15),
        cells.count(16),
        cells.count(17),
        cells.list(18),
        commits(19),
        cells.text(20));
  }

  private List<CommitRef> commits(int field) {
    List<String> commits = cells.list(field);
    return commits == null
        ? List.of()
        : commits.stream().map(commit -> new CommitRef(commit, null)).toList();
  }

  private String changeKey(
      @Nullable String repository, @Nullable Integer number, @Nullable String id) {
    if (repository != null && number != null) {
      return keyOf(repository) + "#change/" + number;
    }
    if (id != null) {
      return own(id);
    }
    throw missing(0, "Give an id, or a repository and a number.");
  }

  private Review review() {
    String id = cells.text(0);
    String repository = cells.text(1);
    Integer number = cells.count(2);
    String given = cells.text(3);
    String reviewer = cells.text(4);
    Instant submitted = cells.time(6);
    if (submitted == null) {
      throw missing(6, "Say when it was given.");
    }
    String change = changeKey(repository, number, given);
    String key =
        id == null
            ? made(change, reviewer, submitted)
            : repository == null ? own(id) : keyOf(repository) + "#review/" + id;
    return new Review(key, saidAt(7), change, reviewer, state(5), submitted);
  }

  private Build build() {
    String id = cells.text(0);
    String repository = cells.text(1);
    String revision = cells.text(2);
    String name = cells.text(4);
    String job = cells.text(5);
    Integer attempt = cells.count(6);
    Instant started = cells.time(7);
    Instant finished = cells.time(8);
    if (started == null && finished == null) {
      throw missing(7, "Say when it began, or when it ended.");
    }
    ordered(started, finished, 8);
    String key =
        id == null
            ? made(repository, name, job, revision, started == null ? finished : started)
            : repository == null
                ? own(id)
                : keyOf(repository)
                    + (job == null
                        ? "#run/" + id + "/" + (attempt == null ? 1 : attempt)
                        : "#job/" + id);
    return new Build(
        key,
        saidAt(11),
        repository,
        revision,
        cells.text(3),
        name,
        job,
        attempt,
        started,
        finished,
        outcome(9),
        cells.text(10));
  }

  private Incident incident() {
    String id = cells.text(0);
    String service = cells.text(1);
    String repository = cells.text(2);
    String title = cells.text(3);
    Instant detected = cells.time(5);
    Instant resolved = cells.time(6);
    if (service == null && repository == null) {
      throw missing(1, "Name the service that is affected, or its repository.");
    }
    if (detected == null && resolved == null) {
      throw missing(5, "Say when it was noticed.");
    }
    ordered(detected, resolved, 6);
    String cause = cells.text(8);
    return new Incident(
        id != null
            ? own(id)
            : made(
                service == null ? repository : service,
                detected == null ? resolved : detected,
                title),
        saidAt(10),
        service,
        repository,
        title,
        cells.text(4),
        detected,
        resolved,
        open(7),
        cause == null ? null : own(cause),
        cells.text(9));
  }

  private Measurement measurement() {
    String metric = cells.text(0);
    Instant at = cells.time(2);
    double value = cells.number(3);
    if (metric == null) {
      throw missing(0, "Name the metric in a column, or declare it with --set metric=activation.");
    }
    if (at == null) {
      throw missing(2, "Say when it was so.");
    }
    if (Double.isNaN(value)) {
      throw missing(3, "Give the number; a line without one says nothing.");
    }
    String scope = scope(cells.text(1));
    String name = name(metric);
    return new Measurement(
        Measurement.key(name, scope, at), saidAt(5), name, scope, at, value, cells.text(4));
  }

  /** The name of a metric in small letters with hyphens. */
  private String name(String metric) {
    if (METRIC.matcher(metric).matches()) {
      return metric;
    }
    String name = metric.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    if (METRIC.matcher(name).matches()) {
      return name;
    }
    throw cells.unfit(
        0,
        "is no name of a metric.",
        "Write small letters and digits with hyphens, as weekly-active-teams.");
  }

  private String scope(@Nullable String written) {
    if (written == null || written.equals("organisation")) {
      return "organisation";
    }
    if (written.indexOf(':') < 0) {
      return "system:" + written;
    }
    if (!SCOPE.matcher(written).matches()) {
      throw cells.unfit(
          1, "is no scope.", "Write organisation, system:NAME, team:NAME or repository:NAME.");
    }
    return written;
  }

  /** When the line itself says so, else when it is heard. */
  private Instant saidAt(int field) {
    Instant said = cells.time(field);
    return said == null ? heardAt : said;
  }

  private void ordered(@Nullable Instant from, @Nullable Instant to, int field) {
    if (from != null && to != null && to.isBefore(from)) {
      throw cells.unfit(field, "lies before its beginning.", "Mend the two times.");
    }
  }

  private @Nullable Outcome outcome(int field) {
    String word = cells.text(field);
    Outcome outcome = word == null ? null : Words.outcome(word);
    if (word != null && outcome == null) {
      throw cells.unfit(
          field, "is no outcome that is known.", "Write success, failure, running or cancelled.");
    }
    return outcome;
  }

  private Review.@Nullable State state(int field) {
    String word = cells.text(field);
    Review.State state = word == null ? null : Words.state(word);
    if (word != null && state == null) {
      throw cells.unfit(
          field,
          "is no conclusion that is known.",
          "Write approved, changes_requested, commented or dismissed.");
    }
    return state;
  }

  private @Nullable Boolean open(int field) {
    String word = cells.text(field);
    Boolean open = word == null ? null : Words.open(word);
    if (word != null && open == null) {
      throw cells.unfit(field, "is no state that is known.", "Write open or closed.");
    }
    return open;
  }

  private String keyOf(String repository) {
    if (repositories.size() > KNOWN) {
      repositories.clear();
    }
    return repositories.computeIfAbsent(repository, Keys::repository);
  }

  private Unfit missing(int field, String mend) {
    return cells.unfit(field, "is missing.", mend);
  }
}
