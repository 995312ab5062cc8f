package pilothouse.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Flags of a definition of flagd, schema v0, as JSON or YAML: {@code flags} is an object by keys or
 * a list with a key in each. [flagd.dev/schema/v0/flags.json]
 *
 * @param metadata of the whole set, which holds for flags that say nothing else
 */
record FlagdFile(List<Entry> flags, Map<?, ?> metadata) {
  /** So many characters, and so many flags, are read. */
  static final int LARGEST = 4 << 20;

  static final int MOST = 5_000;

  private static final Pattern YAML = Pattern.compile("(?m)^[\"']?flags[\"']?\\s*:");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A flag as it stands there: its key, and what was read, whatever that is. */
  record Entry(String key, Object said) {}

  /** Whether that is the beginning of such a file rather than of a table. */
  static boolean isOne(String head) {
    String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
    String begin = text.stripLeading();
    return begin.startsWith("{")
        || begin.startsWith("[")
        || begin.startsWith("---")
        || YAML.matcher(text).find();
  }

  /**
   * Reads one.
   *
   * @throws Refused where it is none
   */
  static FlagdFile read(String name, String text) {
    Object root = root(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    Object flags = root instanceof Map<?, ?> map ? map.get("flags") : null;
    List<Entry> all = new ArrayList<>();
    if (flags instanceof Map<?, ?> byKey) {
      byKey.forEach((key, said) -> all.add(entry(String.valueOf(key), said)));
    } else if (flags instanceof List<?> list) {
      for (Object said : list) {
        Object key = said instanceof Map<?, ?> map ? map.get("key") : null;
        all.add(entry(key instanceof String word ? word : "", said));
      }
    } else {
      throw Refused.unfit(Texts.say("flags.take.no-flags", name), Texts.say("flags.take.like"));
    }
    if (all.size() > MOST) {
      throw Refused.tooMuch(Texts.say("flags.take.too-many", MOST), Texts.say("flags.take.split"));
    }
    return new FlagdFile(all, map(((Map<?, ?>) root).get("metadata")));
  }

  private static Entry entry(String key, Object said) {
    return new Entry(key.strip(), said == null ? "" : said);
  }

  private static Object root(String name, String text) {
    if (!text.stripLeading().startsWith("{")) {
      List<Object> documents = Yaml.documents(name, text);
      return documents.isEmpty() ? "" : documents.getFirst();
    }
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException bad) {
      var at = bad.getLocation();
      throw Refused.unfit(
          Texts.say("flags.take.broken", name, at == null ? 1 : at.getLineNr()),
          Texts.say("flags.take.like"));
    }
  }

  /** A map; an empty one for anything else. */
  static Map<?, ?> map(@Nullable Object said) {
    return said instanceof Map<?, ?> map ? map : Map.of();
  }
}
