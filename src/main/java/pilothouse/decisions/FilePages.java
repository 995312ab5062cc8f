package pilothouse.decisions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** Folders of files, and decisions as files. */
final class FilePages {
  private static final String FOLDERS = "/decisions/by/folder";
  private static final String REPOSITORY = "/systems/{repository}/decisions";
  private static final String ZIP = FOLDERS + "/files.zip";
  private static final String FILE = "/decisions/{decision}/file";
  private static final int TEXT = 20_000;
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  FilePages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list(
            FOLDERS,
            "Folders of files that decisions were read from or written to",
            FolderTold.class,
            request -> board(request).all(request.query("name")),
            request -> telling(request).all()));
    all.addAll(
        Alike.change(
            FOLDERS,
            "Takes a file with a decision, in whatever shape it is",
            Asked.File.class,
            FileTold.Receipt.class,
            this::take));
    all.addAll(
        Alike.change(
            "/decisions/{decision}/conflicts/{conflict}",
            "Takes one of two texts that a decision has in its file and here",
            Asked.Taking.class,
            DecisionTold.class,
            this::settle));
    all.add(Route.read(REPOSITORY, this::repository).ofRepository("repository"));
    all.add(
        Route.read("/api/v1" + REPOSITORY, request -> new Answer.Json(told(request)))
            .ofRepository("repository")
            .telling(
                Telling.of("The decisions that lie in a repository as files")
                    .gives(FolderTold.class)));
    for (String before : List.of("", "/api/v1")) {
      String says = before.isEmpty() ? "" : "All decisions as files, in an archive";
      all.add(Route.read(before + ZIP, this::archive).anywhere().telling(Telling.of(says)));
      String one = before.isEmpty() ? "" : "A decision as a file";
      all.add(Route.read(before + FILE, this::file).anywhere().telling(Telling.of(one)));
    }
    return all;
  }

  private FolderBoard board(Request request) {
    return new FolderBoard(docket.get(), shelf, request.caller());
  }

  private Optional<FileShelf.Read> read(Request request) {
    return shelf
        .files()
        .now(docket.get().storage())
        .folder(Shipment.REPOSITORY + name(request))
        .filter(one -> request.caller().sees(one.folder().place()));
  }

  private static String name(Request request) {
    return request.part("repository").replace('~', '/');
  }

  private static NotFound none(String name) {
    return new NotFound(
        Texts.say("decisions.file.no-folder", name), Texts.say("decisions.file.no-folder-mend"));
  }

  private Answer repository(Request request) {
    String name = name(request);
    Optional<FileShelf.Read> read = read(request);
    if (read.isEmpty() && !docket.get().places().has(Where.repository(name))) {
      throw none(name);
    }
    return read.map(board(request)::one).orElseGet(() -> FolderBoard.none(name));
  }

  private FolderTelling telling(Request request) {
    return new FolderTelling(docket.get(), shelf, request.caller());
  }

  private FolderTold told(Request request) {
    return telling(request).told(read(request).orElseThrow(() -> none(name(request))));
  }

  private Decision found(Request request) {
    return shelf
        .find(docket.get().storage(), request.part("decision"), request.caller())
        .orElseThrow(Docket::gone);
  }

  private Answer file(Request request) {
    Docket here = docket.get();
    Decision one = found(request);
    Outgoing file =
        here.storage().read(rows -> new Exporting(here, rows, request.caller(), "", "").one(one));
    return new Answer.Data("text/markdown; charset=utf-8", file.name(), file.bytes());
  }

  private Answer archive(Request request) {
    Docket here = docket.get();
    List<Outgoing> all =
        here.storage()
            .read(rows ->
                new Exporting(here, rows, request.caller(), "", "").all(List.of(), _ -> true));
    return new Answer.Streamed("application/zip", "decisions.zip", new Bundle(all)::to);
  }

  private Alike.Made take(Request request, Sent sent) {
    Docket here = docket.get();
    Where place = sent.place(here.places(), request.caller());
    String path = sent.needed("path", Shipment.LONGEST).replace('\\', '/');
    if (!path.matches("(?:[^/.][^/]*/)*[^/.][^/]*\\.(?:md|markdown)")) {
      throw Refused.unfit(
              Texts.say("decisions.file.no-path", path), Texts.say("decisions.file.no-path-mend"))
          .at("path");
    }
    Map<String, byte[]> sends = new TreeMap<>();
    sends.put(path, (sent.needed("text", TEXT) + "\n").getBytes(StandardCharsets.UTF_8));
    String folder = Folders.SENT + place.text();
    Shipment all = new Shipment(folder, place, "", new TreeMap<>(sends), new TreeMap<>(), true);
    FileReceipt receipt = new Filing(here).take(all, Who.of(request.caller()));
    Integer number = receipt.files().getFirst().decision();
    return new Alike.Made(
        number == null ? Folders.address(folder) : "/decisions/" + number, FileTold.of(receipt));
  }

  private Alike.Made settle(Request request, Sent sent) {
    Docket here = docket.get();
    Decision decision = found(request);
    Docket.mayChange(request.caller(), decision.place());
    String take = sent.among("take", List.of("ours", "theirs"));
    Decision after =
        new Settling(here, Who.of(request.caller()))
            .settle(decision, request.part("conflict"), take.equals("theirs"));
    return new Alike.Made(
        after.address(), new DecisionTelling(here, shelf, request.caller()).told(after));
  }
}
