package pilothouse.blocks;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;

/** Each block of the last weeks, with the hours that meetings ate: what the sums come from. */
final class DayTable {
  private static final int LISTED_WEEKS = 5;

  private DayTable() {}

  static Board.Table of(List<Week> weeks) {
    List<Row> rows =
        weeks.stream()
            .limit(LISTED_WEEKS)
            .flatMap(week -> week.blocks().reversed().stream())
            .map(DayTable::day)
            .toList();
    return new Board.Table(
        "days",
        Texts.say("blocks.days-title"),
        Texts.say("blocks.none.here"),
        Texts.all(
            "blocks.head.day", "blocks.field.purpose", "blocks.head.hours", "blocks.head.eaten"),
        rows);
  }

  private static Row day(Eaten one) {
    var zone = one.block().on(one.day()).weekly().zone();
    String eaten =
        one.known().stream().map(span -> span(span, zone)).collect(Collectors.joining(", "));
    return Row.of(
        Cell.of(
            Texts.say(
                "blocks.day-of",
                Texts.say("blocks.day." + one.day().getDayOfWeek().name().toLowerCase(Locale.ROOT)),
                Say.day(one.day()))),
        Cell.to(one.purpose(), one.block().address()),
        Cell.of(span(one.span(), zone)),
        Cell.num(one.isKnown() ? Hours.of(one.eaten()) : Texts.say("blocks.unknown")).note(eaten));
  }

  private static String span(Span span, ZoneId zone) {
    return Texts.say(
        "blocks.hours-of",
        span.from().atZone(zone).toLocalTime(),
        span.to().atZone(zone).toLocalTime());
  }
}
