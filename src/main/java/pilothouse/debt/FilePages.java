package pilothouse.debt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilothouse.metrics.Couplings;
import pilothouse.metrics.FileStory;
import pilothouse.metrics.Marker;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.View;
import pilothouse.views.ViewFields;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The files of a repository as a map and a table, each file's own page, and debt candidates. */
final class FilePages {
  private static final int ROWS = 100;
  private final Views views;
  private final Debts.Told told;
  private final CandidateDeeds deeds;

  FilePages(Views views, Debts.Told told, Standings standings) {
    this.views = views;
    this.told = told;
    this.deeds = new CandidateDeeds(views, this::candidates, standings);
  }

  /** Their addresses. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>(deeds.routes());
    routes.addAll(looks());
    return routes;
  }

  private List<Route> looks() {
    return List.of(
        Route.read("/systems/{repository}/files", this::files).ofRepository("repository"),
        Route.read("/systems/{repository}/file", this::file).ofRepository("repository"),
        Route.read("/systems/{repository}/debt", this::debt).ofRepository("repository"),
        Route.read("/api/v1/systems/{repository}/files", this::map)
            .ofRepository("repository")
            .telling(
                Telling.of("The files as the map draws them, made of arrays to be small")
                    .with(ViewFields.ALL)));
  }

  private Answer files(Request request) {
    View view = views.view(request);
    Stories stories = stories(view);
    String by = by(request);
    Comparator<FileStory> order = by.equals("knowledge") ? Stories.BY_RISK : Stories.BY_CHANGE;
    List<FileRow> rows =
        stories.all().stream()
            .sorted(order)
            .limit(ROWS)
            .map(story -> FileRow.of(view, story))
            .toList();
    return Answer.explored(
        "debt/files",
        Texts.say("debt.file-pages.files-of", view.says()),
        Map.of(
            "view", view,
            "rows", rows,
            "count", stories.all().size(),
            "by", by,
            "data", view.json("files")));
  }

  private static String by(Request request) {
    String by = request.query("by");
    if (by == null || by.equals("change") || by.equals("knowledge")) {
      return by == null ? "change" : by;
    }
    throw Refused.bad(
        Texts.say("debt.file-pages.files-cannot-be-coloured", by),
        Texts.say("debt.file-pages.use-change-or-knowledge"));
  }

  private Answer map(Request request) {
    View view = views.view(request);
    return new Answer.Written(
        views.keep("tree", String.class, view, () -> Tree.of(view, stories(view).all())));
  }

  private Answer file(Request request) {
    View view = views.view(request);
    String path = request.query("path");
    FileStory story = path == null ? null : stories(view).find(path);
    if (path == null || story == null) {
      throw new NotFound(
          path == null
              ? Texts.say("debt.file-pages.the-address-names-no")
              : Texts.say("debt.file-pages.there-is-no-file", path, view.says()),
          Texts.say("debt.file-pages.find-it-among-all"));
    }
    Past past = Past.of(view, path, views.clock().instant());
    return Answer.page(
        "debt/file",
        path,
        Map.of(
            "view", view,
            "row", FileRow.of(view, story),
            "past", past,
            "mates", mates(view, path),
            "markers", markers(view, path)));
  }

  private Answer debt(Request request) {
    View view = views.view(request);
    List<Debt> found =
        candidates(view).stream().map(candidate -> debt(request, view, candidate)).toList();
    return Answer.page(
        "debt/candidates",
        Texts.say("debt.file-pages.debt-candidates-of", view.says()),
        Map.of("view", view, "debts", found));
  }

  private List<Candidate> candidates(View view) {
    return views
        .keep("debts", Listed.class, view, () -> new Listed(told.candidates().apply(view)))
        .all();
  }

  private Debt debt(Request request, View view, Candidate candidate) {
    Instant since = candidate.since();
    Optional<Item> item = deeds.item(request, view.scope().repository(), candidate);
    return new Debt(
        candidate,
        candidate.paths().stream().map(path -> new Debt.Place(path, view.file(path))).toList(),
        view.receipt(candidate.receipt().metric(), candidate.receipt().folder()),
        since == null
            ? ""
            : Texts.say("debt.file-pages.since", Say.day(since, view.window().zone())),
        item.map(Item::name).orElse(""),
        item.map(Item::address).orElse(""),
        CandidateDeeds.fields(candidate));
  }

  private Stories stories(View view) {
    return views.keep("files", Stories.class, view, () -> new Stories(told.files().apply(view)));
  }

  private List<Mate> mates(View view, String path) {
    Couplings couplings =
        views.keep("couplings", Couplings.class, view, () -> told.couplings().apply(view));
    return couplings.pairs().stream()
        .filter(pair -> pair.left().equals(path) || pair.right().equals(path))
        .limit(30)
        .map(pair -> Mate.of(view, pair, path))
        .toList();
  }

  private List<Marker> markers(View view, String path) {
    return views
        .keep("markers", Markers.class, view, () -> new Markers(told.markers().apply(view)))
        .all()
        .stream()
        .filter(marker -> marker.path().equals(path))
        .toList();
  }

  private record Markers(List<Marker> all) {}

  private record Listed(List<Candidate> all) {}
}
