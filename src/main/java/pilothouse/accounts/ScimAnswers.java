package pilothouse.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.scim.Documents;
import pilothouse.accounts.scim.Listing;
import pilothouse.accounts.scim.ScimTrouble;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a directory is answered. */
final class ScimAnswers {
  private ScimAnswers() {}

  /** Which resources are asked for, and what of them. */
  static Listing listing(Request request) {
    return Listing.of(
        request.query("filter"),
        request.query("startIndex"),
        request.query("count"),
        request.query("attributes"),
        request.query("excludedAttributes"));
  }

  /** Refuses a change to what is not any more as the directory saw it. */
  static void matched(Request request, JsonNode there) {
    String wanted = request.header("If-Match");
    if (wanted != null && !wanted.strip().equals("*") && !tag(there).equals(wanted.strip())) {
      throw ScimTrouble.changed("It was changed meanwhile; read it again.");
    }
  }

  /** A resource with its place and its version. */
  static Answer shown(int status, Request request, ObjectNode resource) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag(resource));
    headers.put("Location", resource.path("meta").path("location").asString(""));
    return of(status, listing(request).cut(resource), headers);
  }

  private static String tag(JsonNode resource) {
    return resource.path("meta").path("version").asString("");
  }

  static Answer ok(JsonNode json) {
    return of(200, json, Map.of());
  }

  /** All of a few, on one page. */
  static Answer all(List<ObjectNode> resources) {
    return ok(Listing.of(null, null, null, null, null).page(resources.size(), resources));
  }

  /** The one of that id. */
  static Answer one(List<ObjectNode> resources, String id) {
    return resources.stream()
        .filter(resource -> resource.path("id").asString("").equals(id))
        .findFirst()
        .map(ScimAnswers::ok)
        .orElseThrow(() -> ScimTrouble.missing("There is nothing of that name."));
  }

  static Answer nothing() {
    return of(204, null, Map.of());
  }

  static Answer of(int status, @Nullable JsonNode json, Map<String, String> headers) {
    byte[] bytes = json == null ? new byte[0] : Documents.bytes(json);
    return new Answer.Full(status, Documents.TYPE, headers, bytes);
  }
}
