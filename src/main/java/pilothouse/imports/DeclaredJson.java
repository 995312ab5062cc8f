package pilothouse.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody declared about an upload, as it is kept. */
final class DeclaredJson {
  private static final JsonMapper JSON = new JsonMapper();

  private DeclaredJson() {}

  static String text(Declared declared) {
    ObjectNode node = JSON.createObjectNode();
    put(node.putObject("texts"), declared.texts());
    put(node.putObject("columns"), declared.columns());
    put(node.putObject("set"), declared.constants());
    return node.toString();
  }

  private static void put(ObjectNode node, Map<String, String> texts) {
    texts.forEach(node::put);
  }

  static Declared read(String json) {
    JsonNode node = JSON.readTree(json);
    return new Declared(map(node.path("texts")), map(node.path("columns")), map(node.path("set")));
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
    return map;
  }
}
