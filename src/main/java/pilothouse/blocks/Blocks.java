package pilothouse.blocks;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Source;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Route;

/** The door to the time that teams block for focus. */
public final class Blocks {
  private final Shelf shelf;

  /** Those that are kept there. */
  public Blocks(Yard yard) {
    this.shelf = new Shelf(yard);
  }

  /** Its addresses. */
  public static List<Route> routes(Supplier<Blocks> blocks) {
    Supplier<Shelf> shelves = () -> blocks.get().shelf;
    List<Route> routes = new ArrayList<>(new MeetingPages(shelves).routes());
    routes.addAll(new BlockPages(shelves).routes());
    return routes;
  }

  /** Whose blocked time was eaten. */
  public Source source() {
    return new EatenFindings(shelf);
  }

  /** What people wrote. */
  public List<Written> written() {
    return shelf.now().blocks().stream()
        .filter(block -> !shelf.yard().title(block.team()).isEmpty())
        .limit(Written.MOST)
        .map(Block::written)
        .toList();
  }

  /**
   * Takes a team's calendar, in the name of whoever names it at a terminal.
   *
   * @param from the first day; null for the usual one
   */
  public Receipt take(String team, @Nullable String from, @Nullable String to, InputStream in)
      throws IOException {
    if (shelf.yard().title(team).isEmpty()) {
      throw Refused.unfit(Texts.say("allocation.draft.team", team), Texts.say("blocks.mend.team"));
    }
    return new Taking(shelf, Who.terminal()).take(team, from, to, MeetingPages.bytes(in));
  }
}
