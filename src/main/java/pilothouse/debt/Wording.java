package pilothouse.debt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.promises.Owners;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** Reads what somebody sent as the words of an item. */
record Wording(Standings standings, Caller caller) {

  /** The words of an item; those of itself where it is there already. */
  Words read(Sent sent, @Nullable Item self) {
    Ledger ledger = standings.ledger();
    Where place = sent.place(ledger.places(), caller);
    return new Words(
        sent.needed("title", Words.TITLE),
        sent.text("says", Words.TEXT),
        place,
        spots(sent.lines("spots", Words.SPOTS, Words.LINE)),
        Nature.of(sent.among("kind", Nature.ALL, Nature.ALL.getFirst())).orElseThrow(),
        effect(sent.text("effect", 40)),
        severity(sent.text("severity", 40)),
        owner(sent.text("owner", 200)),
        sent.text("origin", Words.LINE),
        outcome(sent.text("outcome", 80)),
        hours("principal_", sent.text("principal_low", 40), sent.text("principal_high", 40)),
        sent.text("principal_by", 200),
        hours("interest_", sent.text("interest_low", 40), sent.text("interest_high", 40)),
        required(sent.text("requires", 400), self));
  }

  private List<Spot> spots(List<String> lines) {
    return lines.stream()
        .map(line -> Spot.read(line).filter(Spot::isInside).orElseThrow(() -> spotLike(line)))
        .distinct()
        .toList();
  }

  private static Refused spotLike(String line) {
    return Refused.unfit(Texts.say("debt.bad.spot", Say.cut(line, 60)), Texts.say("debt.mend.spot"))
        .at("spots");
  }

  /** What it does must be said. */
  static Effect effect(String typed) {
    return Effect.of(typed)
        .orElseThrow(() ->
            Refused.unfit(
                    typed.isEmpty()
                        ? Texts.say("debt.bad.no-effect")
                        : Texts.say("debt.bad.effect", Say.cut(typed, 60)),
                    Texts.say("debt.mend.effect", String.join(", ", Effect.ALL)))
                .at("effect"));
  }

  /** Medium where nothing is said. */
  static Severity severity(String typed) {
    return typed.isEmpty()
        ? Severity.MEDIUM
        : Severity.of(typed)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("debt.bad.severity", Say.cut(typed, 60)),
                        Texts.say("debt.mend.severity", String.join(", ", Severity.ALL)))
                    .at("severity"));
  }

  /** The id of whoever is named; empty for nobody. */
  String owner(String typed) {
    Owners owners = standings.ledger().promises().owners();
    return typed.isEmpty() ? "" : owners.find(typed).orElseThrow(() -> owners.unclear(typed)).id();
  }

  private String outcome(String typed) {
    boolean isKnown =
        typed.isEmpty()
            || standings.ledger().outcomes().apply(caller).stream()
                .anyMatch(one -> one.id().equals(typed));
    if (!isKnown) {
      throw Refused.unfit(
              Texts.say("debt.bad.outcome", Say.cut(typed, 60)), Texts.say("debt.mend.outcome"))
          .at("outcome");
    }
    return typed;
  }

  /** Hours from the least to the most; null where neither is said. */
  static @Nullable Hours hours(String prefix, String low, String high) {
    Double from = number(prefix + "low", low);
    Double to = number(prefix + "high", high);
    if (from != null && to != null && from > to) {
      throw Refused.unfit(Texts.say("debt.bad.range", low, high), Texts.say("debt.mend.range"))
          .at(prefix + "high");
    }
    return Hours.of(from, to);
  }

  private static @Nullable Double number(String field, String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    Supplier<Refused> bad =
        () ->
            Refused.unfit(
                    Texts.say("debt.bad.hours", Say.cut(typed, 60)), Texts.say("debt.mend.hours"))
                .at(field);
    if (!typed.matches("\\d{1,7}([.,]\\d{1,4})?")) {
      throw bad.get();
    }
    double value = Double.parseDouble(typed.replace(',', '.'));
    if (value > Hours.MOST) {
      throw bad.get();
    }
    return value;
  }

  /** The numbers of items that are named; none of them may wait for this one. */
  List<Integer> required(String typed, @Nullable Item self) {
    List<Integer> numbers = new ArrayList<>();
    for (String named : typed.split("[,;\\s]+", -1)) {
      if (!named.isEmpty()) {
        Item one = find(named, "requires");
        if (self != null && reaches(one, self)) {
          throw bad("debt.bad.circle", one.name());
        }
        numbers.add(one.number());
      }
    }
    if (numbers.size() > Words.REQUIRED) {
      throw bad("debt.bad.many", String.valueOf(Words.REQUIRED));
    }
    return numbers.stream().distinct().sorted().toList();
  }

  /** The item that a field of a form names. */
  Item find(String named, String field) {
    return standings
        .today()
        .find(named)
        .map(Standing::item)
        .filter(item -> caller.sees(item.place()))
        .orElseThrow(() -> bad("debt.bad.no-item", named).at(field));
  }

  private static Refused bad(String key, String value) {
    return Refused.unfit(Texts.say(key, Say.cut(value, 60)), Texts.say("debt.mend.item"))
        .at("requires");
  }

  private boolean reaches(Item from, Item to) {
    Deque<Integer> open = new ArrayDeque<>(List.of(from.number()));
    Set<Integer> seen = new HashSet<>();
    while (!open.isEmpty()) {
      int at = open.pop();
      if (at == to.number()) {
        return true;
      }
      if (seen.add(at)) {
        Optional<Standing> one = standings.today().find(String.valueOf(at));
        one.ifPresent(standing -> open.addAll(standing.item().words().requires()));
      }
    }
    return false;
  }
}
