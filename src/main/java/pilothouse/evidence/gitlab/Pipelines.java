package pilothouse.evidence.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;

/** Pipelines and their jobs. A job that is run again is a job of its own. */
final class Pipelines {
  private Pipelines() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    Build pipeline = pipeline(body.object("object_attributes"), "url", home, heard);
    List<Fact> facts = new ArrayList<>(List.of(pipeline));
    for (Payload job : body.at("builds").each()) {
      if (job.time("started_at") != null) {
        facts.add(job(job, pipeline, home, heard));
      }
    }
    return new Parsed.Facts(facts);
  }

  /** A pipeline; it begins when it is made, so that waiting for a machine counts. */
  static Build pipeline(Payload pipeline, String url, Home home, Instant heard) {
    Outcome outcome = outcome(pipeline.needed("status"));
    Instant said = pipeline.firstTime("finished_at", "updated_at", "created_at");
    return new Build(
        home.key("run", pipeline.id("id"), 1),
        said == null ? heard : said,
        home.name(),
        pipeline.text("sha"),
        pipeline.text("ref"),
        pipeline.text("name"),
        null,
        1,
        pipeline.time("created_at"),
        outcome.isOver() ? pipeline.time("finished_at") : null,
        outcome,
        pipeline.link(url));
  }

  private static Build job(Payload job, Build pipeline, Home home, Instant heard) {
    Outcome outcome = outcome(job.needed("status"));
    return job(
        home,
        job.id("id"),
        said(job, "", heard),
        pipeline.revision(),
        pipeline.branch(),
        pipeline.name(),
        job.needed("name"),
        null,
        job.time("started_at"),
        job.time("finished_at"),
        outcome,
        null);
  }

  static Parsed parseJob(Payload body, Home home, Instant heard) {
    Integer retries = body.count("retries_count");
    return Parsed.of(
        job(
            home,
            body.id("build_id"),
            said(body, "build_", heard),
            body.text("sha"),
            body.text("ref"),
            body.at("commit").text("name"),
            body.needed("build_name"),
            retries == null || retries == Integer.MAX_VALUE ? null : retries + 1,
            body.firstTime("build_started_at", "build_started_at_iso"),
            body.firstTime("build_finished_at", "build_finished_at_iso"),
            outcome(body.needed("build_status")),
            null));
  }

  /** A job as the API lists it. */
  static Build listed(Payload job, Home home, Instant heard) {
    return job(
        home,
        job.id("id"),
        said(job, "", heard),
        job.at("commit").text("id"),
        job.text("ref"),
        null,
        job.needed("name"),
        null,
        job.time("started_at"),
        job.time("finished_at"),
        outcome(job.needed("status")),
        job.link("web_url"));
  }

  private static Instant said(Payload job, String prefix, Instant heard) {
    Instant said =
        job.firstTime(prefix + "finished_at", prefix + "started_at", prefix + "created_at");
    return said == null ? heard : said;
  }

  private static Build job(
      Home home,
      String id,
      Instant saidAt,
      @Nullable String revision,
      @Nullable String branch,
      @Nullable String pipeline,
      String name,
      @Nullable Integer attempt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      Outcome outcome,
      @Nullable String url) {
    return new Build(
        home.key("job", id),
        saidAt,
        home.name(),
        revision,
        branch,
        pipeline,
        name,
        attempt,
        startedAt,
        outcome.isOver() ? finishedAt : null,
        outcome,
        url);
  }

  /** How it went; a status that is new to us has not ended yet. */
  static Outcome outcome(String status) {
    return switch (status) {
      case "success" -> Outcome.SUCCESS;
      case "failed" -> Outcome.FAILURE;
      case "canceled", "skipped" -> Outcome.CANCELLED;
      default -> Outcome.RUNNING;
    };
  }
}
