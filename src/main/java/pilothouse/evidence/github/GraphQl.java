package pilothouse.evidence.github;

import java.net.URI;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.pull.Ask;
import pilothouse.evidence.pull.Reply;
import pilothouse.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Questions to GitHub's GraphQL interface, and the data in its answers. */
final class GraphQl {
  private static final JsonMapper JSON = JsonMapper.shared();

  private GraphQl() {}

  static Ask ask(URI at, String query, Map<String, ?> variables) {
    return Ask.post(at, JSON.writeValueAsString(Map.of("query", query, "variables", variables)));
  }

  /** The data. What GitHub could not find out stands as null in it, with an error beside it. */
  static Payload data(Reply reply) {
    Payload document = reply.document();
    Payload data = document.at("data");
    if (data.isObject()) {
      return data;
    }
    List<Payload> errors = document.at("errors").each();
    String says = errors.isEmpty() ? "nothing" : errors.getFirst().text("message");
    throw new Malformed(
        Texts.kept("kept.graph-ql.graphql-answers-without-data", says),
        Texts.kept("kept.graph-ql.try-again-later"));
  }
}
