package pilothouse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import pilothouse.direction.Done;
import pilothouse.direction.Finished;
import pilothouse.evidence.work.Work;
import pilothouse.evidence.work.Works;
import pilothouse.web.Where;

/** Issues closed as done and changes that were merged, as the map looks at them. */
record FinishedWork(Works works) implements Finished {
  @Override
  public List<Done> between(Instant from, Instant until) {
    return works.finished(from, until).stream().map(FinishedWork::done).toList();
  }

  private static Done done(Work work) {
    List<Where> places =
        work.systems().isEmpty()
            ? List.of(Where.ORGANISATION)
            : work.systems().stream().map(Where::system).toList();
    return new Done(
        work.key(),
        work.name(),
        work.title(),
        Objects.requireNonNullElse(work.url(), ""),
        work.labels(),
        work.milestone(),
        work.changes(),
        places);
  }
}
