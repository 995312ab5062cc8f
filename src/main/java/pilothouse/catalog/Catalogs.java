package pilothouse.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import pilothouse.storage.Said;
import pilothouse.views.Board;
import pilothouse.web.Caller;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to who and what: pages, API, and files in both directions. */
public final class Catalogs {
  private final Kept kept;

  public Catalogs(Kept kept) {
    this.kept = kept;
  }

  /**
   * The addresses of the pages and of the API.
   *
   * @param standards which of them the systems of a place hold to
   */
  public static List<Route> routes(
      Supplier<Kept> kept, BiFunction<Where, Caller, Optional<Board.Table>> standards) {
    List<Route> routes = new ArrayList<>(new SystemPages(kept, standards).routes());
    routes.addAll(new RulePages(kept).routes());
    routes.addAll(new ProposalPages(kept).routes());
    routes.addAll(new TeamPages(kept).routes());
    routes.addAll(new IdentityPages(kept).routes());
    routes.addAll(new ListPages(kept).routes());
    routes.addAll(new FilePages(kept).routes());
    return routes;
  }

  /** Takes over what a repository that was just read says: .mailmap, and followed files. */
  public void learn(String repository) {
    new Learning(kept).from(repository);
  }

  /** How a team is reached, as its own file says, a line each; none where it has none. */
  public List<String> channels(String team) {
    return kept.teams().find(team).map(TeamApi::shown).map(TeamWays::channels).orElse(List.of());
  }

  /**
   * Takes what a file says.
   *
   * @param said who gives it; its source is the file's name, which tells a table by {@code .csv}
   * @throws pilothouse.web.Refused where it cannot be read at all
   */
  public Receipt take(Said said, String text) {
    return Importer.file(kept, said, text);
  }

  /** All of it as YAML. */
  public String yaml() {
    return new Exports(kept).yaml();
  }

  /** One table, by name; null where there is none of that name. */
  public @org.jspecify.annotations.Nullable String table(String name) {
    for (TableFormat.Kind kind : TableFormat.Kind.values()) {
      if (kind.word.equals(name)) {
        return new Exports(kept).table(kind);
      }
    }
    return null;
  }

  /** The names of all tables. */
  public static List<String> tables() {
    return TableFormat.ORDER.stream().map(kind -> kind.word).toList();
  }
}
