package pilothouse.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What was sent to change something, by the names of its fields: by a form of a page, or as JSON
 * with the same names. Each value is bounded, and refused in one sentence where it makes no sense.
 */
public final class Sent {
  private static final int BODY = 256 * 1024;
  private final Function<String, @Nullable String> fields;

  /** Whether what is left out stays as it is: a form sends all that it has. */
  private final boolean isPartial;

  private Sent(Function<String, @Nullable String> fields, boolean isPartial) {
    this.fields = fields;
    this.isPartial = isPartial;
  }

  /** What a form sent; no field longer than so many characters. */
  public static Sent form(Request request, int most) {
    return new Sent(name -> request.text(name, most), false);
  }

  /** What a program sent, in the parts of this record: texts, numbers and lists of texts. */
  public static Sent json(Request request, Class<? extends Record> type) {
    Record given =
        Json.read(
            request.body(BODY),
            type,
            Texts.say("web.sent.an-object"),
            Texts.say("web.sent.parts", names(type)));
    return new Sent(new Parted(given)::value, true);
  }

  private static String names(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents())
        .map(part -> Json.name(part.getName()))
        .collect(Collectors.joining(", "));
  }

  /** Whether a program left it out, so that it stays as it is; what it sends empty is emptied. */
  public boolean leaves(String name) {
    return isPartial && fields.apply(name) == null;
  }

  /** The same, where what a program left out is as it was before, by the names of fields. */
  public Sent over(Map<String, String> before) {
    return new Sent(
        name -> {
          String value = fields.apply(name);
          return value == null && isPartial ? before.get(name) : value;
        },
        isPartial);
  }

  /** One line or more, without blanks around it; empty for nothing. */
  public String text(String name, int most) {
    String value = fields.apply(name);
    String text = value == null ? "" : value.strip();
    if (text.indexOf('\0') >= 0) {
      throw Refused.unfit(
              Texts.say("web.sent.unseen", called(name)), Texts.say("web.sent.type-anew"))
          .at(name);
    }
    if (text.length() > most) {
      throw Refused.unfit(
              Texts.say("web.sent.too-long", called(name), most), Texts.say("web.sent.shorten"))
          .at(name);
    }
    return text;
  }

  /** The same, which must be there. */
  public String needed(String name, int most) {
    String text = text(name, most);
    if (text.isEmpty()) {
      throw Refused.unfit(
              Texts.say("web.sent.empty", called(name)), Texts.say("web.sent.fill-it-in"))
          .at(name);
    }
    return text;
  }

  /** One line for each thing, without empty ones. */
  public List<String> lines(String name, int many, int most) {
    List<String> lines =
        text(name, (most + 1) * many).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.size() > many || lines.stream().anyMatch(line -> line.length() > most)) {
      throw Refused.unfit(
              Texts.say("web.sent.too-many", called(name), many, most),
              Texts.say("web.sent.shorten"))
          .at(name);
    }
    return lines;
  }

  /** A day as 2026-03-14, the other one where nothing is said. */
  public LocalDate day(String name, LocalDate otherwise) {
    LocalDate day = Days.read(name, text(name, 40));
    return day == null ? otherwise : day;
  }

  /** The day of what has happened, today where nothing is said; none to come. */
  public LocalDate past(String name, LocalDate today) {
    return Days.past(name, day(name, today), today);
  }

  /** The day of what somebody is to do, the usual one where nothing is said; none that is over. */
  public LocalDate ahead(String name, LocalDate usual, LocalDate today) {
    return Days.ahead(name, day(name, usual), today);
  }

  /** What is called as another one is that stands there already. */
  public static Refused twice(String field, String called) {
    return Refused.conflict(
            Texts.say("web.sent.twice", Say.cut(called, 120)), Texts.say("web.sent.call-other"))
        .at(field);
  }

  /** A whole number between two, the other one where nothing is said. */
  public int number(String name, int otherwise, int least, int most) {
    String text = text(name, 40);
    try {
      int value = text.isEmpty() ? otherwise : Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // refused below, like one out of bounds
    }
    throw Refused.unfit(
            Texts.say("web.sent.no-number", called(name), text, least, most),
            Texts.say("web.sent.whole"))
        .at(name);
  }

  /** One of some words, which must be said: silence is none of them. */
  public String among(String name, List<String> words) {
    String text = text(name, 60);
    if (!words.contains(text)) {
      throw Refused.unfit(
              text.isEmpty()
                  ? Texts.say("web.sent.empty", called(name))
                  : Texts.say("web.sent.no-word", called(name), text),
              Texts.say("web.sent.one-of", String.join(", ", words)))
          .at(name);
    }
    return text;
  }

  /** The same, the usual one where nothing is said: for what says nothing in anybody's name. */
  public String among(String name, List<String> words, String usual) {
    return text(name, 60).isEmpty() ? usual : among(name, words);
  }

  /** A place that the caller may change; the organisation where nothing is said. */
  public Where place(Whereabouts places, Caller caller) {
    return places.read(text("place", 200), caller, Permission.CHANGE);
  }

  private static String called(String name) {
    return name.replace('_', ' ');
  }
}
