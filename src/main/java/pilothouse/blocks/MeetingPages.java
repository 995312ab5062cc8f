package pilothouse.blocks;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Parts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** A team's calendar comes in: by a form with a file, or from a program. */
record MeetingPages(Supplier<Shelf> shelves) {
  private static final String PATH = "/focus-time/{team}/meetings";

  private Shelf shelf() {
    return shelves.get();
  }

  List<Route> routes() {
    return List.of(
        Route.change(PATH, this::upload).anywhere(),
        new Route(Route.Method.GET, PATH, pilothouse.web.Permission.CHANGE, this::page).anywhere(),
        Route.change("/api/v1" + PATH, this::sent)
            .anywhere()
            .telling(
                Telling.of(
                        "Takes a team's calendar (RFC 5545) for days that are over: of its events"
                            + " only when they are, whether they take time, and a hash of their id")
                    .with("from", "the first day; the Monday four weeks back where nothing is said")
                    .with("to", "the last day, yesterday at the latest, as where nothing is said")
                    .gives(Receipt.class)));
  }

  private Answer page(Request request) {
    String team = BlockPages.team(shelf(), request);
    BlockPages.must(request.caller(), team);
    return Answer.page(
        "blocks/meetings",
        Texts.say("blocks.tell"),
        Map.of(
            "team", team,
            "title", shelf().yard().title(team),
            "from", Weekly.monday(shelf().yard().today()).minusWeeks(Shelf.JUDGED).toString(),
            "to", shelf().yard().today().minusDays(1).toString(),
            "megabytes", CalendarFile.MEGABYTES));
  }

  private Answer upload(Request request) {
    String team = BlockPages.team(shelf(), request);
    BlockPages.must(request.caller(), team);
    Parts parts = request.parts();
    if (parts == null) {
      throw noFile();
    }
    Map<String, String> fields = new HashMap<>();
    try {
      for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
        String file = part.file();
        if (file == null) {
          fields.put(part.name(), part.text().strip());
        } else if (file.isEmpty()) {
          throw noFile();
        } else {
          Receipt receipt =
              take(request, team, fields.get("from"), fields.get("to"), bytes(part.body()));
          return new Answer.Page(
              receipt.isNothing() ? 422 : 200,
              "blocks/receipt",
              Texts.say("blocks.receipt"),
              false,
              Map.of("receipt", receipt, "title", shelf().yard().title(team)));
        }
      }
    } catch (IOException broken) {
      throw Refused.brokenOff(broken);
    }
    throw noFile();
  }

  private Receipt take(
      Request request, String team, @Nullable String from, @Nullable String to, byte[] file) {
    return new Taking(shelf(), Who.of(request.caller())).take(team, said(from), said(to), file);
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Refused noFile() {
    return Refused.bad(
        Texts.say("imports.arrivals.no-file-was-chosen"),
        Texts.say("imports.arrivals.go-back-and-choose"));
  }

  /** All of it, where it is not too much. */
  static byte[] bytes(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(CalendarFile.LARGEST + 1);
    if (bytes.length > CalendarFile.LARGEST) {
      throw Refused.tooMuch(
              Texts.say("blocks.file.large", CalendarFile.MEGABYTES),
              Texts.say("blocks.file.many.mend"))
          .at("file");
    }
    return bytes;
  }

  private Answer sent(Request request) {
    String team = BlockPages.team(shelf(), request);
    BlockPages.must(request.caller(), team);
    Receipt receipt;
    try (InputStream in = request.stream()) {
      receipt = take(request, team, request.query("from"), request.query("to"), bytes(in));
    } catch (IOException broken) {
      throw Refused.brokenOff(broken);
    }
    return new Answer.Told(receipt.isNothing() ? 422 : 200, receipt);
  }
}
