package pilothouse.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The page of search, the list below its field, and the same as JSON. */
final class SearchPages {
  private static final int ON_THE_PAGE = 20;
  private static final int IN_THE_LIST = 5;
  private static final int MOST = 100;
  private final Supplier<Searches.Room> room;

  SearchPages(Supplier<Searches.Room> room) {
    this.room = room;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/search", this::page).anywhere(),
        Route.read("/search/found", this::part).anywhere(),
        Route.read("/api/v1/search", this::json)
            .telling(
                Telling.of("Whatever is called so or mentions it, as far as you may see it")
                    .with("q", "words, of which each must be there or begin something")
                    .with("kind", "only of this kind: " + kinds())
                    .with("limit", "how many of each kind at most: 1 to 100, usually 20")
                    .givesMany(Hit.class))
            .anywhere());
  }

  private Answer page(Request request) {
    String written = written(request);
    Query query = Query.of(written);
    Kind kind = kind(request);
    int most = kind == null ? ON_THE_PAGE : MOST;
    List<Shelf> shelves = shelves(request, query, kind, most);
    return Answer.page(
        "search/page",
        Texts.say("search.title"),
        Map.of("written", written, "query", says(query, written, shelves), "shelves", shelves));
  }

  private Answer part(Request request) {
    String written = written(request);
    Query query = Query.of(written);
    List<Shelf> shelves = shelves(request, query, null, IN_THE_LIST);
    return new Answer.Part(
        "search/list", Map.of("says", says(query, written, shelves), "shelves", shelves), "");
  }

  private Answer json(Request request) {
    Kind kind = kind(request);
    int most = request.number("limit", ON_THE_PAGE);
    if (most > MOST) {
      throw Refused.bad(
          "“limit” is more than " + MOST + ".", "Give 1 to " + MOST + ", and more words.");
    }
    Query query = Query.of(written(request));
    return new Answer.Json(
        found(request, query, kind, most).values().stream()
            .flatMap(List::stream)
            .map(SearchPages::hit)
            .toList());
  }

  private static String written(Request request) {
    String written = request.query("q");
    return written == null ? "" : written.strip();
  }

  private List<Shelf> shelves(Request request, Query query, @Nullable Kind only, int most) {
    List<Shelf> shelves = new ArrayList<>();
    found(request, query, only, most + 1)
        .forEach((kind, documents) -> {
          List<Hit> hits = documents.stream().limit(most).map(SearchPages::hit).toList();
          boolean more = documents.size() > most && only == null;
          shelves.add(
              new Shelf(
                  kind.word(),
                  Texts.say("search.kind." + kind.word()),
                  hits,
                  more
                      ? "/search?kind=" + kind.word() + "&q=" + Addresses.part(written(request))
                      : null));
        });
    return shelves;
  }

  private Map<Kind, List<Document>> found(
      Request request, Query query, @Nullable Kind only, int most) {
    List<Kind> kinds = only == null ? List.of(Kind.values()) : List.of(only);
    return room.get().find(query, request.caller(), kinds, most);
  }

  private static Hit hit(Document document) {
    return new Hit(document.kind().word(), document.title(), document.says(), document.address());
  }

  private static String says(Query query, String written, List<Shelf> shelves) {
    if (written.isEmpty()) {
      return "";
    }
    if (query.isEmpty()) {
      return Texts.say("search.no-word");
    }
    String found = shelves.isEmpty() ? Texts.say("search.nothing") : "";
    return query.cut() ? (found + " " + Texts.say("search.cut")).strip() : found;
  }

  private static @Nullable Kind kind(Request request) {
    String word = request.query("kind");
    if (word == null) {
      return null;
    }
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw Refused.bad("“" + word + "” is no kind of thing.", "Use one of " + kinds() + ".");
  }

  private static String kinds() {
    return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
  }
}
