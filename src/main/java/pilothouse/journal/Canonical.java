package pilothouse.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** JSON as RFC 8785 writes it, so that everybody gets the same bytes to hash. */
final class Canonical {
  private Canonical() {}

  /** JSON that is written already. */
  record Written(String json) {}

  /** An object of texts, whole numbers, what is written already, and objects like it. */
  static String json(Map<String, ?> object) {
    StringBuilder out = new StringBuilder(512);
    write(out, object);
    return out.toString();
  }

  /** SHA-256 over that JSON, in hexadecimal digits. */
  static String hash(Map<String, ?> object) {
    try {
      byte[] bytes = json(object).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void write(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> object -> object(out, object);
      case Written written -> out.append(written.json());
      case Long number -> out.append(number.longValue());
      case Object text -> text(out, text.toString());
    }
  }

  private static void object(StringBuilder out, Map<?, ?> object) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    object.forEach((name, value) -> sorted.put(name.toString(), value));
    out.append('{');
    String comma = "";
    for (Map.Entry<String, Object> field : sorted.entrySet()) {
      out.append(comma);
      text(out, field.getKey());
      out.append(':');
      write(out, field.getValue());
      comma = ",";
    }
    out.append('}');
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      letter(out, text.charAt(i));
    }
    out.append('"');
  }

  private static void letter(StringBuilder out, char letter) {
    switch (letter) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (letter < ' ') {
          out.append("\\u%04x".formatted((int) letter));
        } else {
          out.append(letter);
        }
      }
    }
  }
}
