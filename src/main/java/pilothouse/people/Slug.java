package pilothouse.people;

import java.text.Normalizer;
import java.util.Locale;

/** Small letters, digits, dots and dashes out of any text. */
final class Slug {
  private Slug() {}

  static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    plain = plain.replace("ı", "i").replace("ß", "ss").replace("ø", "o").replace("ł", "l");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._]+", "-");
    slug = slug.replaceAll("^[._-]+", "");
    slug = slug.substring(0, Math.min(60, slug.length())).replaceAll("[._-]+$", "");
    return slug.isEmpty() ? "somebody" : slug;
  }
}
