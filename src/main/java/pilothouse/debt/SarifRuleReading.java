package pilothouse.debt;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/** Reads a rule of a tool. */
final class SarifRuleReading {
  private static final int TAGS = 50;
  private String id = "";
  private String name = "";
  private String brief = "";
  private String full = "";
  private String help = "";
  private String level = "";
  private double score;
  private final List<String> tags = new ArrayList<>();

  private SarifRuleReading() {}

  static SarifRule of(JsonParser json) {
    SarifRuleReading rule = new SarifRuleReading();
    JsonWalk.members(json, name -> rule.part(name, json));
    return new SarifRule(
        rule.id,
        rule.brief.isEmpty() ? rule.name : rule.brief,
        rule.full,
        rule.help,
        rule.level,
        rule.score,
        List.copyOf(rule.tags));
  }

  private void part(String part, JsonParser json) {
    switch (part) {
      case "id" -> id = text(json);
      case "name" -> name = text(json);
      case "helpUri" -> help = text(json);
      case "shortDescription" -> brief = SarifResult.message(json);
      case "fullDescription" -> full = SarifResult.message(json);
      case "defaultConfiguration" -> configuration(json);
      case "properties" -> properties(json);
      default -> json.skipChildren();
    }
  }

  private static String text(JsonParser json) {
    return JsonWalk.text(json, Words.LINE);
  }

  private void configuration(JsonParser json) {
    JsonWalk.members(
        json,
        part -> {
          if (part.equals("level")) {
            level = text(json);
          } else {
            json.skipChildren();
          }
        });
  }

  private void properties(JsonParser json) {
    JsonWalk.members(
        json,
        part -> {
          switch (part) {
            case "security-severity" -> score = score(text(json));
            case "tags" -> JsonWalk.elements(json, () -> tag(text(json)));
            default -> json.skipChildren();
          }
        });
  }

  private static double score(String text) {
    return text.matches("\\d{1,2}(\\.\\d{1,4})?") ? Math.min(10, Double.parseDouble(text)) : 0;
  }

  private void tag(String tag) {
    if (tags.size() < TAGS && !tag.isEmpty()) {
      tags.add(tag);
    }
  }
}
