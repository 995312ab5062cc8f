package pilothouse.evidence.github;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Item;
import pilothouse.evidence.pull.Listing;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;

/**
 * Runs of workflows, a hundred an answer; and their jobs, an answer for each run. The two are lists
 * of their own, so that who left the jobs out may still read them later.
 */
final class PastRuns {
  /** For so long after it began a run may go on or be run again. */
  private static final Duration RUNNING = Duration.ofDays(3);

  private static final int MOST_ATTEMPTS = 50;

  private final Project project;
  private final InstantSource clock;

  PastRuns(Project project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  Stream runs(Wire wire) {
    return list("runs", wire, this::runs);
  }

  Stream jobs(Wire wire) {
    return list("jobs", wire, this::jobs);
  }

  /** Gets the facts of one run. */
  private interface Meaning {
    List<Fact> of(Payload run, Wire line) throws InterruptedException;
  }

  private Stream list(String name, Wire wire, Meaning meaning) {
    return new Listing(
        name,
        wire.access().at(project.path() + "/actions/runs?per_page=100"),
        "workflow_runs",
        RUNNING,
        run ->
            Item.of(run, "created_at", "run " + run.number("id"), line -> meaning.of(run, line)));
  }

  /** A run is listed as its last attempt; the others have to be asked for. */
  private List<Fact> runs(Payload run, Wire wire) throws InterruptedException {
    Instant now = clock.instant();
    List<Fact> attempts = new ArrayList<>();
    attempts.add(Runs.run(run, null, project.home(), now));
    Integer last = run.count("run_attempt");
    for (int attempt = 1; last != null && attempt < Math.min(last, MOST_ATTEMPTS); attempt++) {
      Payload before = wire.documentIfThere(path(run) + "/attempts/" + attempt);
      if (before != null) {
        attempts.add(Runs.run(before, null, project.home(), now));
      }
    }
    return attempts;
  }

  /** The jobs of all of its attempts. */
  private List<Fact> jobs(Payload run, Wire wire) throws InterruptedException {
    Instant now = clock.instant();
    List<Fact> jobs = new ArrayList<>();
    for (Payload job : wire.all(path(run) + "/jobs?filter=all&per_page=100", "jobs")) {
      jobs.add(Runs.job(job, project.home(), now));
    }
    return jobs;
  }

  private String path(Payload run) {
    return project.path() + "/actions/runs/" + run.id("id");
  }
}
