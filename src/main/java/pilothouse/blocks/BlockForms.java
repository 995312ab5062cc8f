package pilothouse.blocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** What one can do with blocks. */
record BlockForms(Yard yard, Caller caller) {
  /** The teams for which one may block time. */
  List<Aim.Named> teams() {
    return yard.scopes().get().teams().stream()
        .filter(team -> caller.may(Permission.CHANGE, Where.team(team.aim().name())))
        .toList();
  }

  /** A new one for one of these teams, of which the first is offered first. */
  Board.Form proposal(List<Aim.Named> teams) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.choice(
            "team",
            Texts.say("allocation.team"),
            teams.stream()
                .map(team -> new Field.Option(team.aim().name(), team.title()))
                .toList()));
    fields.addAll(fields(null));
    return new Board.Form(
        "new",
        Texts.say("blocks.new"),
        Texts.say("blocks.new.says"),
        "/focus-time",
        fields,
        Texts.say("blocks.new.send"));
  }

  Board.Form reword(Block block) {
    List<Field> fields = new ArrayList<>(fields(block.words()));
    fields.add(Field.text("why", Texts.say("allocation.why")));
    return new Board.Form(
        "words",
        Texts.say("blocks.change"),
        Texts.say("blocks.change.says"),
        block.address(),
        fields,
        Texts.say("blocks.change.send"));
  }

  /** What ends it, where it is not over. */
  Optional<Board.Form> end(Block block) {
    return block.words().weekly().isOver(yard.today())
        ? Optional.empty()
        : Optional.of(
            new Board.Form(
                "end",
                Texts.say("blocks.end"),
                Texts.say("blocks.end.says"),
                block.address() + "/end",
                List.of(Field.text("why", Texts.say("allocation.why"))),
                Texts.say("blocks.end.send")));
  }

  private List<Field> fields(@Nullable Words now) {
    Weekly weekly = now == null ? null : now.weekly();
    return List.of(
        text("purpose", now == null ? "" : now.purpose()).must(),
        text("days", now == null ? "" : now.typed()).must().hinting(Texts.say("blocks.hint.days")),
        text("from", weekly == null ? "09:00" : weekly.from().toString()).must(),
        text("to", weekly == null ? "12:00" : weekly.to().toString()).must(),
        text("zone", (weekly == null ? yard.zone() : weekly.zone()).getId())
            .hinting(Texts.say("blocks.hint.zone")),
        Field.day(
            "since",
            Texts.say("blocks.field.since"),
            (weekly == null ? yard.today() : weekly.since()).toString()),
        text("until", weekly == null ? "" : weekly.last().map(LocalDate::toString).orElse(""))
            .hinting(Texts.say("blocks.hint.until")),
        Field.number("every", Texts.say("blocks.field.every"), weekly == null ? 1 : weekly.every()),
        Field.area("pauses", Texts.say("blocks.field.pauses"))
            .filled(now == null ? "" : Pause.text(now.pauses()))
            .hinting(Texts.say("blocks.hint.pauses")),
        Field.owner("owner", Texts.say("blocks.field.owner"))
            .filled(now == null || now.owner().isEmpty() ? "" : yard.owners().name(now.owner())));
  }

  private static Field text(String name, String value) {
    return Field.text(name, Texts.say("blocks.field." + name)).filled(value);
  }
}
