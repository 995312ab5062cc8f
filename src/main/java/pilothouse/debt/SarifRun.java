package pilothouse.debt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** One run of a tool: its rules and files may come before its results or after them. */
final class SarifRun {
  private static final int RULES = 50_000;
  private static final int FILES = 500_000;
  private static final int BASES = 50;
  private static final int NAME = 500;
  private String tool = "";
  private final List<SarifRule> rules = new ArrayList<>();
  private final Map<String, SarifRule> byId = new HashMap<>();
  private final List<String> files = new ArrayList<>();
  private final List<String> bases = new ArrayList<>();
  private final Map<String, SarifGroup> groups = new LinkedHashMap<>();

  void tool(JsonParser json) {
    JsonWalk.members(
        json,
        name -> {
          switch (name) {
            case "driver" -> component(json, true);
            case "extensions" -> JsonWalk.elements(json, () -> component(json, false));
            default -> json.skipChildren();
          }
        });
  }

  /** Whether it is known which tool ran. */
  boolean isNamed() {
    return !tool.isEmpty();
  }

  private void component(JsonParser json, boolean driver) {
    JsonWalk.members(
        json,
        name -> {
          if (name.equals("name") && driver) {
            tool = JsonWalk.text(json, NAME);
          } else if (name.equals("rules")) {
            JsonWalk.elements(json, () -> rule(SarifRule.read(json), driver));
          } else {
            json.skipChildren();
          }
        });
  }

  private void rule(SarifRule rule, boolean driver) {
    if (byId.size() < RULES) {
      byId.putIfAbsent(rule.id(), rule);
      if (driver) {
        rules.add(rule);
      }
    }
  }

  void artifacts(JsonParser json) {
    JsonWalk.elements(
        json,
        () -> {
          String[] uri = {""};
          JsonWalk.members(json, name -> part(json, name, "location", uri));
          if (files.size() < FILES) {
            files.add(uri[0]);
          }
        });
  }

  private static void part(JsonParser json, String name, String wanted, String[] uri) {
    if (name.equals(wanted)) {
      uri[0] = uri(json);
    } else {
      json.skipChildren();
    }
  }

  private static String uri(JsonParser json) {
    String[] uri = {""};
    JsonWalk.members(
        json,
        name -> {
          if (name.equals("uri")) {
            uri[0] = JsonWalk.text(json, 2 * NAME);
          } else {
            json.skipChildren();
          }
        });
    return uri[0];
  }

  void bases(JsonParser json) {
    JsonWalk.members(
        json,
        _ -> {
          String base = uri(json);
          if (!base.isEmpty() && bases.size() < BASES) {
            bases.add(base);
          }
        });
  }

  /** Whether there was room for it; the same once more takes none. */
  boolean take(SarifResult result, Hashes seen, UnaryOperator<String> areas, int room) {
    String path = path(result);
    String rule = result.rule();
    String area = path == null ? "\0" + result.artifact() : areas.apply(path);
    String key = rule + "\n" + area;
    if (!groups.containsKey(key) && groups.size() >= room) {
      return false;
    }
    if (seen.add(result.hash(tool))) {
      groups
          .computeIfAbsent(key, _ -> new SarifGroup(rule, area))
          .add(path == null ? "" : path, result, path == null ? areas : null);
    }
    return true;
  }

  /** Null where only the number of a file is told that is not known yet. */
  private @Nullable String path(SarifResult result) {
    if (!result.uri().isEmpty()) {
      return SarifPath.of(result.uri(), bases);
    }
    int at = result.artifact();
    return at < 0 ? "" : at < files.size() ? SarifPath.of(files.get(at), bases) : null;
  }

  /** Hands over what was found, with its rules. */
  void groups(Map<String, SarifGroup> all) {
    groups
        .values()
        .forEach(group -> {
          SarifRule rule = rule(group.rule());
          group.of(tool, rule, index -> SarifPath.of(file(index), bases));
          all.merge(group.key(), group, SarifGroup::with);
        });
  }

  private String file(int index) {
    return index >= 0 && index < files.size() ? files.get(index) : "";
  }

  private SarifRule rule(String named) {
    if (named.startsWith("\0")) {
      int index = Integer.parseInt(named.substring(1));
      return index < rules.size() ? rules.get(index) : SarifRule.unknown("#" + index);
    }
    SarifRule known = byId.get(named);
    int parent = named.lastIndexOf('/');
    SarifRule above = known == null && parent > 0 ? byId.get(named.substring(0, parent)) : known;
    return above == null ? SarifRule.unknown(named) : above;
  }
}
