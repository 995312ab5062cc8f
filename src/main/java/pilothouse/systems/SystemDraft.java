package pilothouse.systems;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What somebody says of a system before it is checked.
 *
 * @param fields what is said, by field; what is not in it is left as it is
 */
public record SystemDraft(String name, Map<String, String> fields) {
  /** What may be said of a system, in the order of pages and files. */
  public static final List<String> FIELDS =
      List.of("title", "kind", "description", "lifecycle", "repository", "folder", "part_of");

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?");
  private static final Map<String, Integer> LONGEST =
      Map.of("title", 120, "kind", 60, "description", 2_000, "lifecycle", 60);

  public SystemDraft {
    name = name.strip();
    var stripped = new LinkedHashMap<String, String>();
    fields.forEach((field, value) -> stripped.put(field, value.strip()));
    String folder = stripped.get("folder");
    if (folder != null) {
      stripped.put("folder", folder.replaceAll("^(?:\\./|/)+|/+$", ""));
    }
    fields = stripped;
  }

  /** A name of the right form out of any text: {@code Example Service A} → example-service-a. */
  public static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-");
    slug = slug.replaceAll("^[._-]+", "");
    return slug.substring(0, Math.min(63, slug.length())).replaceAll("[._-]+$", "");
  }

  /** What is wrong, each in a sentence with its mend. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add(
          slug(name).isEmpty()
              ? Texts.say("systems.draft.no-name", cut(name))
              : Texts.say("systems.draft.no-name-but", cut(name), slug(name)));
    }
    fields.forEach((field, value) -> {
      if (!FIELDS.contains(field)) {
        problems.add(Texts.say("systems.draft.no-field", cut(field), String.join(", ", FIELDS)));
      } else if (value.length() > LONGEST.getOrDefault(field, 500)) {
        problems.add(
            Texts.say(
                "systems.draft.long",
                field,
                Say.count(value.length()),
                Say.count(LONGEST.getOrDefault(field, 500))));
      } else if (!field.equals("description") && value.chars().anyMatch(Character::isISOControl)) {
        problems.add(Texts.say("systems.draft.control", field));
      }
    });
    if (fields.getOrDefault("folder", "").matches("(?:.*/)?\\.\\.(?:/.*)?")) {
      problems.add(Texts.say("systems.draft.leads-out"));
    }
    return problems;
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}
