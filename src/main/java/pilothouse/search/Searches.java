package pilothouse.search;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to search over all: by words, on either database, and only what one may see. */
public final class Searches {
  private final Supplier<Findable> ground;
  private final Commands commands;
  private volatile @Nullable Room room;

  /**
   * Search.
   *
   * @param ground asked only while a request is answered: it opens behind the pages
   * @param offer what the program itself has to find
   */
  public Searches(Supplier<Findable> ground, Offer offer) {
    this.ground = ground;
    this.commands = new Commands(offer);
  }

  /**
   * What the program itself has to find.
   *
   * @param ofRepositories formulas of numbers of repositories
   * @param ofSystems formulas of numbers of systems
   */
  public record Offer(List<Page> pages, List<Metric> ofRepositories, List<Metric> ofSystems) {
    public Offer {
      pages = List.copyOf(pages);
      ofRepositories = List.copyOf(ofRepositories);
      ofSystems = List.copyOf(ofSystems);
    }
  }

  /**
   * A page that can be found.
   *
   * @param text the key of its name
   * @param also the key of further words that it is found by, or empty
   */
  public record Page(
      String text, String also, String address, Permission permission, Where where) {}

  /** What is kept, and who finds something in it. */
  record Room(Catching catching, Finder finder) {

    Map<Kind, List<Document>> find(Query query, Caller caller, List<Kind> kinds, int most) {
      catching.up();
      return finder.find(query, caller, kinds, most);
    }
  }

  /** The addresses of its pages and of its API. */
  public List<Route> routes() {
    return new SearchPages(this::room).routes();
  }

  private Room room() {
    Room here = room;
    if (here == null) {
      synchronized (this) {
        Findable open = ground.get();
        Shelves shelves = new Shelves(open.storage());
        here =
            room == null
                ? new Room(new Catching(open, shelves), new Finder(shelves, commands))
                : room;
        room = here;
      }
    }
    return here;
  }
}
