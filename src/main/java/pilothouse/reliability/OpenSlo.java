package pilothouse.reliability;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/**
 * Reads OpenSLO v1: documents of kind SLO, with indicators that stand in them or beside them. Other
 * kinds say nothing that a budget needs. [openslo.com]
 */
final class OpenSlo {
  /** So many SLOs in one file. */
  static final int MOST = 1_000;

  private static final String VERSION = "openslo/v1";

  /** Sources are given such things to sign in with; they are not kept. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|passw|token|credential|api.?key|access.?key");

  private final ZoneId zone;
  private final Map<String, Object> indicators = new LinkedHashMap<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<Turned> turned = new ArrayList<>();
  private int others;

  private OpenSlo(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * One SLO.
   *
   * @param text itself as YAML, with its indicator in it
   */
  record Document(String name, String text, List<Objective> objectives) {}

  /** One that was refused. */
  record Turned(String name, String why, String mend) {}

  /**
   * What a file holds.
   *
   * @param others documents of other kinds
   */
  record Read(List<Document> documents, List<Turned> turned, int others) {}

  /**
   * Reads a file.
   *
   * @param zone of days, where a document names none
   * @throws Refused where it is no YAML, or none of OpenSLO
   */
  static Read read(String file, String text, ZoneId zone) {
    OpenSlo reading = new OpenSlo(zone);
    List<Node> all =
        Yaml.documents(file, text).stream()
            .flatMap(one -> new Node("", one).items().stream())
            .toList();
    reading.indicators(all);
    all.forEach(reading::take);
    if (reading.documents.isEmpty() && reading.turned.isEmpty()) {
      throw Refused.unfit(
          Texts.say("reliability.openslo.none", file), Texts.say("reliability.openslo.like"));
    }
    if (reading.documents.size() > MOST) {
      throw Refused.tooMuch(
          Texts.say("reliability.openslo.many", file, Say.count(MOST)),
          Texts.say("reliability.openslo.split"));
    }
    return new Read(reading.documents, reading.turned, reading.others);
  }

  private void indicators(List<Node> all) {
    for (Node one : all) {
      if (is(one, "SLI") && one.at("metadata").value() instanceof Map<?, ?> about) {
        indicators.put(String.valueOf(about.get("name")), one.value() == null ? "" : one.value());
      }
    }
  }

  private static boolean is(Node one, String kind) {
    return one.value() instanceof Map<?, ?> map && kind.equals(map.get("kind"));
  }

  private void take(Node one) {
    if (!is(one, "SLO")) {
      others += is(one, "SLI") ? 0 : 1;
      return;
    }
    Object name = one.at("metadata").value() instanceof Map<?, ?> about ? about.get("name") : null;
    try {
      Node whole = whole(one);
      List<Objective> objectives = new SloShape(whole, zone).objectives();
      documents.add(
          new Document(objectives.getFirst().document(), Yaml.text(asThere(whole)), objectives));
    } catch (Refused wrong) {
      turned.add(
          new Turned(
              Say.cut(String.valueOf(name), 60), String.valueOf(wrong.getMessage()), wrong.mend()));
    }
  }

  private static Object asThere(Node node) {
    @Nullable Object value = node.value();
    return value == null ? Map.of() : value;
  }

  /** The document with the indicators in it that it only names, and without secrets. */
  private Node whole(Node one) {
    String version = one.at("apiVersion").text(60);
    if (!version.equals(VERSION)) {
      throw one.at("apiVersion").wrong(Texts.say("reliability.openslo.version", version));
    }
    return new Node("", filled(one, one.value()));
  }

  private @Nullable Object filled(Node root, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(item -> filled(root, item)).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, @Nullable Object> full = new LinkedHashMap<>();
    map.forEach((key, inner) -> {
      if (SECRET.matcher(String.valueOf(key)).find()) {
        return;
      }
      if (!"indicatorRef".equals(key)) {
        full.put(key, filled(root, inner));
        return;
      }
      Object found = indicators.get(String.valueOf(inner));
      if (found == null) {
        throw root.at("indicatorRef")
            .wrong(
                Texts.say("reliability.openslo.no-indicator", Say.cut(String.valueOf(inner), 60)));
      }
      Map<Object, @Nullable Object> indicator = new LinkedHashMap<>();
      if (found instanceof Map<?, ?> known) {
        indicator.put("metadata", known.get("metadata"));
        indicator.put("spec", known.get("spec"));
      }
      full.put("indicator", indicator);
    });
    return full;
  }
}
