package pilothouse.evidence.cdevents;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.Json;

/**
 * What all CDEvents have.
 *
 * @param kind subject and predicate, as in {@code service.deployed}
 * @param chain what ties it to the other events of the same delivery; null when it has none
 * @param subject its id; unique only within {@code where}
 * @param where the source of the subject, else of the event
 * @param custom what the sender adds of its own; may be anything
 */
record Event(
    String id,
    String source,
    String kind,
    Instant at,
    @Nullable String chain,
    String subject,
    String where,
    Json content,
    Json context,
    Json custom) {
  private static final String HOME = "cdevents#";
  private static final Pattern TYPE =
      Pattern.compile("dev\\.cdevents\\.(?<kind>[a-z]+\\.[a-z]+)\\.\\d+\\.\\d+\\.\\d+(?:-.*)?");
  private static final Pattern VERSION = Pattern.compile("0\\.[3-6](?:\\.\\d+)?(?:-.*)?");
  private static final Pattern UNIVERSAL =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static Event of(Json event) {
    Json context = event.object("context");
    Json subject = event.object("subject");
    checkVersion(context);
    String source = context.need("source");
    String where = subject.text("source");
    return new Event(
        context.need("id"),
        source,
        kind(context),
        context.needTime("timestamp"),
        context.text("chainId"),
        subject.need("id"),
        where == null ? source : where,
        subject.maybe("content"),
        context,
        event.at("customData"));
  }

  /** Until 0.4 the version stood in {@code version}. */
  private static void checkVersion(Json context) {
    String name = context.has("version") ? "version" : "specversion";
    if (!VERSION.matcher(context.need(name)).matches()) {
      throw Json.wrong(
          context.at(name),
          "is a version that is not read: " + context.need(name),
          "Send CDEvents of 0.3 to 0.6.");
    }
  }

  private static String kind(Json context) {
    Matcher type = TYPE.matcher(context.need("type"));
    if (!type.matches()) {
      throw Json.wrong(
          context.at("type"),
          "is “%s”, which is no type of CDEvents".formatted(context.need("type")),
          "Send a type such as dev.cdevents.service.deployed.0.2.0.");
    }
    return type.group("kind");
  }

  /** A key for its subject, where no other source speaks of the same. */
  String key(String what) {
    return HOME + what + '/' + where + '/' + subject;
  }

  /** A key for what this event alone tells. */
  String ownKey(String what) {
    return ownKey(what, id, source);
  }

  /**
   * A key that another event can name by nothing but this one's id, as links do, where that id is
   * the only one in the world.
   */
  static String ownKey(String what, String id, String source) {
    return HOME + what + '/' + (UNIVERSAL.matcher(id).matches() ? "" : source + '/') + id;
  }

  /** The id of the event that this one says it was caused by; null when it says none. */
  @Nullable String cause() {
    for (Json link : context.list("links")) {
      String kind = link.text("linkKind");
      boolean names = kind != null && (kind.contains("TRIGGER") || kind.contains("CAUS"));
      if (names && "RELATION".equals(link.text("linkType"))) {
        return link.maybe("target").text("contextId");
      }
    }
    return null;
  }
}
