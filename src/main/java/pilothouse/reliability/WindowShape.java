package pilothouse.reliability;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import pilothouse.text.Texts;

/** The time window of an SLO, rolling or by the calendar. */
final class WindowShape {
  private static final int LONGEST = 60;
  private static final int LONGEST_DAYS = 3 * 366;

  private WindowShape() {}

  static BudgetWindow of(Node windows, ZoneId zone) {
    List<Node> all = windows.items();
    if (all.isEmpty()) {
      return BudgetWindow.usual(zone);
    }
    if (all.size() > 1) {
      throw windows.wrong(Texts.say("reliability.openslo.one-window"));
    }
    Node window = all.getFirst();
    Node length = window.at("duration");
    Span span =
        Span.parse(length.needed(LONGEST))
            .filter(one -> one.length().toDays() <= LONGEST_DAYS)
            .filter(one -> one.length().toHours() >= 1)
            .orElseThrow(() -> length.wrong(Texts.say("reliability.openslo.duration")));
    Node calendar = window.at("calendar");
    if (!calendar.isThere()) {
      return new BudgetWindow(span, null, zone);
    }
    if (window.at("isRolling").isTrue()) {
      throw window.wrong(Texts.say("reliability.openslo.either"));
    }
    return new BudgetWindow(span, start(calendar.at("startTime")), zone(calendar.at("timeZone")));
  }

  private static LocalDateTime start(Node said) {
    try {
      return LocalDateTime.parse(said.needed(LONGEST).replace(' ', 'T'));
    } catch (DateTimeException _) {
      throw said.wrong(Texts.say("reliability.openslo.start"));
    }
  }

  private static ZoneId zone(Node said) {
    try {
      return ZoneId.of(said.needed(LONGEST));
    } catch (DateTimeException _) {
      throw said.wrong(Texts.say("reliability.openslo.zone"));
    }
  }
}
