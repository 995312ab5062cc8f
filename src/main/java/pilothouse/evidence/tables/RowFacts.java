package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.Keys.made;
import static pilothouse.evidence.tables.Keys.own;

import java.time.Instant;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/** Makes the fact of a line; the numbers of fields are their places in {@link Fields}. */
final class RowFacts {
  private final Kind kind;
  private final Line line;
  private final RequestFacts requests;
  private final MeasuredFacts measured;

  /**
   * Facts of a table.
   *
   * @param heardAt when lines speak that name no time of their own
   */
  RowFacts(Kind kind, Cells cells, Instant heardAt) {
    this.kind = kind;
    this.line = new Line(cells, heardAt);
    this.requests = new RequestFacts(line);
    this.measured = new MeasuredFacts(line);
  }

  /**
   * The fact of this line.
   *
   * @throws Unfit when there is none
   */
  Fact of(Row row) {
    line.of(row);
    return switch (kind) {
      case DEPLOYMENTS -> deployment();
      case CHANGES -> requests.change();
      case REVIEWS -> requests.review();
      case BUILDS -> build();
      case INCIDENTS -> incident();
      case MEASUREMENTS -> measured.measurement();
      case WORK -> WorkFacts.item(line);
      case TESTS, COVERAGE, CDEVENTS, AUTO -> throw new IllegalStateException(kind.word());
    };
  }

  private Deployment deployment() {
    String id = line.text(0);
    String service = line.text(1);
    String repository = line.text(2);
    String revision = line.text(3);
    String environment = line.text(5);
    Instant started = line.time(7);
    Instant finished = line.time(8);
    if (service == null && repository == null) {
      throw line.missing(1, Texts.kept("kept.row-facts.name-the-service-or-the"));
    }
    if (started == null && finished == null) {
      throw line.missing(8, Texts.kept("kept.row-facts.say-when-it-ended-or"));
    }
    line.ordered(started, finished, 8);
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
        line.saidAt(12),
        service,
        repository,
        revision,
        line.text(4),
        environment,
        line.yes(6),
        started,
        finished,
        line.outcome(9),
        line.yes(10),
        line.text(11));
  }

  private Build build() {
    String id = line.text(0);
    String repository = line.text(1);
    String revision = line.text(2);
    String name = line.text(4);
    String job = line.text(5);
    Integer attempt = line.count(6);
    Instant started = line.time(7);
    Instant finished = line.time(8);
    if (started == null && finished == null) {
      throw line.missing(7, Texts.kept("kept.row-facts.say-when-it-began-or"));
    }
    line.ordered(started, finished, 8);
    String key =
        id == null
            ? made(repository, name, job, revision, started == null ? finished : started)
            : repository == null
                ? own(id)
                : line.keyOf(repository)
                    + (job == null
                        ? "#run/" + id + "/" + (attempt == null ? 1 : attempt)
                        : "#job/" + id);
    return new Build(
        key,
        line.saidAt(11),
        repository,
        revision,
        line.text(3),
        name,
        job,
        attempt,
        started,
        finished,
        line.outcome(9),
        line.text(10));
  }

  private Incident incident() {
    String id = line.text(0);
    String service = line.text(1);
    String repository = line.text(2);
    String title = line.text(3);
    Instant detected = line.time(5);
    Instant resolved = line.time(6);
    if (service == null && repository == null) {
      throw line.missing(1, Texts.kept("kept.row-facts.name-the-service-that-is"));
    }
    if (detected == null && resolved == null) {
      throw line.missing(5, Texts.kept("kept.row-facts.say-when-it-was-noticed"));
    }
    line.ordered(detected, resolved, 6);
    String cause = line.text(8);
    return new Incident(
        id != null
            ? own(id)
            : made(
                service == null ? repository : service,
                detected == null ? resolved : detected,
                title),
        line.saidAt(10),
        service,
        repository,
        title,
        line.text(4),
        detected,
        resolved,
        line.open(7),
        cause == null ? null : own(cause),
        line.text(9));
  }
}
