package pilothouse.imports;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.ImportJob;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tables.Fields;
import pilothouse.journal.Asked;
import pilothouse.journal.Journal;
import pilothouse.journal.Shown;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The pages and the API of imports. */
public final class Uploads {
  private static final int NEWEST = 100;
  private final Supplier<Desk> desk;
  private final Supplier<Journal> journal;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Pages of that desk.
   *
   * @param desk asked only while a request is answered
   * @param zone the organisation's, for times on pages
   */
  public Uploads(Supplier<Desk> desk, Supplier<Journal> journal, InstantSource clock, ZoneId zone) {
    this.desk = desk;
    this.journal = journal;
    this.clock = clock;
    this.zone = zone;
  }

  /** Their addresses. */
  public List<Route> routes() {
    Arrivals arrivals = new Arrivals(desk, zone);
    List<Route> routes =
        new ArrayList<>(
            List.of(
                Route.read("/imports", this::all),
                Route.change("/imports/upload", arrivals::upload),
                Route.read("/imports/{id}", this::one),
                Route.read("/imports/{id}/progress", this::progress),
                Route.change("/imports/{id}/look", this::again),
                Route.change("/imports/{id}/start", request -> start(request, arrivals)),
                Route.change("/imports/{id}/discard", this::discard),
                Route.change("/imports/{id}/forget", this::forget)));
    routes.addAll(new Refusals(desk).routes());
    routes.addAll(new ImportApi(desk, zone).routes());
    return List.copyOf(routes);
  }

  private Answer all(Request request) {
    return Answer.page(
        "imports/all",
        Texts.say("imports.uploads.imports"),
        Map.of("jobs", desk.get().jobs().newest(NEWEST), "zone", zone, "now", clock.instant()));
  }

  private ImportJob found(String id) {
    return found(desk.get(), id);
  }

  static ImportJob found(Desk desk, String id) {
    return desk.jobs()
        .find(id)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("imports.uploads.there-is-no-import", id),
                Texts.say("imports.uploads.start-from-the-page")));
  }

  private Answer one(Request request) {
    ImportJob job = found(request.part("id"));
    return job.state() == ImportJob.State.WAITING
        ? asked(job, DeclaredJson.read(job.options()))
        : Answer.page(
            "imports/one",
            job.file(),
            Map.of(
                "job",
                job,
                "zone",
                zone,
                "declared",
                DeclaredJson.read(job.options()),
                "csv",
                desk.get().keepsRefused(job.id()),
                "days",
                desk.get().keeps().toDays(),
                "last",
                Shown.last(
                    journal.get(), Asked.about("import", job.named()), request.caller(), zone)));
  }

  /** How the file is understood, to be confirmed or changed. */
  private Answer asked(ImportJob job, Declared declared) {
    try {
      Look look = desk.get().look(job, declared.wish(job.kind(), zone));
      if (look.table() == null) {
        return Answer.page("imports/report", job.file(), Map.of("job", job, "declared", declared));
      }
      return Answer.page(
          "imports/mapping",
          job.file(),
          Map.of(
              "job",
              job,
              "question",
              Question.of(look),
              "fields",
              Fields.of(look.kind()),
              "declared",
              declared));
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    }
  }

  /** The same page again, with what was chosen. */
  private Answer again(Request request) {
    ImportJob job = waiting(request);
    Declared declared = chosen(job, request);
    try {
      desk.get().look(job, declared.wish(job.kind(), zone));
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    }
    desk.get().wait(job.id(), job.kind(), DeclaredJson.text(declared));
    return new Answer.Redirect("/imports/" + job.id());
  }

  private Answer start(Request request, Arrivals arrivals) {
    ImportJob job = waiting(request);
    Declared declared = chosen(job, request);
    try {
      Look look = desk.get().look(job, declared.wish(job.kind(), zone));
      desk.get().wait(job.id(), job.kind(), DeclaredJson.text(declared));
      boolean report = job.kind() == Kind.TESTS || job.kind() == Kind.COVERAGE;
      if (report && !declared.names(job.kind())) {
        throw Refused.unfit(
            Texts.say("imports.uploads.the-report-does-not"),
            Texts.say(
                job.kind() == Kind.TESTS
                    ? "imports.uploads.name-the-repository"
                    : "imports.uploads.name-the-repository-or"));
      }
      if (look.lacks().isEmpty()) {
        arrivals.begin(job.id(), declared, job.kind(), Who.of(request.caller()));
      }
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    }
    return new Answer.Redirect("/imports/" + job.id());
  }

  /** What the form says; the choice of each column stands under its number. */
  private Declared chosen(ImportJob job, Request request) {
    Declared before = DeclaredJson.read(job.options());
    if (!job.kind().isTable()) {
      return Declared.of(Declared.form(request));
    }
    Look look = desk.get().look(job, before.wish(job.kind(), zone));
    return Declared.chosen(request, look);
  }

  /** What was declared about an upload. */
  public static Wish wish(ImportJob job, ZoneId zone) {
    return DeclaredJson.read(job.options()).wish(job.kind(), zone);
  }

  private ImportJob waiting(Request request) {
    ImportJob job = found(request.part("id"));
    if (job.state() != ImportJob.State.WAITING) {
      throw Refused.conflict(
          Texts.say("imports.uploads.this-import-does-not", job.state().word()),
          Texts.say("imports.uploads.look-at-its-page"));
    }
    return job;
  }

  private Answer discard(Request request) {
    ImportJob job = waiting(request);
    desk.get().discard(job.id(), Who.of(request.caller()));
    return new Answer.Redirect("/imports");
  }

  /** The next table with these columns is asked about again; what was taken stays. */
  private Answer forget(Request request) {
    ImportJob job = found(request.part("id"));
    String signature = DeclaredJson.read(job.options()).text("signature");
    desk.get().imports().forget(job.kind(), signature, Who.of(request.caller()));
    return new Answer.Redirect("/imports");
  }

  private Answer progress(Request request) {
    ImportJob job = found(request.part("id"));
    return new Answer.Part("imports/progress", Map.of("job", job), job.isUnderWay() ? "" : "fresh");
  }
}
