package pilothouse.direction.roadmap;

import java.util.List;
import java.util.function.Supplier;
import pilothouse.direction.bets.Around;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.storage.Storage;
import pilothouse.web.Route;

/** The door to the roadmap: what is promised by when, and what is believed until it is tested. */
public record Roadmaps(Around around, Flows flows, Kept kept) {
  /** What somebody owes by a day because of an item. */
  public static final List<Kind> KINDS = List.of(Item.MILESTONES, Item.HYPOTHESES);

  /** What was worked out and stays from one request to the next. */
  public static final class Kept {
    private final ForecastShelf forecasts = new ForecastShelf();
  }

  /** Its addresses. */
  public static List<Route> routes(Supplier<Roadmaps> roadmaps) {
    return new RoadmapPages(roadmaps).routes();
  }

  /** The milestones that somebody committed to and that are not over, the first due first. */
  public static List<Item> committed(Storage storage) {
    return storage.read(ItemRows::all).stream()
        .filter(one -> one.isOpen() && one.isMilestone())
        .toList();
  }

  /** What people wrote of its items. */
  public static List<Written> written(Storage storage) {
    return storage.read(ItemRows::all).stream()
        .map(one ->
            Written.of(
                "roadmap",
                one.id(),
                one.title(),
                Written.joined(one.words(), one.measure()),
                one.page(),
                one.where()))
        .toList();
  }

  ItemShelf items() {
    return new ItemShelf(around);
  }

  Forecasting forecasting() {
    return new Forecasting(around, flows, kept.forecasts);
  }
}
