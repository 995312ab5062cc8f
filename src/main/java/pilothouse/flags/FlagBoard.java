package pilothouse.flags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/** The page of one flag. */
record FlagBoard(FlagShelf shelf, Caller caller) {
  /** So many files are named. */
  private static final int NAMED = 50;

  Answer page(Flag flag) {
    List<Board.Part> parts = new ArrayList<>(List.of(stands(flag), code(flag), sources(flag)));
    if (caller.may(Permission.CHANGE, flag.place())) {
      parts.addAll(new FlagForms(shelf).of(flag));
    }
    parts.add(history(flag));
    return new Board(
            flag.key(),
            flag.words().says(),
            new Board.Link(Texts.say("entry.flags"), "/flags"),
            parts)
        .page();
  }

  private Board.Lines stands(Flag flag) {
    Locker locker = shelf.locker();
    Words words = flag.words();
    List<Cell> lines = new ArrayList<>();
    lines.add(ListBoard.state(locker, flag));
    flag.removal()
        .filter(turn -> !turn.evidence().isEmpty())
        .ifPresent(turn -> lines.add(evidence(turn.evidence())));
    lines.add(Cell.of(words.purpose().says()));
    lines.add(
        Cell.of(
            Texts.say(
                "flags.aged",
                Say.day(words.since()),
                Say.counted(Telling.age(locker, flag), "day"))));
    if (flag.extended() > 0) {
      lines.add(
          Cell.of(
                  Texts.counted(
                      words.purpose().goes() ? "flags.extended" : "flags.reviewed",
                      flag.extended()))
              .look(flag.extended() > 1 && words.purpose().goes() ? "look" : ""));
    }
    lines.add(
        words.owner().isEmpty()
            ? Cell.of(Texts.say("flags.nobody")).look("look")
            : Cell.of(Texts.say("flags.owned", locker.owner(words.owner()))));
    lines.add(Cell.of(Texts.say("flags.at", locker.places().name(flag.place()))));
    new Telling(shelf, caller)
        .debt(flag)
        .ifPresent(owed ->
            lines.add(
                owed.ended().isEmpty()
                    ? Cell.to(Texts.say("flags.is-debt", owed.says()), owed.page())
                    : Cell.to(Texts.say("flags.was-debt", owed.says()), owed.page())
                        .note(owed.ended())));
    return new Board.Lines("stands", Texts.say("flags.head.state"), "", lines);
  }

  private static Cell evidence(String evidence) {
    String says = Texts.say("flags.shown-by", evidence);
    return evidence.matches("/(?!/)\\S*|https?://\\S+") ? Cell.to(says, evidence) : Cell.of(says);
  }

  private Board.Lines code(Flag flag) {
    Standing standing = shelf.mentions().of(flag, caller);
    List<Cell> lines = new ArrayList<>();
    lines.add(
        standing.known()
            ? ListBoard.code(standing)
            : Cell.of(Texts.say("say.unknown")).note(Texts.say("flags.code.unread")));
    standing.places().stream()
        .limit(NAMED)
        .map(place ->
            Cell.to(
                place.repository() + ":" + place.path(),
                "/systems/%s/file?path=%s"
                    .formatted(Addresses.slug(place.repository()), Addresses.part(place.path()))))
        .forEach(lines::add);
    if (standing.places().size() > NAMED) {
      lines.add(Cell.of(Texts.say("flags.code.first", NAMED)));
    }
    return new Board.Lines("code", Texts.say("flags.head.code"), "", lines);
  }

  private Board.Table sources(Flag flag) {
    var zone = shelf.locker().zone();
    return new Board.Table(
        "sources",
        Texts.say("flags.sources"),
        "",
        Texts.all("flags.head.source", "flags.head.says", "flags.head.first", "flags.head.last"),
        flag.seen().stream()
            .map(seen -> {
              @Nullable Instant gone = seen.gone();
              return Row.of(
                  Cell.of(Texts.say("flags.source." + seen.kind())).note(seen.file()),
                  Cell.of(Texts.anew(seen.says())),
                  Cell.of(Say.day(seen.first(), zone)),
                  gone == null
                      ? Cell.of(Say.day(seen.last(), zone))
                      : Cell.of(Texts.say("flags.gone-since", Say.day(gone, zone))).look("look"));
            })
            .toList());
  }

  /** One line of what happened. */
  private record Past(Instant at, int order, Row row) {}

  private Board.Table history(Flag flag) {
    List<Past> all = new ArrayList<>();
    shelf
        .locker()
        .storage()
        .read(rows -> FlagRows.versions(rows, flag.id()))
        .forEach(one -> {
          String what = Texts.say(one.number() == 1 ? "flags.turn.opened" : "flags.turn.changed");
          all.add(
              past(one.at(), one.number(), what, one.why(), by(flag, one.who(), one.whoName())));
        });
    for (Turn turn : flag.turns()) {
      String what =
          turn.day() == null
              ? Texts.say("flags.turn." + turn.kind().word())
              : Texts.say("flags.turn." + turn.kind().word(), Say.day(turn.day()));
      all.add(
          past(
              turn.at(),
              1_000_000 + turn.number(),
              what,
              turn.words(),
              by(flag, turn.who(), turn.whoName())));
    }
    return new Board.Table(
        "history",
        Texts.say("flags.history"),
        "",
        Texts.all("flags.head.when", "flags.head.what", "flags.head.who"),
        all.stream()
            .sorted(Comparator.comparing(Past::at).thenComparingInt(Past::order).reversed())
            .map(Past::row)
            .toList());
  }

  private String by(Flag flag, String who, String name) {
    return Named.by(caller, flag.place(), who, name);
  }

  private Past past(Instant at, int order, String what, String words, String who) {
    String when = Say.time(at, shelf.locker().zone());
    return new Past(at, order, Row.of(Cell.of(when), Cell.of(what).note(words), Cell.of(who)));
  }
}
