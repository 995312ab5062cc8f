package pilothouse.debt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
import pilothouse.web.Telling;

/** Items that come in as files, and go out as a table. */
final class ImportPages {
  private final Standings standings;

  ImportPages(Standings standings) {
    this.standings = standings;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/debt/import", _ -> page()).anywhere(),
        Route.change("/debt/import", this::upload).anywhere(),
        Route.change("/api/v1/debt/import", this::sent)
            .anywhere()
            .telling(
                Telling.of("Takes a table or SARIF 2.1.0, and answers with a receipt")
                    .with("name", "what the file is called")
                    .with("repository", "whose items they are; needed for SARIF")
                    .gives(Receipt.class)),
        Route.read("/debt.csv", this::csv).anywhere());
  }

  private static Answer page() {
    return Answer.page(
        "debt/import",
        Texts.say("debt.import"),
        Map.of("columns", String.join(", ", CsvSource.COLUMNS)));
  }

  private Receipt take(Request request, Parts.@Nullable Part file, String name, String repository) {
    Caller caller = request.caller();
    return new Imports(standings)
        .take(
            name.isEmpty() ? Texts.say("debt.import.sent") : name,
            file == null ? request.stream() : file.body(),
            repository,
            caller,
            Who.of(caller));
  }

  private Answer upload(Request request) {
    Parts parts = request.parts();
    if (parts == null) {
      throw noFile();
    }
    String repository = "";
    try {
      for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
        String file = part.file();
        if (part.name().equals("repository") && file == null) {
          repository = part.text();
        } else if (file != null) {
          if (file.isEmpty()) {
            throw noFile();
          }
          return receipt(take(request, part, file, repository));
        }
      }
    } catch (IOException broken) {
      throw Refused.brokenOff(broken);
    }
    throw noFile();
  }

  private static Refused noFile() {
    return Refused.bad(
        Texts.say("imports.arrivals.no-file-was-chosen"),
        Texts.say("imports.arrivals.go-back-and-choose"));
  }

  private static boolean isNothing(Receipt receipt) {
    return receipt.told() > 0 && receipt.refused() == receipt.told();
  }

  private static Answer receipt(Receipt receipt) {
    return new Answer.Page(
        isNothing(receipt) ? 422 : 200,
        "debt/receipt",
        Texts.say("debt.receipt"),
        false,
        Map.of("receipt", receipt));
  }

  private Answer sent(Request request) {
    String name = request.query("name");
    String repository = request.query("repository");
    Receipt receipt =
        take(
            request,
            null,
            Objects.requireNonNullElse(name, ""),
            Objects.requireNonNullElse(repository, ""));
    return new Answer.Told(isNothing(receipt) ? 422 : 200, receipt);
  }

  private Answer csv(Request request) {
    Sieve sieve = Sieve.of(request, standings);
    List<Standing> all =
        standings
            .today()
            .seen(request.caller())
            .filter(sieve.fits())
            .filter(sieve::isOfEffect)
            .sorted(sieve.order())
            .collect(Collectors.toList());
    List<String> heads = new ArrayList<>(CsvSource.COLUMNS);
    heads.addAll(List.of("state", "due"));
    heads.addAll(CsvWorth.COLUMNS);
    Csv csv = new Csv(heads);
    Map<String, String> owners = standings.ownerNames(all.stream());
    all.forEach(one -> csv.row(row(one, owners)));
    return new Answer.Data(Csv.TYPE, "debt.csv", csv.bytes());
  }

  private static List<String> row(Standing one, Map<String, String> owners) {
    Words words = one.item().words();
    List<String> cells = new ArrayList<>(of(one, words, owners));
    cells.addAll(CsvWorth.cells(one.worth()));
    return cells;
  }

  private static List<String> of(Standing one, Words words, Map<String, String> owners) {
    Hours principal = words.principal();
    Hours interest = words.interest();
    return List.of(
        one.item().name(),
        words.title(),
        words.effect().word(),
        words.severity().word(),
        words.nature().word(),
        words.place().text(),
        words.spots().stream().map(Spot::text).collect(Collectors.joining(";")),
        words.says(),
        owners.getOrDefault(words.owner(), ""),
        words.origin(),
        principal == null ? "" : DebtForms.plain(principal.low()),
        principal == null ? "" : DebtForms.plain(principal.high()),
        words.principalBy(),
        interest == null ? "" : DebtForms.plain(interest.low()),
        interest == null ? "" : DebtForms.plain(interest.high()),
        words.requires().stream().map(number -> "TD-" + number).collect(Collectors.joining(" ")),
        "",
        "",
        one.state().word(),
        one.due().toString());
  }
}
