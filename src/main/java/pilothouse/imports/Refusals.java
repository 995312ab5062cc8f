package pilothouse.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.ImportJob;
import pilothouse.journal.Who;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import tools.jackson.databind.json.JsonMapper;

/** The lines that an import refused, as files. */
final class Refusals {
  private static final JsonMapper JSON = new JsonMapper();
  private final Supplier<Desk> desk;

  Refusals(Supplier<Desk> desk) {
    this.desk = desk;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/imports/{id}/refused.csv", request -> csv(request, "id")),
        Route.change("/imports/{id}/refused/forget", this::forget),
        Route.read("/api/v1/imports/{import}/refused", this::json)
            .telling(
                Telling.of(
                        "The lines that an import refused: file, line, field, value, why and mend")
                    .givesMany(RefusedLine.class)),
        Route.read("/api/v1/imports/{import}/refused.csv", request -> csv(request, "import"))
            .telling(Telling.of("The same as CSV").as("text/csv")));
  }

  private Answer csv(Request request, String part) {
    ImportJob job = Uploads.found(desk.get(), request.part(part));
    return new Answer.Streamed(
        "text/csv; charset=utf-8",
        "refused-" + (job.file().endsWith(".csv") ? job.file() : job.file() + ".csv"),
        out -> {
          out.write(RefusedLine.csvHead().getBytes(UTF_8));
          all(job, line -> write(out, line.csv()));
        });
  }

  private Answer json(Request request) {
    ImportJob job = Uploads.found(desk.get(), request.part("import"));
    return new Answer.Streamed(
        "application/json",
        "",
        out -> {
          String[] between = {"[\n"};
          all(
              job,
              line -> {
                write(out, between[0] + JSON.writeValueAsString(line));
                between[0] = ",\n";
              });
          write(out, between[0].startsWith("[") ? "[]\n" : "\n]\n");
        });
  }

  private void all(ImportJob job, Consumer<RefusedLine> hears) {
    desk.get().refused(job, hears);
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer forget(Request request) {
    ImportJob job = Uploads.found(desk.get(), request.part("id"));
    desk.get().forgetRefused(job.id(), Who.of(request.caller()));
    return new Answer.Redirect("/imports/" + job.id());
  }
}
