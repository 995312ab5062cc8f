package pilothouse.evidence.tables;

import java.util.List;

/**
 * One field of a kind of facts.
 *
 * @param name as people write it: {@code finished_at}
 * @param synonyms other wordings that headers have for it, in plain letters and digits
 * @param says what it is
 * @param personal whether it names a person, and is not shown
 */
public record Field(String name, Type type, List<String> synonyms, String says, boolean personal) {
  public Field {
    synonyms = List.copyOf(synonyms);
  }

  /** What it is, without the marks of Markdown. */
  public String plainly() {
    return says.replace("`", "");
  }

  /** Whether a header is a wording for this field. */
  public boolean means(String header) {
    return match(header) >= 0;
  }

  /** How well a header means this field: 0 is its own name, -1 is not at all. */
  int match(String header) {
    String plain = plain(header);
    if (plain.equals(plain(name))) {
      return 0;
    }
    int synonym = synonyms.indexOf(plain);
    return synonym < 0 ? -1 : 1 + synonym;
  }

  /** Letters and digits alone, in lower case: {@code createdAt}, {@code Created at} are one. */
  static String plain(String header) {
    StringBuilder plain = new StringBuilder();
    header
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> plain.appendCodePoint(Character.toLowerCase(c)));
    return plain.toString();
  }
}
