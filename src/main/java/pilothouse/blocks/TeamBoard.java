package pilothouse.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** One team: its blocks, and what meetings ate of them. */
record TeamBoard(Shelf shelf, Caller caller, String team) {
  private static final int LISTED_WEEKS = 5;
  private static final int UPLOADS = 10;

  Answer page() {
    Shelf.Kept kept = shelf.now();
    boolean may = caller.may(Permission.CHANGE, Where.team(team));
    List<Board.Part> parts = new ArrayList<>();
    parts.add(stands(kept, may));
    parts.add(blocks(kept.of(team)));
    parts.add(weeks(kept));
    parts.add(days(kept));
    parts.add(told(kept));
    BlockForms forms = new BlockForms(shelf.yard(), caller);
    if (may) {
      parts.add(
          forms.proposal(
              forms.teams().stream().filter(one -> one.aim().name().equals(team)).toList()));
    }
    return new Board(
            Texts.say("blocks.of-team", shelf.yard().title(team)),
            Texts.say("blocks.of-team.intro"),
            new Board.Link(Texts.say("entry.focus-time"), "/focus-time"),
            parts)
        .page();
  }

  private Board.Lines stands(Shelf.Kept kept, boolean may) {
    Week.Sum sum = kept.judged(team);
    List<Cell> lines = new ArrayList<>();
    Double share = sum.share();
    lines.add(
        share == null
            ? Cell.of(Texts.say("blocks.stands.unknown", sum.of())).look("look")
            : Cell.of(
                    Texts.say(
                        "blocks.stands",
                        Hours.of(sum.eaten()),
                        Hours.of(sum.blocked()),
                        Say.percent(share),
                        sum.weeks(),
                        sum.of(),
                        Say.percent(EatenFindings.LIMIT)))
                .look(EatenFindings.isBeyond(sum) ? "look" : "know"));
    lines.add(
        Cell.to(Texts.say("blocks.feed"), "/focus-time/" + team + "/focus.ics")
            .note(Texts.say("blocks.feed.note")));
    if (may) {
      lines.add(
          Cell.to(Texts.say("blocks.tell"), "/focus-time/" + team + "/meetings")
              .note(Texts.say("blocks.tell.note")));
    }
    return new Board.Lines("stands", Texts.say("blocks.last-weeks", Shelf.JUDGED), "", lines);
  }

  private Board.Table blocks(List<Block> blocks) {
    return new Board.Table(
        "blocks",
        Texts.say("blocks.head.blocks"),
        Texts.say("blocks.none.here"),
        Texts.all("blocks.field.purpose", "blocks.head.when", "blocks.head.ends",
            "blocks.field.owner"),
        blocks.stream()
            .map(block ->
                Row.of(
                    Cell.to(block.words().purpose(), block.address()),
                    Cell.of(block.words().says()),
                    Cell.of(block.words().ends()),
                    Cell.of(
                        block.words().owner().isEmpty()
                            ? Texts.say("blocks.nobody")
                            : shelf.yard().owners().name(block.words().owner()))))
            .toList());
  }

  private Board.Table weeks(Shelf.Kept kept) {
    return new Board.Table(
        "weeks",
        Texts.say("blocks.weeks-title"),
        Texts.say("blocks.none.here"),
        Texts.all("blocks.head.week", "blocks.head.blocked", "blocks.head.eaten",
            "blocks.head.share"),
        kept.weeks(team).stream().filter(week -> !week.blocks().isEmpty()).map(this::week).toList());
  }

  private Row week(Week week) {
    Double share = week.share();
    Cell blocked = Cell.num(Hours.of(week.blocked()));
    if (!week.isKnown() && share != null) {
      blocked = blocked.note(Texts.say("blocks.known", Hours.of(week.known())));
    }
    String unknown = Texts.say("blocks.unknown");
    return Row.of(
        Cell.of(Texts.say("blocks.week-of", Say.day(week.monday()))),
        blocked,
        Cell.num(share == null ? unknown : Hours.of(week.eaten())),
        Cell.num(share == null ? unknown : Say.percent(share))
            .look(share != null && share > EatenFindings.LIMIT ? "num look" : "num"));
  }

  private Board.Table days(Shelf.Kept kept) {
    List<Row> rows =
        kept.weeks(team).stream()
            .limit(LISTED_WEEKS)
            .flatMap(week -> week.blocks().reversed().stream())
            .map(this::day)
            .toList();
    return new Board.Table(
        "days",
        Texts.say("blocks.days-title"),
        Texts.say("blocks.none.here"),
        Texts.all("blocks.head.day", "blocks.field.purpose", "blocks.head.hours",
            "blocks.head.eaten"),
        rows);
  }

  private Row day(Eaten one) {
    var zone = one.block().on(one.day()).weekly().zone();
    String eaten =
        one.known().stream()
            .map(span -> span(span, zone))
            .collect(Collectors.joining(", "));
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

  private static String span(Span span, java.time.ZoneId zone) {
    return Texts.say(
        "blocks.hours-of",
        span.from().atZone(zone).toLocalTime(),
        span.to().atZone(zone).toLocalTime());
  }

  private Board.Table told(Shelf.Kept kept) {
    return new Board.Table(
        "told",
        Texts.say("blocks.told"),
        Texts.say("blocks.told.none"),
        Texts.all("blocks.head.days", "blocks.head.events", "blocks.head.left-out"),
        kept.uploads(team).stream()
            .limit(UPLOADS)
            .map(one ->
                Row.of(
                    Cell.of(
                            Texts.say(
                                "blocks.from-to", Say.day(one.first()), Say.day(one.last())))
                        .note(
                            Texts.say(
                                "blocks.told-at", Say.time(one.at(), shelf.yard().zone()))),
                    Cell.num(Say.count(one.events())),
                    Cell.of(Skip.kept(one.skipped()))))
            .toList());
  }
}
