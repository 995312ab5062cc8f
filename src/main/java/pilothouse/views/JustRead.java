package pilothouse.views;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;

/** Looks at a repository that was just read, beside any request. */
public final class JustRead {
  private JustRead() {}

  /**
   * A repository that was just read, looked at from one instant to another: for a page on paper or
   * in a terminal.
   *
   * @param since null: as long before the end as is usual
   * @param until null: the end of today
   */
  public static View look(
      History history,
      Scope scope,
      @Nullable Instant since,
      @Nullable Instant until,
      Instant now,
      ZoneId zone) {
    if (since == null && until == null) {
      Period.Look look = Period.USUAL.look(history, now, zone);
      return plain(history, scope, look.window(), now, look.span().says());
    }
    Window usual = Period.USUAL.window(history, now, zone);
    Instant to = until == null ? usual.to() : until;
    Instant from = since == null ? to.minus(Duration.between(usual.from(), usual.to())) : since;
    return plain(history, scope, new Window(from, to, zone, usual.over()), now, null);
  }

  private static View plain(
      History history, Scope scope, Window window, Instant read, @Nullable String says) {
    Sounding sounding =
        new Sounding(scope.repository(), false, "", 0, 0, null, read, history.version());
    View.Span span = new View.Span("", null, List.of(), says);
    return new View(sounding, history, scope, window, span, List.of());
  }
}
