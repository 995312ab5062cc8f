package pilothouse.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.web.Caller;

/** What one can do with the register. */
record DebtForms(Standings standings, Caller caller) {
  private static final int OFFERED = 400;

  Board.Form proposal() {
    return form(
        "new",
        "/debt",
        "new",
        List.of(
            Field.text("title", Texts.say("debt.field.title")).must(),
            Field.area("says", Texts.say("debt.field.says")),
            effect(""),
            words("severity", "debt.field.severity", "debt.severity.", Severity.ALL)
                .filled(Severity.MEDIUM.word()),
            words("kind", "debt.field.kind", "debt.kind.", Nature.ALL),
            Field.place(),
            spots(""),
            owner(""),
            hours("principal_low"),
            hours("principal_high"),
            hours("interest_low"),
            hours("interest_high")));
  }

  /** Those that make sense now, the most usual first. */
  List<Board.Form> of(Standing one) {
    List<Board.Form> forms = new ArrayList<>();
    switch (one.state()) {
      case OPEN, DEFERRED -> {
        forms.add(deed(one, "deferral", "defer", until(), why()));
        if (one.state() == State.DEFERRED) {
          forms.add(deed(one, "resume", "resume", why().filled("")));
        }
        forms.add(
            deed(
                one,
                "closing",
                "close",
                words("how", "debt.field.how", "debt.how.", List.of(Item.PAID, Item.DROPPED)),
                why()));
        forms.add(deed(one, "incidents", "trouble", text("incident").must(), text("words")));
        forms.add(deed(one, "same", "same", text("as").must(), text("why")));
      }
      case CLOSED -> {
        if (one.isUnverified()) {
          forms.add(deed(one, "payback", "payback", text("low").must(), text("high"), result()));
        }
        forms.add(deed(one, "reopen", "reopen", why()));
      }
      case JOINED -> forms.add(deed(one, "reopen", "reopen", why()));
    }
    forms.add(reword(one.item()));
    return forms;
  }

  private static Field until() {
    return Field.day("day", Texts.say("debt.field.until"), "");
  }

  private static Field why() {
    return Field.area("why", Texts.say("debt.field.why")).must();
  }

  private static Field result() {
    return Field.area("words", Texts.say("debt.field.result")).must();
  }

  private static Field text(String name) {
    return Field.text(name, Texts.say("debt.field." + name.replace('_', '-')));
  }

  private static Board.Form deed(Standing one, String path, String key, Field... fields) {
    return form(path, one.item().address() + "/" + path, key, List.of(fields));
  }

  /** A form, named by what one does with it. */
  private static Board.Form form(String id, String action, String act, List<Field> fields) {
    return new Board.Form(
        id,
        Texts.say("debt.do." + act),
        Texts.say("debt.means." + act),
        action,
        fields,
        Texts.say("debt.send." + act));
  }

  static Field words(String name, String label, String key, List<String> all) {
    return Field.choice(
        name,
        Texts.say(label),
        all.stream().map(word -> new Option(word, Texts.say(key + word))).toList());
  }

  /** It must be said, so that nothing stands there before. */
  static Field effect(String chosen) {
    return Field.choice(
            "effect",
            Texts.say("debt.field.effect"),
            Stream.concat(
                    Stream.of(new Option("", Texts.say("debt.choose"))),
                    Effect.ALL.stream()
                        .map(word -> new Option(word, Texts.say("debt.effect." + word))))
                .toList())
        .filled(chosen)
        .must();
  }

  private static Field spots(String filled) {
    return Field.area("spots", Texts.say("debt.field.spots"))
        .filled(filled)
        .hinting(Texts.say("debt.field.spots-hint"));
  }

  private Field owner(String id) {
    return Field.owner("owner", Texts.say("debt.field.owner")).filled(standings.ownerName(id));
  }

  private Field outcome(String id) {
    Stream<Option> all =
        standings.ledger().outcomes().apply(caller).stream()
            .limit(OFFERED)
            .map(one -> new Option(one.id(), one.title()));
    return Field.choice(
            "outcome",
            Texts.say("debt.field.outcome"),
            Stream.concat(Stream.of(new Option("", Texts.say("debt.no-outcome"))), all).toList())
        .filled(id);
  }

  private static Field hours(String name) {
    return text(name);
  }

  private static String low(@Nullable Hours hours) {
    return hours == null ? "" : plain(hours.low());
  }

  private static String high(@Nullable Hours hours) {
    return hours == null ? "" : plain(hours.high());
  }

  static String plain(double hours) {
    return hours == Math.rint(hours) ? String.valueOf((long) hours) : String.valueOf(hours);
  }

  /** What says it in other words; filled with those that it has. */
  Board.Form reword(Item item) {
    Words now = item.words();
    String needs =
        now.requires().stream().map(number -> "TD-" + number).collect(Collectors.joining(", "));
    return form(
        "words",
        item.address() + "/words",
        "reword",
        List.of(
            text("title").must().filled(now.title()),
            Field.area("says", Texts.say("debt.field.says")).filled(now.says()),
            effect(now.effect().word()),
            words("severity", "debt.field.severity", "debt.severity.", Severity.ALL)
                .filled(now.severity().word()),
            words("kind", "debt.field.kind", "debt.kind.", Nature.ALL).filled(now.nature().word()),
            Field.place().filled(now.place().text()),
            spots(Spot.text(now.spots())),
            owner(now.owner()),
            text("origin").filled(now.origin()),
            outcome(now.outcome()),
            hours("principal_low").filled(low(now.principal())),
            hours("principal_high").filled(high(now.principal())),
            text("principal_by").filled(now.principalBy()),
            hours("interest_low").filled(low(now.interest())),
            hours("interest_high").filled(high(now.interest())),
            text("requires").filled(needs),
            text("why")));
  }
}
