package pilothouse.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What somebody says of a team before it is checked.
 *
 * @param fields what is said, by field; what is not in it is left as it is
 */
public record TeamDraft(String name, Map<String, String> fields) {
  /** What may be said of a team, in the order of pages and files. */
  public static final List<String> FIELDS = List.of("title", "type", "focus");

  /** What a team may be, after Team Topologies. */
  public static final List<String> TYPES =
      List.of("stream-aligned", "platform", "enabling", "complicated-subsystem");

  /** The whole of its Team API file, as it came in. */
  public static final String DOCUMENT = "team-api";

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?");
  private static final int DOCUMENT_MOST = 256 * 1024;

  public TeamDraft {
    name = name.strip();
    var stripped = new LinkedHashMap<String, String>();
    fields.forEach((field, value) -> stripped.put(field, value.strip()));
    stripped.computeIfPresent(
        "type", (field, value) -> value.toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-"));
    fields = stripped;
  }

  /** A name of the right form out of any text; empty where it has neither letter nor digit. */
  public static String slug(String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    return Slug.of(text).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[._-]+|[._-]+$", "");
  }

  /** What is wrong, each in a sentence with its mend. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      String cut = name.length() > 80 ? name.substring(0, 79) + "…" : name;
      problems.add(
          slug(name).isEmpty()
              ? Texts.say("people.draft.no-name", cut)
              : Texts.say("people.draft.no-name-but", cut, slug(name)));
    }
    fields.forEach((field, value) -> {
      int most = field.equals(DOCUMENT) ? DOCUMENT_MOST : field.equals("focus") ? 2_000 : 120;
      if (!FIELDS.contains(field) && !field.equals(DOCUMENT)) {
        problems.add(Texts.say("people.draft.no-field", field, String.join(", ", FIELDS)));
      } else if (value.length() > most) {
        problems.add(
            Texts.say("people.draft.long", field, Say.count(value.length()), Say.count(most)));
      }
    });
    String type = fields.getOrDefault("type", "");
    if (!type.isEmpty() && type.length() <= 120 && !TYPES.contains(type)) {
      problems.add(Texts.say("people.draft.no-type", type, String.join(", ", TYPES)));
    }
    return problems;
  }
}
