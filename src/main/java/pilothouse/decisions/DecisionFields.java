package pilothouse.decisions;

import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.web.Caller;

/** What the forms of decisions are made of. */
final class DecisionFields {
  private static final int OFFERED = 400;

  private DecisionFields() {}

  /** A form of a decision, named by what one does with it. */
  static Board.Form form(Decision one, String path, String act, Field... fields) {
    return form(one.address() + "/" + path, act, List.of(fields));
  }

  /** A form that is sent to an address, named by what one does with it. */
  static Board.Form form(String action, String act, List<Field> fields) {
    return new Board.Form(
        act,
        Texts.say("decisions.do." + act),
        Texts.say("decisions.how." + act),
        action,
        fields,
        Texts.say("decisions.send." + act));
  }

  /** One that asks for nothing but a reason. */
  static Board.Form because(Decision one, String path, String act) {
    return form(one, path, act, Field.area("why", Texts.say("decisions.field.why")).must());
  }

  /** A choice among words, each said under that key. */
  static Field words(String name, String label, String key, List<String> all) {
    return Field.choice(
        name,
        Texts.say(label),
        all.stream().map(word -> new Option(word, Texts.say(key + word))).toList());
  }

  /** A choice among names. */
  static Field named(String name, String label, Stream<String> options) {
    return Field.choice(
        name, Texts.say(label), options.map(option -> new Option(option, option)).toList());
  }

  /** A choice among those who have a part, by their ids. */
  static List<Option> owners(Docket docket, List<String> ids) {
    var names = docket.promises().owners().names(ids);
    return ids.stream().distinct().map(id -> new Option(id, names.getOrDefault(id, id))).toList();
  }

  static Field day(String name, String label) {
    return Field.day(name, Texts.say(label), "");
  }

  static Stream<String> options(Decision one) {
    return one.words().options().stream().map(Choice::name);
  }

  /** A number that the caller may look at. */
  static Field gauge(Docket docket, Caller caller) {
    return numbers("decisions.field.gauge", docket, caller).must();
  }

  /** The same, which may be left out. */
  static Field numbers(String label, Docket docket, Caller caller) {
    return Field.list(
        "gauge",
        Texts.say(label),
        docket
            .gauges()
            .get()
            .offered(caller)
            .limit(OFFERED)
            .map(one -> new Option(one.gauge().text(), one.name()))
            .toList());
  }
}
