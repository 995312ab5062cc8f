package pilothouse.decisions.adr;

import java.util.Locale;
import java.util.Set;
import pilothouse.text.Texts;

/** Tells records from the other files of a folder. */
final class Fit {
  private static final Set<String> INDEXES = Set.of("index", "readme", "_index", "toc", "summary");
  private static final Set<String> OF_PROJECTS =
      Set.of(
          "contributing",
          "changelog",
          "changes",
          "license",
          "code_of_conduct",
          "security",
          "authors",
          "support");

  /** Bytes that are looked at for content that is no text. */
  private static final int LOOK = 8_000;

  private Fit() {}

  /** Why a file is no record, as a sentence; empty where it is one. */
  static String unfit(String file, byte[] bytes) {
    String path = file.replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1);
    String stem = dot < 0 ? name : name.substring(0, dot);
    if (!ending.equals("md") && !ending.equals("markdown")) {
      return Texts.say("decisions.adr.no-markdown");
    }
    if (INDEXES.contains(stem)) {
      return Texts.say("decisions.adr.index");
    }
    if (OF_PROJECTS.contains(stem)) {
      return Texts.say("decisions.adr.of-project");
    }
    if (isTemplate(stem) || path.toLowerCase(Locale.ROOT).contains("/templates/")) {
      return Texts.say("decisions.adr.template");
    }
    if (isBinary(bytes)) {
      return Texts.say("decisions.adr.binary");
    }
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()
        ? Texts.say("decisions.adr.empty")
        : "";
  }

  private static boolean isTemplate(String stem) {
    return stem.matches(
            "(?:_?(?:adr|madr|nygard|decision|record)?[-_ ]?0*[-_ ]?)template(?:[-_].*)?")
        || stem.matches("(?:adr[-_ ]?)?0+[-_ ].*template");
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOK); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
