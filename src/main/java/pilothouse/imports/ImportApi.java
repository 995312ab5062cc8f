package pilothouse.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.ImportJob;
import pilothouse.evidence.imports.ImportReceipt;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.imports.Run;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tables.Guide;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Parts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
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

  List<Route> routes() {
    return List.of(
        Route.change("/api/v1/imports/{import}", request -> take(request, request.part("import")))
            .telling(taking("Takes a file of the kind that stands in the place of {import}: ")),
        Route.change("/api/v1/imports", request -> take(request, request.query("kind")))
            .telling(
                taking("Takes a file and finds out what it holds, or is told: ")
                    .with("kind", "what the file holds, such as deployments or tests")),
        Route.read("/api/v1/imports", this::all)
            .telling(Telling.of("The newest hundred imports with their receipts")),
        Route.read("/api/v1/imports/{import}", this::one)
            .telling(
                Telling.of("One import, by its id, with its receipt and the first refused lines")));
  }

  private static Telling taking(String says) {
    return Telling.of(
            says
                + String.join(", ", Kind.words())
                + ". The file is the body, or the first file of a form, and is read while it comes"
                + " in; the answer is its receipt")
        .with("name", "the file's name, for the receipt")
        .with("mapping", "guess: take the columns as they were guessed")
        .with("map", "a column and the field that it fills, as Column=field")
        .with("set", "a field and the value that all lines have, as field=value")
        .with("zone", "of times that name none, such as Europe/Berlin")
        .with("days", "day-first or month-first: how days such as 03/04/2026 are read")
        .with("decimal", "comma or point: what stands before the fraction of a number")
        .with("repository", "what a report is of, as owner/name")
        .with("system", "what coverage is of, by its system")
        .with("revision", "the commit that a report is of")
        .with("run", "the run that a report is of")
        .with("at", "when, if a report does not say");
  }

  private Answer take(Request request, @Nullable String word) {
    try {
      Parts parts = request.parts();
      return parts == null ? body(request, word) : form(request, word, parts);
    } catch (BadFile bad) {
      throw Refused.unfit(bad.why(), bad.mend());
    } catch (IOException e) {
      throw Refused.brokenOff(e);
    }
  }

  private Answer body(Request request, @Nullable String word) throws IOException {
    Who who = Who.of(request.caller());
    return take(request::query, Declared.kind(word), request.stream(), who);
  }

  /** The first file of a form; the fields before it say what the address may say. */
  private Answer form(Request request, @Nullable String word, Parts parts) throws IOException {
    Map<String, String> said = new HashMap<>();
    for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
      if (part.file() == null) {
        said.put(part.name(), part.text());
        continue;
      }
      said.putIfAbsent("name", part.file());
      Kind kind = Declared.kind(word == null ? said.get("kind") : word);
      return take(
          name -> said.containsKey(name) ? said.get(name) : request.query(name),
          kind,
          part.body(),
          Who.of(request.caller()));
    }
    throw Refused.bad(
        Texts.say("imports.import-api.the-form-holds-no"),
        Texts.say("imports.import-api.send-it-as-curl"));
  }

  private Answer take(Function<String, @Nullable String> said, Kind kind, InputStream in, Who who)
      throws IOException {
    Wish wish =
        new Declared(
                Declared.texts(said),
                Declared.pairs(said.apply("map")),
                Declared.pairs(said.apply("set")))
            .wish(kind, zone);
    String name = said.apply("name");
    Look look = desk.get().imports().look(name == null ? kind.word() : name, in, wish);
    mustBeClear(look, "guess".equals(said.apply("mapping")));
    return took(look, wish, who);
  }

  private static void mustBeClear(Look look, boolean guess) {
    if (!look.lacks().isEmpty()) {
      Guide.Lack lack = look.lacks().getFirst();
      throw Refused.unfit(lack.what(), Texts.say("imports.import-api.say-it-in-the"));
    }
    if (!look.remembered() && !guess) {
      throw Refused.unfit(
          Texts.say(
              "imports.import-api.nobody-confirmed-yet-how",
              (look.mapping() == null ? "" : look.mapping().columns())),
          Texts.say("imports.import-api.confirm-it-once-on"));
    }
  }

  private Answer took(Look look, Wish wish, Who who) throws IOException {
    String job =
        desk.get().jobs().begin(look.kind(), look.name(), "api", ImportJob.State.RUNNING, who);
    try (Run run = desk.get().begin(job, wish)) {
      run.take(look);
      ImportReceipt receipt = run.finish();
      return new Answer.Told(200, json(desk.get().jobs().find(job).orElseThrow(), receipt));
    } catch (BadFile | IOException e) {
      desk.get().jobs().fail(job, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Answer all(Request request) {
    return new Answer.Json(
        Map.of(
            "imports",
            desk.get().jobs().newest(NEWEST).stream()
                .map(job -> json(job, job.receipt()))
                .toList()));
  }

  private Answer one(Request request) {
    String id = request.part("import");
    ImportJob job = desk.get().jobs().find(id).orElseThrow(() -> unknown(id));
    return new Answer.Json(json(job, job.receipt()));
  }

  private static NotFound unknown(String id) {
    return new NotFound(
        Texts.say("imports.import-api.there-is-no-import", id),
        Kind.of(id).isPresent()
            ? Texts.say("imports.import-api.send-a-file-of")
            : Texts.say("imports.import-api.look-at-api-v1"));
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
    json.put("all_refused_lines", "/api/v1/imports/" + job.id() + "/refused");
    return json;
  }
}
