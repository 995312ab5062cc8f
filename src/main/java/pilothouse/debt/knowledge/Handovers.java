package pilothouse.debt.knowledge;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.metrics.Knowledge;
import pilothouse.promises.Kind;
import pilothouse.promises.Promises;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Route;

/**
 * What hangs on one person: a pairing, a rotation or a talk is promised, and the truck factor is
 * taken again when that is kept.
 *
 * @param knowledge of what a view shows
 */
public record Handovers(
    Views views, Supplier<Promises> promises, Function<View, Knowledge> knowledge) {
  /** What somebody owes because of a single point of failure. */
  public static final Kind KIND = Kind.of("handover", false);

  /** Their addresses. */
  public List<Route> routes() {
    return new HandoverPages(this).routes();
  }
}
