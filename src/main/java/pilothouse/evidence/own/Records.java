package pilothouse.evidence.own;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the records of a delivery: all of them or, when one is wrong, none. */
final class Records {
  /** The most that one delivery may hold. */
  static final int MOST = 1_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(100_000)
                          .maxNumberLength(100)
                          .maxTokenCount(2_000_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Records() {}

  static List<Fact> read(Shape shape, Delivery delivery) {
    List<Fact> facts = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(delivery.body())) {
      JsonToken token = parser.nextToken();
      boolean isList = token == JsonToken.START_ARRAY;
      if (isList) {
        token = parser.nextToken();
      }
      while (token != null && token != JsonToken.END_ARRAY) {
        String where = where(shape, facts.size() + 1, isList, parser);
        facts.add(fact(shape, where, parser.readValueAsTree(), delivery));
        token = parser.nextToken();
        if (facts.size() == MOST && token != null && token != JsonToken.END_ARRAY) {
          throw new Malformed(
              Texts.kept("kept.records.more-than-records-were-sent"),
              Texts.kept("kept.records.send-them-in-parts-of"));
        }
      }
      if (isList && parser.nextToken() != null) {
        throw new Malformed(
            Texts.kept("kept.records.something-stands-behind-the-list"),
            Texts.kept("kept.records.send-one-list-or-a"));
      }
    } catch (JacksonException e) {
      throw broken(e);
    }
    if (facts.isEmpty()) {
      throw new Malformed(
          Texts.kept("kept.records.nothing-was-sent"),
          Texts.kept("kept.records.send-as-a-json-object", Say.a(shape.name())));
    }
    return facts;
  }

  private static String where(Shape shape, int number, boolean isList, JsonParser parser) {
    int line = parser.currentTokenLocation().getLineNr();
    return isList
        ? "Record " + number + " of the list"
        : number == 1 ? "The " + shape.name() : "The " + shape.name() + " in line " + line;
  }

  private static Fact fact(Shape shape, String where, JsonNode node, Delivery delivery) {
    if (!(node instanceof ObjectNode object)) {
      throw new Malformed(
          Texts.kept("kept.records.is-no-json-object", where),
          "Send { … } with the fields " + String.join(", ", shape.fields()) + ".");
    }
    Fields fields = new Fields(where, object, delivery.receivedAt());
    fields.mayHave(shape.fields());
    return shape.fact(fields);
  }

  private static Malformed broken(JacksonException e) {
    var at = e.getLocation();
    String place = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new Malformed(
        Texts.kept("kept.records.the-json-is-broken", place, e.getOriginalMessage()),
        Texts.kept("kept.records.send-well-formed-json-in"));
  }
}
