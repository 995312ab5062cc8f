package pilothouse.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import pilothouse.text.Texts;

/**
 * What a browser calls itself, in words: the browsers and systems that most people have, by the
 * marks that each of them alone has. Chrome stands after those that call themselves Chrome as well.
 */
final class Agent {
  private static final Map<String, Pattern> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, Pattern> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edge", Pattern.compile("\\bEdg(e|A|iOS)?/"));
    BROWSERS.put("Opera", Pattern.compile("\\b(OPR|OPT|Opera)/"));
    BROWSERS.put("Firefox", Pattern.compile("\\b(Firefox|FxiOS)/"));
    BROWSERS.put("Chrome", Pattern.compile("(Chrome|CriOS|Chromium)/"));
    BROWSERS.put("Safari", Pattern.compile("\\bVersion/[\\d.]+ .*\\bSafari/"));
    SYSTEMS.put("Windows", Pattern.compile("\\bWindows NT\\b"));
    SYSTEMS.put("Android", Pattern.compile("\\bAndroid\\b"));
    SYSTEMS.put("iOS", Pattern.compile("\\b(iPhone|iPad|iPod)\\b"));
    SYSTEMS.put("macOS", Pattern.compile("\\bMacintosh\\b"));
    SYSTEMS.put("Linux", Pattern.compile("\\bLinux\\b"));
  }

  private Agent() {}

  /** Browser and system, shortly; that it is unknown where no mark says it. */
  static String says(String agent) {
    String browser = found(BROWSERS, agent);
    String system = found(SYSTEMS, agent);
    String name = browser.isEmpty() ? Texts.say("accounts.agent.unknown") : browser;
    return system.isEmpty() ? name : Texts.say("accounts.agent.on", name, system);
  }

  private static String found(Map<String, Pattern> marks, String agent) {
    return marks.entrySet().stream()
        .filter(mark -> mark.getValue().matcher(agent).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
