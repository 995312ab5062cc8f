package pilothouse.imports;

import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.ImportJob;
import pilothouse.evidence.imports.ImportReceipt;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.imports.Run;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tables.Guide;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Telling;

/** Imports as JSON: a file is read while it comes in, and its receipt is the answer. */
final class ImportApi {
  private static final int NEWEST = 100;
  private final Supplier<Desk> desk;
  private final ZoneId zone;

  ImportApi(Supplier<Desk> desk, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
  }

  /** What programs are told of it: all that its address may hold. */
  static Telling telling() {
    return Telling.of("Takes a file as the body while it comes in, and answers with its receipt")
        .with("kind", "what the file holds, such as deployments or tests; else it is guessed")
        .with("name", "the file's name, for the receipt")
        .with("mapping", "guess: take the columns as they were guessed")
        .with("map", "a column and the field that it fills, as Column=field")
        .with("set", "a field and the value that all lines have, as field=value")
        .with("zone", "of times that name none, such as Europe/Berlin")
        .with("days", "day-first or month-first, for days such as 03/04/2026")
        .with("decimal", "comma or point")
        .with("repository", "what test results or coverage are of, as owner/name")
        .with("system", "or the system that they are of")
        .with("revision", "the commit that they are of")
        .with("run", "which run of the tests it was")
        .with("at", "when it ran, as 2026-01-31T12:00:00Z");
  }

  Answer take(Request request) {
    Kind kind = Declared.kind(request.query("kind"));
    Wish wish =
        new Declared(
                Declared.query(request),
                Declared.pairs(request.query("map")),
                Declared.pairs(request.query("set")))
            .wish(kind, zone);
    boolean guess = "guess".equals(request.query("mapping"));
    String name = request.query("name");
    String file = name == null ? kind.word() : name;
    try {
      Look look = desk.get().imports().look(file, request.stream(), wish);
      mustBeClear(look, guess);
      return took(look, wish);
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    } catch (IOException e) {
      throw Refused.bad("What was sent broke off.", "Send it again.");
    }
  }

  private static void mustBeClear(Look look, boolean guess) {
    if (!look.lacks().isEmpty()) {
      Guide.Lack lack = look.lacks().getFirst();
      throw Refused.unfit(
          lack.what(), "Say it in the address: map=Column=field, set=field=value, zone=UTC.");
    }
    if (!look.remembered() && !guess) {
      throw Refused.unfit(
          "Nobody confirmed yet how its columns are understood: "
              + (look.mapping() == null ? "" : look.mapping().columns())
              + ".",
          "Confirm it once on the page of imports, or send mapping=guess with it.");
    }
  }

  private Answer took(Look look, Wish wish) throws IOException {
    String job = desk.get().jobs().begin(look.kind(), look.name(), "api", ImportJob.State.RUNNING);
    try (Run run = desk.get().imports().begin(wish, job, true, line -> {})) {
      run.take(look);
      ImportReceipt receipt = run.finish();
      return new Answer.Told(200, json(desk.get().jobs().find(job).orElseThrow(), receipt));
    } catch (BadFile | IOException e) {
      desk.get().jobs().fail(job, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  Answer all(Request request) {
    return new Answer.Json(
        Map.of(
            "imports",
            desk.get().jobs().newest(NEWEST).stream()
                .map(job -> json(job, job.receipt()))
                .toList()));
  }

  Answer one(Request request) {
    String id = request.part("id");
    ImportJob job =
        desk.get()
            .jobs()
            .find(id)
            .orElseThrow(
                () -> new NotFound("There is no import “" + id + "”.", "Look at /api/v1/imports."));
    return new Answer.Json(json(job, job.receipt()));
  }

  private static Map<String, Object> json(ImportJob job, ImportReceipt receipt) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", job.id());
    json.put("kind", job.kind().word());
    json.put("file", job.file());
    json.put("origin", job.origin());
    json.put("state", job.state().name().toLowerCase(java.util.Locale.ROOT));
    json.put("begun_at", job.begunAt().toString());
    json.put("trouble", job.trouble());
    json.put("seen", receipt.seen());
    json.put("new", receipt.added());
    json.put("unchanged", receipt.unchanged());
    json.put("ignored", receipt.ignored());
    json.put("refused", receipt.refused());
    json.put("notes", receipt.notes());
    json.put("refused_lines", List.copyOf(receipt.first()));
    return json;
  }
}
