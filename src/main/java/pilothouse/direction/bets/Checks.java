package pilothouse.direction.bets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Days;
import pilothouse.web.Refused;

/** Looks through the fields of a draft, and refuses it with all that is wrong. */
public record Checks(List<String> problems, List<String> fields) {
  /** None yet. */
  public static Checks none() {
    return new Checks(new ArrayList<>(), new ArrayList<>());
  }

  /** It must be there. */
  public Checks needs(String field, String text, int most) {
    return text.isEmpty()
        ? wrong(field, Texts.say("bets.check.needed", name(field)))
        : may(field, text, most);
  }

  /** It may be there, but no longer than that. */
  public Checks may(String field, String text, int most) {
    return text.length() > most
        ? wrong(field, Texts.say("bets.check.long", name(field), most))
        : this;
  }

  /** It is one of some words. */
  public Checks oneOf(String field, String word, List<String> words) {
    return words.contains(word)
        ? this
        : wrong(
            field, Texts.say("bets.check.one-of", name(field), String.join(", ", words).strip()));
  }

  /** It is a day. */
  public Checks day(String field, String text) {
    if (text.isEmpty()) {
      return wrong(field, Texts.say("bets.check.needed", name(field)));
    }
    return dayOf(text) == null
        ? wrong(field, Texts.say("bets.check.day", name(field), text))
        : this;
  }

  /** It is a number from 0 to another, or nothing. */
  public Checks number(String field, String text, long most) {
    Double number = numberOf(text);
    boolean fits = text.isEmpty() || (number != null && number >= 0 && number <= most);
    return fits
        ? this
        : wrong(
            field, Texts.say("bets.check.number", name(field), Say.cut(text, 60), Say.count(most)));
  }

  /** The number that is meant; null where it is none. */
  public static @Nullable Double numberOf(String text) {
    return text.matches("\\d{1,15}(\\.\\d{1,9})?") ? Double.valueOf(text) : null;
  }

  /** That is wrong with a field. */
  public Checks wrong(String field, String sentence) {
    problems.add(sentence);
    fields.add(field);
    return this;
  }

  /** The day that is meant; null where it is none, or in no year of people. */
  public static @Nullable LocalDate dayOf(String text) {
    return Days.of(text).orElse(null);
  }

  /**
   * Nothing where all is well.
   *
   * @throws Refused with every problem
   */
  public void refuse() {
    if (problems.isEmpty()) {
      return;
    }
    Refused refused = Refused.unfit(String.join(" ", problems), Texts.say("bets.check.mend"));
    throw fields.size() == 1 ? refused.at(fields.getFirst()) : refused;
  }

  /** The label of a field without what explains it. */
  private static String name(String field) {
    return Texts.say("bets.field." + field.replace('_', '-')).split("[:,?]", 2)[0];
  }
}
