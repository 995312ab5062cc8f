package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.web.Caller;

/** What one can do with decisions. */
record DecisionForms(Docket docket, Caller caller) {
  private static final int OFFERED = 400;

  Board.Form proposal() {
    return new Board.Form(
        "new",
        Texts.say("decisions.new"),
        Texts.say("decisions.new.how"),
        "/decisions",
        List.of(
            Field.text("title", Texts.say("decisions.field.title")).must(),
            Field.area("question", Texts.say("decisions.field.question")).must(),
            Field.area("options", Texts.say("decisions.field.options"))
                .hinting(Texts.say("decisions.field.options-hint")),
            Field.place(),
            owner("decider", "decisions.field.decider")
                .hinting(Texts.say("decisions.field.decider-hint")),
            words("way_back", "decisions.field.way-back", "decisions.way-back.", Words.WAYS_BACK)),
        Texts.say("decisions.new.ask"));
  }

  /** Those that make sense now, the most usual first. */
  List<Board.Form> of(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    boolean isOpen = one.state().isOpen();
    forms.add(voice(one));
    if (isOpen) {
      forms.addAll(before(one));
    } else {
      forms.addAll(after(one));
    }
    forms.add(predict(one));
    forms.add(reword(one));
    return forms;
  }

  private List<Board.Form> before(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    if (!docket.principles().apply(one.place()).isEmpty()) {
      forms.add(weigh(one));
    }
    if (!one.having(Kind.AGREES).isEmpty()) {
      forms.add(consent(one));
    }
    forms.add(decide(one));
    forms.add(because(one, "rejection", "decisions.reject"));
    forms.add(part(one));
    forms.add(clock(one));
    forms.add(delegate(one));
    return forms;
  }

  private List<Board.Form> after(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    if (one.state().isInForce()) {
      forms.add(wake(one));
      forms.add(limit(one));
      if (one.state() == State.WOKEN) {
        forms.add(because(one, "affirm", "decisions.affirm"));
      }
      forms.add(successor(one));
    }
    forms.add(because(one, "reopen", "decisions.reopen"));
    return forms;
  }

  /** A form of a decision: its texts are {@code KEY}, {@code KEY.how} and {@code KEY.send}. */
  private static Board.Form form(Decision one, String path, String key, Field... fields) {
    return new Board.Form(
        path,
        Texts.say(key),
        Texts.say(key + ".how"),
        one.address() + "/" + path,
        List.of(fields),
        Texts.say(key + ".send"));
  }

  private static Board.Form because(Decision one, String path, String key) {
    return form(one, path, key, Field.area("why", Texts.say("decisions.field.why")).must());
  }

  private static Field words(String name, String label, String key, List<String> all) {
    return Field.choice(
        name,
        Texts.say(label),
        all.stream().map(word -> new Option(word, Texts.say(key + word))).toList());
  }

  private Field owner(String name, String label) {
    return Field.list(
        name,
        Texts.say(label),
        docket.promises().owners().offered(caller).stream()
            .limit(OFFERED)
            .map(one -> one.name())
            .distinct()
            .map(called -> new Option(called, ""))
            .toList());
  }

  private static Field named(String name, String label, Stream<String> options) {
    return Field.choice(
        name, Texts.say(label), options.map(option -> new Option(option, option)).toList());
  }

  private static Field day(String name, String label) {
    return Field.day(name, Texts.say(label), "");
  }

  private static Board.Form voice(Decision one) {
    return form(
        one,
        "voices",
        "decisions.say",
        words("kind", "decisions.field.kind", "decisions.kind.", List.of("advice", "dissent")),
        Field.area("words", Texts.say("decisions.field.words")).must());
  }

  private Board.Form weigh(Decision one) {
    List<String> ranked = docket.principles().apply(one.place());
    return form(
        one,
        "principles",
        "decisions.weigh",
        named("won", "decisions.field.won", ranked.stream()),
        named("lost", "decisions.field.lost", Stream.concat(Stream.of(""), ranked.stream())),
        Field.text("note", Texts.say("decisions.field.note")));
  }

  private Board.Form consent(Decision one) {
    return form(
        one,
        "consent",
        "decisions.consent",
        words(
            "answer", "decisions.field.answer", "decisions.answer.", List.of("agreed", "objected")),
        named(
            "owner",
            "decisions.field.owner",
            one.having(Kind.AGREES).stream().map(docket.promises().owners()::name)),
        Field.area("words", Texts.say("decisions.field.words")));
  }

  private static Board.Form decide(Decision one) {
    return form(
        one,
        "choice",
        "decisions.decide",
        named("option", "decisions.field.option", options(one)),
        Field.area("reasons", Texts.say("decisions.field.reasons")).must());
  }

  private static Stream<String> options(Decision one) {
    return one.words().options().stream().map(Choice::name);
  }

  private Board.Form part(Decision one) {
    return form(
        one,
        "parts",
        "decisions.give-part",
        words(
            "part",
            "decisions.field.part",
            "decisions.part.",
            List.of("consulted", "agrees", "informed", "decides", "released")),
        owner("owner", "decisions.field.owner").must(),
        Field.text("why", Texts.say("decisions.field.why")));
  }

  private static Board.Form clock(Decision one) {
    return form(
        one,
        "clock",
        "decisions.clock",
        day("day", "decisions.field.by-day"),
        named("option", "decisions.field.otherwise", Stream.concat(Stream.of(""), options(one))));
  }

  private Board.Form delegate(Decision one) {
    return form(
        one,
        "delegations",
        "decisions.delegate",
        owner("owner", "decisions.field.owner").must(),
        day("day", "decisions.field.until"),
        Field.text("limits", Texts.say("decisions.field.limits")).must());
  }

  private static Board.Form wake(Decision one) {
    return form(one, "wakes", "decisions.wake.day", day("day", "decisions.field.day"));
  }

  private Board.Form limit(Decision one) {
    Board.Form form =
        form(
            one,
            "wakes",
            "decisions.wake.limit",
            gauge(),
            words("side", "decisions.field.side", "decisions.side.", List.of("above", "below")),
            Field.text("value", Texts.say("decisions.field.value")).must(),
            Field.number("points", Texts.say("decisions.field.points"), 8));
    return new Board.Form(
        "limit", form.title(), form.says(), form.action(), form.fields(), form.button());
  }

  private Field gauge() {
    return Field.list(
            "gauge",
            Texts.say("decisions.field.gauge"),
            docket
                .gauges()
                .get()
                .offered(caller)
                .limit(OFFERED)
                .map(one -> new Option(one.gauge().text(), one.name()))
                .toList())
        .must();
  }

  private static Board.Form successor(Decision one) {
    return form(
        one,
        "successor",
        "decisions.supersede",
        Field.text("by", Texts.say("decisions.field.by")).must(),
        Field.area("why", Texts.say("decisions.field.why")).must());
  }

  private Board.Form predict(Decision one) {
    return form(
        one,
        "predictions",
        "decisions.predict",
        Field.text("says", Texts.say("decisions.field.says")),
        gauge(),
        words("expect", "decisions.field.expect", "verdicts.expect.", List.of("down", "up")),
        Field.text("size", Texts.say("decisions.field.size")),
        Field.day("effect", Texts.say("decisions.field.effect"), docket.today().toString()),
        day("judged_on", "decisions.field.judged-on"),
        Field.text("probability", Texts.say("decisions.field.probability")));
  }

  private static Board.Form reword(Decision one) {
    Words now = one.words();
    return form(
        one,
        "words",
        "decisions.reword",
        Field.text("title", Texts.say("decisions.field.title")).must().filled(now.title()),
        Field.area("question", Texts.say("decisions.field.question")).must().filled(now.question()),
        Field.area("drivers", Texts.say("decisions.field.drivers"))
            .filled(String.join("\n", now.drivers())),
        Field.area("options", Texts.say("decisions.field.options"))
            .filled(Choice.text(now.options()))
            .hinting(Texts.say("decisions.field.options-hint")),
        Field.area("consequences", Texts.say("decisions.field.consequences"))
            .filled(now.consequences()),
        Field.area("confirmation", Texts.say("decisions.field.confirmation"))
            .filled(now.confirmation()),
        words("way_back", "decisions.field.way-back", "decisions.way-back.", Words.WAYS_BACK)
            .filled(now.wayBack()),
        Field.text("why", Texts.say("decisions.field.why")));
  }
}
