package pilothouse.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Sentence;
import pilothouse.views.Sounding;
import pilothouse.views.View;

/**
 * A row of the list of systems.
 *
 * @param view null when nothing has been read yet; then there are no cells
 * @param quiet since when nothing was committed, where it is not looked at through the usual
 *     period; else empty
 */
public record SystemRow(
    Sounding sounding, String address, @Nullable View view, List<Cell> cells, String quiet) {

  /** A quarter's state and headline. */
  public record Cell(String look, String state, Sentence says, String blind) {}

  static SystemRow of(Sounding sounding, @Nullable View view, List<HealthCheck.Quarter> quarters) {
    List<Cell> cells = quarters.stream().map(SystemRow::cell).toList();
    return new SystemRow(
        sounding,
        view == null ? View.base(sounding) : view.link(""),
        view,
        cells,
        view == null ? "" : quiet(view));
  }

  private static String quiet(View view) {
    Instant last = view.span().says() == null ? null : view.newest();
    return last == null ? "" : Texts.say("table.quiet", Say.day(last, view.window().zone()));
  }

  private static Cell cell(HealthCheck.Quarter quarter) {
    boolean thin = quarter.state() == HealthCheck.State.NOTHING_FOUND;
    return new Cell(
        Card.look(quarter),
        quarter.state().words(),
        Sentence.of(quarter.headline()),
        thin ? Card.blind(quarter) : "");
  }
}
