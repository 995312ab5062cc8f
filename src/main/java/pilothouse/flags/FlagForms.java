package pilothouse.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;

/** What one can do with flags. */
record FlagForms(FlagShelf shelf) {
  Board.Form proposal() {
    return form(
        "new",
        "/flags",
        "new",
        List.of(
            Field.text("key", Texts.say("flags.field.key")).must(),
            Field.area("says", Texts.say("flags.field.says")),
            kind("kind"),
            Field.place(),
            owner(""),
            optional(Field.day("since", Texts.say("flags.field.since"), "")),
            optional(Field.day("ends", Texts.say("flags.field.ends"), ""))
                .hinting(Texts.say("flags.field.ends-hint"))));
  }

  private static Field optional(Field one) {
    return new Field(
        one.name(), one.label(), one.kind(), one.value(), one.options(), false, one.hint());
  }

  /** How long flags of each kind live. */
  Board.Form lives() {
    return form(
        "lives",
        "/flags/lives",
        "lives",
        List.of(
            kind("kind"),
            Field.number("days", Texts.say("flags.field.days"), Purpose.RELEASE.days()),
            Field.text("why", Texts.say("flags.field.why"))));
  }

  /** Those that make sense now, the most usual first. */
  List<Board.Form> of(Flag flag) {
    List<Board.Form> forms = new ArrayList<>();
    if (flag.isInUse()) {
      LocalDate today = shelf.locker().today();
      LocalDate from = flag.ends().isBefore(today) ? today : flag.ends();
      LocalDate usual = shelf.now().usual(flag.words().purpose(), from);
      forms.add(
          deed(
              flag,
              "removal",
              "remove",
              Field.text("evidence", Texts.say("flags.field.evidence"))
                  .hinting(Texts.say("flags.field.evidence-hint")),
              Field.text("why", Texts.say("flags.field.why"))));
      forms.add(
          deed(
              flag,
              "extension",
              flag.words().purpose().goes() ? "extend" : "review",
              Field.day("day", Texts.say("flags.field.day"), usual.toString()),
              Field.area("why", Texts.say("flags.field.why")).must()));
    } else {
      forms.add(
          deed(flag, "return", "bring", Field.area("why", Texts.say("flags.field.why")).must()));
    }
    Words now = flag.words();
    forms.add(
        deed(
            flag,
            "words",
            "reword",
            Field.area("says", Texts.say("flags.field.says")).filled(now.says()),
            kind("kind").filled(now.purpose().word()),
            Field.place().filled(now.place().text()),
            owner(now.owner()),
            Field.day("since", Texts.say("flags.field.since"), now.since().toString()),
            Field.text("why", Texts.say("flags.field.why"))));
    return forms;
  }

  private static Board.Form deed(Flag flag, String path, String act, Field... fields) {
    return form(path, flag.address() + "/" + path, act, List.of(fields));
  }

  /** A form, named by what one does with it. */
  private static Board.Form form(String id, String action, String act, List<Field> fields) {
    return new Board.Form(
        id,
        Texts.say("flags.do." + act),
        Texts.say("flags.means." + act),
        action,
        fields,
        Texts.say("flags.send." + act));
  }

  private Field kind(String name) {
    return Field.choice(
        name,
        Texts.say("flags.field.kind"),
        Stream.of(Purpose.values())
            .map(one ->
                new Option(
                    one.word(),
                    Texts.counted(
                        "flags.option." + (one.goes() ? "goes" : "stays"),
                        shelf.now().days(one),
                        one.says())))
            .toList());
  }

  private Field owner(String id) {
    return Field.owner("owner", Texts.say("flags.field.owner")).filled(shelf.locker().owner(id));
  }
}
