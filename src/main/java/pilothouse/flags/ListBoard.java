package pilothouse.flags;

import static pilothouse.web.Marked.marked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.views.Sifting;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Part;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** The page of all flags. */
record ListBoard(FlagShelf shelf, Caller caller) {
  Answer page(Sieve sieve, Part<Flag> part) {
    List<Board.Part> parts = new ArrayList<>(List.of(flags(sieve, part)));
    FlagForms forms = new FlagForms(shelf);
    if (caller.may(Permission.CHANGE, Where.ANYWHERE)) {
      parts.add(forms.proposal());
    }
    if (caller.may(Permission.CHANGE, Where.ORGANISATION)) {
      parts.add(forms.lives());
    }
    return new Sifting(
            "/flags",
            Texts.say("flags.filter"),
            marked("flags.further", "/flags/import", sieve.address("/flags.csv")),
            fields(shelf.locker().places().offered(caller, Permission.READ), sieve))
        .page(Board.of(Texts.say("entry.flags"), Texts.say("flags.intro"), parts));
  }

  private static List<Field> fields(List<Whereabouts.Known> places, Sieve sieve) {
    return List.of(
        Sifting.place(places).filled(sieve.place()),
        Sifting.any("kind", "flags.field.kind", Purpose.ALL, "flags.kind.").filled(sieve.kind()),
        Sifting.choice("state", "flags.head.state", Sieve.STATES, "flags.filter.")
            .filled(sieve.state()),
        Field.text("owner", Texts.say("flags.field.owner")).filled(sieve.owner()),
        Sifting.choice("sort", "flags.field.sort", Sieve.SORTS, "flags.sort.")
            .filled(sieve.sort()));
  }

  private Board.Table flags(Sieve sieve, Part<Flag> part) {
    Map<String, String> owners = Telling.owners(shelf, part.rows().stream());
    Board.Table table =
        new Board.Table(
            "flags",
            Texts.say("flags.list"),
            Texts.say(shelf.now().all().isEmpty() ? "flags.nothing" : "flags.none"),
            Texts.all(
                "flags.field.key",
                "flags.field.kind",
                "flags.head.state",
                "flags.head.age",
                "flags.head.code",
                "flags.field.owner",
                "web.place"),
            part.rows().stream().map(flag -> row(flag, owners)).toList());
    return table.parted(sieve.address("/flags"), "", part.next());
  }

  private Row row(Flag flag, Map<String, String> owners) {
    Words words = flag.words();
    Locker locker = shelf.locker();
    String owner = owners.getOrDefault(words.owner(), "");
    return Row.of(
        Cell.to(flag.key(), flag.address()).note(Say.cut(words.says(), 120)),
        Cell.of(words.purpose().says()),
        state(locker, flag),
        Cell.num(Say.counted(Telling.age(locker, flag), "day")),
        code(shelf.mentions().of(flag, caller)),
        owner.isEmpty() ? Cell.of(Texts.say("flags.nobody")).look("look") : Cell.of(owner),
        Cell.of(locker.places().name(flag.place())));
  }

  /** Where it stands, and by when it is to go. */
  static Cell state(Locker locker, Flag flag) {
    if (!flag.isInUse()) {
      return Cell.of(Texts.say("flags.state.removed"))
          .note(flag.isUnverified() ? Texts.say("flags.unverified") : "");
    }
    boolean isLate = flag.isLate(locker.today());
    String when = flag.words().purpose().goes() ? "goes" : "stays";
    String day = Texts.say((isLate ? "flags.late." : "flags.until.") + when, Say.day(flag.ends()));
    return Cell.of(Texts.say("flags.state.in-use"))
        .look(isLate ? "look" : "")
        .note(flag.isGoneFromFiles() ? day + " · " + Texts.say("flags.gone-from-file") : day);
  }

  /** Whether its key stands in code. */
  static Cell code(Standing standing) {
    if (!standing.known()) {
      return Cell.of(Texts.say("say.unknown"));
    }
    String left =
        standing.left() == 0 ? "" : Texts.counted("flags.code.not-searched", standing.left());
    int count = standing.places().size();
    return Cell.of(
            count == 0 ? Texts.say("flags.code.nowhere") : Texts.counted("flags.code.files", count))
        .note(left);
  }
}
