package pilothouse.debt;

import tools.jackson.core.JsonParser;

/** One result of an analysis, of which no more is kept than tells it apart. */
final class SarifResult {
  private static final int MESSAGE = 300;
  private static final int LONGEST = 500;
  private String ruleId = "";
  private int ruleIndex = -1;
  private String level = "";
  private String message = "";
  private String uri = "";
  private int artifact = -1;
  private String where = "";
  private long fingerprints;
  private long partials;
  private boolean leftOut;
  private boolean located;

  private SarifResult() {}

  /** Reads one, which began. */
  static SarifResult read(JsonParser json) {
    SarifResult result = new SarifResult();
    JsonWalk.members(json, name -> result.part(name, json));
    return result;
  }

  private void part(String name, JsonParser json) {
    switch (name) {
      case "ruleId" -> ruleId = text(json);
      case "ruleIndex" -> ruleIndex = JsonWalk.number(json);
      case "rule" -> JsonWalk.members(json, part -> rule(part, json));
      case "level" -> level = text(json);
      case "kind" -> leftOut |= !text(json).matches("fail|open|review|");
      case "baselineState" -> leftOut |= text(json).equals("absent");
      case "suppressions" -> JsonWalk.elements(json, () -> leftOut |= isAccepted(json));
      case "message" -> message = message(json);
      case "locations" -> JsonWalk.elements(json, () -> location(json));
      case "fingerprints" -> fingerprints = hashed(json);
      case "partialFingerprints" -> partials = hashed(json);
      default -> json.skipChildren();
    }
  }

  private static String text(JsonParser json) {
    return JsonWalk.text(json, LONGEST);
  }

  private void rule(String name, JsonParser json) {
    switch (name) {
      case "id" -> {
        String id = text(json);
        ruleId = ruleId.isEmpty() ? id : ruleId;
      }
      case "index" -> {
        int index = JsonWalk.number(json);
        ruleIndex = ruleIndex < 0 ? index : ruleIndex;
      }
      default -> json.skipChildren();
    }
  }

  /** A suppression that was asked for and not accepted suppresses nothing. */
  private static boolean isAccepted(JsonParser json) {
    String[] status = {"accepted"};
    JsonWalk.members(
        json,
        name -> {
          if (name.equals("status")) {
            status[0] = text(json);
          } else {
            json.skipChildren();
          }
        });
    return status[0].equals("accepted");
  }

  /** The text of a message. */
  static String message(JsonParser json) {
    String[] text = {""};
    JsonWalk.members(
        json,
        name -> {
          if (name.equals("text") || (name.equals("markdown") && text[0].isEmpty())) {
            text[0] = JsonWalk.text(json, MESSAGE);
          } else {
            json.skipChildren();
          }
        });
    return text[0];
  }

  /** The first of them counts. */
  private void location(JsonParser json) {
    boolean first = !located;
    located = true;
    JsonWalk.members(
        json,
        name -> {
          if (first && name.equals("physicalLocation")) {
            JsonWalk.members(json, part -> physical(part, json));
          } else {
            json.skipChildren();
          }
        });
  }

  private void physical(String name, JsonParser json) {
    switch (name) {
      case "artifactLocation" -> JsonWalk.members(json, part -> artifact(part, json));
      case "region" -> JsonWalk.members(json, part -> region(part, json));
      default -> json.skipChildren();
    }
  }

  private void artifact(String name, JsonParser json) {
    switch (name) {
      case "uri" -> uri = JsonWalk.text(json, 2 * LONGEST);
      case "index" -> artifact = JsonWalk.number(json);
      default -> json.skipChildren();
    }
  }

  /** The line of code where it is told, else its number. */
  private void region(String name, JsonParser json) {
    switch (name) {
      case "startLine" -> {
        int line = JsonWalk.number(json);
        where = where.isEmpty() ? String.valueOf(line) : where;
      }
      case "snippet" -> {
        String snippet = message(json);
        where = snippet.isEmpty() ? where : snippet;
      }
      default -> json.skipChildren();
    }
  }

  /** All of them, in whatever order; 0 for none. */
  private static long hashed(JsonParser json) {
    long[] sum = {0};
    JsonWalk.members(
        json,
        name -> {
          String value = JsonWalk.text(json, LONGEST);
          sum[0] += value.isEmpty() ? 0 : Hashes.of(name + "\0" + value);
        });
    return sum[0];
  }

  /** Whether it passed, was suppressed, or is not there any more. */
  boolean isLeftOut() {
    return leftOut || level.equals("none");
  }

  /** The rule by its name, else by its place among them; empty where it names none. */
  String rule() {
    return !ruleId.isEmpty() ? ruleId : ruleIndex >= 0 ? "\0" + ruleIndex : "";
  }

  String level() {
    return level;
  }

  String message() {
    return message;
  }

  String uri() {
    return uri;
  }

  int artifact() {
    return artifact;
  }

  /**
   * Tells it from others: by its fingerprints, which stay when code moves; else by rule, path and
   * partial fingerprints; else by rule, path and the line.
   */
  long hash(String tool) {
    String rule = tool + "\0" + rule() + "\0";
    if (fingerprints != 0) {
      return Hashes.of(rule + Long.toHexString(fingerprints));
    }
    String path = rule + uri + "\0" + artifact + "\0";
    return Hashes.of(path + (partials != 0 ? Long.toHexString(partials) : where + "\0" + message));
  }
}
