package pilothouse.evidence.github;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/** Runs of workflows and their jobs, and what other programs check. */
final class Runs {
  private static final Set<String> RUN = Set.of("requested", "in_progress", "completed");
  private static final Set<String> JOB = Set.of("queued", "waiting", "in_progress", "completed");
  private static final Set<String> CHECK =
      Set.of("created", "requested", "rerequested", "completed", "requested_action");

  private Runs() {}

  static Parsed parseRun(Payload body, String action, Home home, Instant heard) {
    if (!RUN.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.runs.workflow-run-with-the-action", action));
    }
    Payload run = body.object("workflow_run");
    return Parsed.of(run(run, body.at("workflow").text("name"), home, heard));
  }

  /** A workflow's run; each of its attempts is a build of its own. */
  static Build run(Payload run, @Nullable String workflow, Home home, Instant heard) {
    Integer attempt = run.count("run_attempt");
    int number = attempt == null || attempt == 0 ? 1 : attempt;
    Outcome outcome = outcome(run);
    Instant updated = run.time("updated_at");
    return new Build(
        home.key("run", run.id("id"), number),
        updated == null ? heard : updated,
        home.name(),
        run.text("head_sha"),
        run.text("head_branch"),
        workflow == null ? run.text("name") : workflow,
        null,
        number,
        run.firstTime("run_started_at", "created_at"),
        outcome.isOver() ? updated : null,
        outcome,
        run.link("html_url"));
  }

  static Parsed parseJob(Payload body, String action, Home home, Instant heard) {
    if (!JOB.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.runs.workflow-job-with-the-action", action));
    }
    return Parsed.of(job(body.object("workflow_job"), home, heard));
  }

  /** A job of a run. */
  static Build job(Payload job, Home home, Instant heard) {
    Instant said = job.firstTime("completed_at", "started_at", "created_at");
    return job(
        job,
        said == null ? heard : said,
        home,
        job.text("head_branch"),
        job.text("workflow_name"),
        job.count("run_attempt"));
  }

  static Parsed parseCheck(Payload body, String action, Home home, Instant heard) {
    if (!CHECK.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.runs.check-run-with-the-action", action));
    }
    Payload check = body.object("check_run");
    return Parsed.of(check(check, check.at("check_suite"), home, heard));
  }

  /** What a program checked, in its suite, which alone names the branch. */
  static Build check(Payload check, Payload suite, Home home, Instant heard) {
    Instant said = check.firstTime("completed_at", "started_at");
    // A job of GitHub Actions is a check of the same id, whose pipeline is no app but a workflow.
    String app = isActions(check.at("app")) ? null : check.at("app").text("name");
    return job(check, said == null ? heard : said, home, suite.text("head_branch"), app, null);
  }

  private static Build job(
      Payload job,
      Instant saidAt,
      Home home,
      @Nullable String branch,
      @Nullable String pipeline,
      @Nullable Integer attempt) {
    Outcome outcome = outcome(job);
    String status = job.text("status");
    boolean began = outcome.isOver() || "in_progress".equals(status);
    return new Build(
        home.key("job", job.id("id")),
        saidAt,
        home.name(),
        job.text("head_sha"),
        branch,
        pipeline,
        job.text("name"),
        attempt,
        began ? job.time("started_at") : null,
        outcome.isOver() ? job.time("completed_at") : null,
        outcome,
        job.link("html_url"));
  }

  static Parsed parseSuite(Payload body, String action, Home home, Instant heard) {
    if (!CHECK.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.runs.check-suite-with-the-action", action));
    }
    Payload suite = body.object("check_suite");
    if (isActions(suite.at("app"))) {
      return new Parsed.Ignored(Texts.kept("kept.runs.a-check-suite-of-github"));
    }
    return Parsed.of(suite(suite, home, heard));
  }

  /** All that one program checked of a commit: a pipeline's run. */
  static Build suite(Payload suite, Home home, Instant heard) {
    Outcome outcome = outcome(suite);
    Instant updated = suite.time("updated_at");
    return new Build(
        home.key("run", "suite-" + suite.id("id"), 1),
        updated == null ? heard : updated,
        home.name(),
        suite.text("head_sha"),
        suite.text("head_branch"),
        suite.at("app").text("name"),
        null,
        1,
        suite.time("created_at"),
        outcome.isOver() ? updated : null,
        outcome,
        null);
  }

  /** Whether it is GitHub's own program, whose checks are the jobs of workflows. */
  static boolean isActions(Payload app) {
    return "github-actions".equals(app.text("slug")) || "GitHub Actions".equals(app.text("name"));
  }

  private static Outcome outcome(Payload build) {
    String conclusion = build.text("conclusion");
    if (conclusion == null || !"completed".equals(build.text("status"))) {
      return Outcome.RUNNING;
    }
    return switch (conclusion) {
      case "success" -> Outcome.SUCCESS;
      case "failure", "timed_out", "startup_failure" -> Outcome.FAILURE;
      default -> Outcome.CANCELLED;
    };
  }
}
