package pilothouse.evidence.own;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.text.Nearest;
import pilothouse.text.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one record, strictly: a wrong type, an unknown name or a bad time is refused. */
final class Fields {
  private static final int LONGEST = 400;
  private static final int MOST_TEXTS = 500;
  private static final int MOST_COMMITS = 10_000;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private final String where;
  private final ObjectNode node;
  private final Instant received;

  Fields(String where, ObjectNode node, Instant received) {
    this.where = where;
    this.node = node;
    this.received = received;
  }

  /** Refuses a field that is not among these. */
  void mayHave(List<String> known) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        throw new Malformed(
            Texts.kept("kept.fields.has-a-field-which-nobody", where, shortened(field.getKey())),
            Texts.kept(
                "kept.fields.the-nearest-one-is-all",
                Nearest.to(shortened(field.getKey()), known),
                String.join(", ", known)));
      }
    }
  }

  /** When the sender said so: its own word, or when it was heard. */
  Instant saidAt() {
    Instant said = instant("said_at");
    return said == null ? received : said;
  }

  /** A text, or null when the field is missing, null or blank. */
  @Nullable String text(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(name, "is " + shown(value) + ", not a text", "Write it in quotes.");
    }
    String text = value.stringValue().strip();
    if (text.length() > LONGEST) {
      throw wrong(name, "is longer than 400 characters", "Shorten it.");
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw wrong(name, "holds control characters", "Leave them out.");
    }
    return text.isEmpty() ? null : text;
  }

  /** A text that must be there. */
  String need(String name, String mend) {
    String text = text(name);
    if (text == null) {
      throw missing(name, mend);
    }
    return text;
  }

  /** A text that is one of some words, or null. */
  @Nullable String word(String name, List<String> words) {
    String text = text(name);
    if (text != null && !words.contains(text)) {
      throw wrong(name, "is “" + text + "”", "Write " + String.join(" or ", words) + ".");
    }
    return text;
  }

  /** Texts, or null when the field is missing. */
  @Nullable List<String> texts(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isArray() || value.size() > MOST_TEXTS) {
      throw wrong(
          name,
          value.isArray() ? "has more than 500 entries" : "is " + shown(value) + ", not a list",
          "Send a list of texts.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value) {
      if (!each.isString() || each.stringValue().length() > LONGEST) {
        throw wrong(
            name, "holds " + shown(each), "Send texts of at most 400 characters, in quotes.");
      }
      texts.add(each.stringValue().strip());
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }

  @Nullable Boolean yes(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      throw wrong(name, "is " + shown(value), "Write true or false, without quotes.");
    }
    return value == null ? null : value.booleanValue();
  }

  /** A whole number from 1 on, or 0 when there is none. */
  int number(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return 0;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw wrong(name, "is " + shown(value), "Write a whole number from 1 on, without quotes.");
    }
    return value.intValue();
  }

  /** A number that must be there. */
  double measured(String name) {
    JsonNode value = value(name);
    if (value == null) {
      throw missing(name, Texts.kept("kept.fields.send", name));
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(name, "is " + shown(value), "Write a number, without quotes.");
    }
    if (Math.abs(value.doubleValue()) > Measurement.LARGEST) {
      throw wrong(
          name,
          "is " + shown(value) + ", which lies beyond 1,000,000,000,000,000",
          "Send it in a larger unit, or look at the sender.");
    }
    return value.doubleValue();
  }

  /** A time, or null. */
  @Nullable Instant instant(String name) {
    JsonNode value = value(name);
    return value == null ? null : instant("“" + name + "”", value);
  }

  private Instant instant(String named, JsonNode value) {
    String mend = "Write it as 2026-01-31T12:00:00Z or 2026-01-31T13:00:00+01:00.";
    if (!value.isString()) {
      throw new Malformed(
          Texts.kept("kept.fields.is-not-a-time", where, named, shown(value)), mend);
    }
    String text = value.stringValue().strip();
    Instant at = instant(named, text, mend);
    if (at.isAfter(received.plus(Fact.AHEAD))) {
      throw new Malformed(
          Texts.kept("kept.fields.lies-more-than-a-day", where, named, shortened(text)),
          Texts.kept("kept.fields.send-what-has-happened-look"));
    }
    if (at.isBefore(FIRST)) {
      throw new Malformed(
          Texts.kept("kept.fields.lies-before", where, named, shortened(text)),
          Texts.kept("kept.fields.send-the-real-time-or"));
    }
    return at;
  }

  private Instant instant(String named, String text, String mend) {
    try {
      var parsed = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      if (parsed instanceof OffsetDateTime at) {
        return at.toInstant();
      }
    } catch (DateTimeException noTime) {
      throw new Malformed(
          Texts.kept("kept.fields.is-which-is-no-time", where, named, shortened(text)), mend);
    }
    throw new Malformed(
        Texts.kept("kept.fields.is-without-a-time-zone", where, named, shortened(text)),
        Texts.kept("kept.fields.add-z-for-utc-or"));
  }

  /** Commits by their ids, or as objects with an id and the time at which they were written. */
  List<CommitRef> commits(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > MOST_COMMITS) {
      throw wrong(
          name,
          value.isArray() ? "has more than 10,000 entries" : "is " + shown(value) + ", not a list",
          "Send a list of ids, or of {\"id\": …, \"authored_at\": …}.");
    }
    List<CommitRef> commits = new ArrayList<>();
    for (JsonNode each : value) {
      commits.add(commit("“" + name + "”, entry " + (commits.size() + 1), each));
    }
    return commits;
  }

  private CommitRef commit(String named, JsonNode each) {
    if (each.isString() && isId(each.stringValue())) {
      return new CommitRef(each.stringValue().strip(), null);
    }
    if (each instanceof ObjectNode object) {
      Fields inner = new Fields(where + ", " + named, object, received);
      inner.mayHave(List.of("id", "sha", "revision", "authored_at"));
      for (String name : List.of("id", "sha", "revision")) {
        String id = inner.text(name);
        if (id != null && isId(id)) {
          return new CommitRef(id, inner.instant("authored_at"));
        }
      }
    }
    throw new Malformed(
        Texts.kept("kept.fields.names-no-commit", where, named),
        "Send an id, or {\"id\": …, \"authored_at\": …}.");
  }

  private static boolean isId(String text) {
    return text.strip().matches("\\S{1,200}");
  }

  /** Refuses an end that lies before its beginning. */
  void inOrder(String first, String then) {
    Instant from = instant(first);
    Instant to = instant(then);
    if (from != null && to != null && to.isBefore(from)) {
      throw wrong(then, "lies before “" + first + "”", "Swap them, or correct the clock.");
    }
  }

  /** A field without which the record says nothing. */
  Malformed missing(String name, String mend) {
    return new Malformed(Texts.kept("kept.fields.has-no", where, name), mend);
  }

  /** A field that is there, and what is wrong with it. */
  Malformed wrong(String name, String what, String mend) {
    return new Malformed(where + ": “" + name + "” " + what + ".", mend);
  }

  /** The field's value; null when it is missing or null. */
  private @Nullable JsonNode value(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static String shown(JsonNode value) {
    return value.isString()
        ? "“" + shortened(value.stringValue()) + "”"
        : shortened(value.toString());
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
