package pilothouse.flags;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Parts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Flags that come in as files, and go out as a table. */
record ImportPages(FlagShelf shelf) {
  List<Route> routes() {
    return List.of(
        Route.read("/flags/import", _ -> page()).anywhere(),
        Route.change("/flags/import", this::upload).anywhere(),
        Route.change("/api/v1/flags/import", this::sent)
            .anywhere()
            .telling(
                pilothouse.web.Telling.of(
                        "Takes a definition of flagd or a table, and answers with a receipt")
                    .with("name", "what the file is called")
                    .with("place", "whose flags they are, where it does not say so")
                    .gives(Receipt.class)),
        Route.read("/flags.csv", this::csv).anywhere());
  }

  private static Answer page() {
    return Answer.page(
        "flags/import",
        Texts.say("flags.import"),
        Map.of("columns", String.join(", ", CsvSource.COLUMNS)));
  }

  private Receipt take(Request request, Parts.@Nullable Part file, String name, String place) {
    Caller caller = request.caller();
    return new Imports(shelf)
        .take(
            name.isBlank() ? Texts.say("flags.import.sent") : name,
            file == null ? request.stream() : file.body(),
            place,
            caller,
            Who.of(caller));
  }

  private Answer upload(Request request) {
    Parts parts = request.parts();
    String place = "";
    try {
      Parts.Part part = parts == null ? null : parts.next();
      while (part != null && parts != null) {
        String file = part.file();
        if (part.name().equals("place") && file == null) {
          place = part.text();
        } else if (file != null && !file.isEmpty()) {
          return receipt(take(request, part, file, place));
        }
        part = parts.next();
      }
    } catch (IOException broken) {
      throw Refused.brokenOff(broken);
    }
    throw Refused.bad(
        Texts.say("imports.arrivals.no-file-was-chosen"),
        Texts.say("imports.arrivals.go-back-and-choose"));
  }

  private static Answer receipt(Receipt receipt) {
    return new Answer.Page(
        receipt.refusedAll() ? 422 : 200,
        "flags/receipt",
        Texts.say("flags.receipt"),
        false,
        Map.of("receipt", receipt));
  }

  private Answer sent(Request request) {
    Receipt receipt =
        take(
            request,
            null,
            Objects.requireNonNullElse(request.query("name"), ""),
            Objects.requireNonNullElse(request.query("place"), ""));
    return new Answer.Told(receipt.refusedAll() ? 422 : 200, receipt);
  }

  private Answer csv(Request request) {
    List<Flag> all = FlagPages.fitting(shelf, request, Sieve.of(request, shelf)).toList();
    List<String> heads = new ArrayList<>(CsvSource.COLUMNS);
    heads.addAll(List.of("state", "evidence", "extended"));
    Csv csv = new Csv(heads);
    Map<String, String> owners = Telling.owners(shelf, all.stream());
    all.forEach(flag -> csv.row(row(flag, owners)));
    return new Answer.Data(Csv.TYPE, "flags.csv", csv.bytes());
  }

  private static List<String> row(Flag flag, Map<String, String> owners) {
    Words words = flag.words();
    return List.of(
        flag.key(),
        words.purpose().word(),
        words.says(),
        words.place().text(),
        owners.getOrDefault(words.owner(), ""),
        words.since().toString(),
        flag.ends().toString(),
        flag.isInUse() ? "in_use" : "removed",
        flag.removal().map(Turn::evidence).orElse(""),
        String.valueOf(flag.extended()));
  }
}
