package pilothouse.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text that a sentence was made of which is kept in English, and says it anew in another
 * language: what stood in place of its values is put in again.
 */
final class Anew {
  /** What the keys of texts begin with that are kept. */
  private static final List<String> KEPT =
      List.of("kept.", "notices.says.", "notices.when.", "accounts.places.");

  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 3;

  /** Those with most words of their own first: they say most surely that they were meant. */
  private final List<Form> forms = new ArrayList<>();

  private record Form(String key, List<Phrase.Part> parts, int words) {}

  private record Made(String key, @Nullable Object[] values) {}

  Anew(Map<String, Phrase> english) {
    new TreeMap<>(english)
        .forEach((key, phrase) -> {
          if (KEPT.stream().anyMatch(key::startsWith)) {
            List<Phrase.Part> parts = phrase.plain();
            int words = parts.stream().mapToInt(part -> part.text().length()).sum();
            forms.add(new Form(key, parts, words));
          }
        });
    forms.sort(Comparator.comparingInt(Form::words).reversed());
  }

  /** The sentence in the language that is spoken now; as it is where no text made it. */
  String said(String kept) {
    return kept.length() > LONGEST ? kept : said(kept, 0);
  }

  private String said(String kept, int depth) {
    if (depth > DEEPEST || kept.isBlank()) {
      return kept;
    }
    for (int end = kept.lastIndexOf(". "); end > 0; end = kept.lastIndexOf(". ", end - 1)) {
      Made last = made(kept.substring(end + 2));
      if (last != null) {
        return said(kept.substring(0, end + 1), depth + 1) + ' ' + said(last, depth);
      }
    }
    Made whole = made(kept);
    return whole == null ? kept : said(whole, depth);
  }

  private String said(Made made, int depth) {
    @Nullable Object[] values = new @Nullable Object[made.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = said(String.valueOf(made.values()[i]), depth + 1);
    }
    return Texts.say(made.key(), values);
  }

  private @Nullable Made made(String kept) {
    for (Form form : forms) {
      Made made = form.words() <= kept.length() ? made(form, kept) : null;
      if (made != null) {
        return made;
      }
    }
    return null;
  }

  /** What stands for the values where the form's own words stand in their order; null else. */
  private static @Nullable Made made(Form form, String kept) {
    List<Phrase.Part> parts = form.parts();
    @Nullable Object[] values = new @Nullable Object[10];
    int at = 0;
    int value = -1;
    for (int i = 0; i < parts.size(); i++) {
      Phrase.Part part = parts.get(i);
      if (part.kind() == Phrase.Kind.VALUE) {
        value = part.value();
        continue;
      }
      boolean last = i == parts.size() - 1;
      int found = last ? kept.length() - part.text().length() : kept.indexOf(part.text(), at);
      if (found < at || !kept.startsWith(part.text(), found) || (value < 0 && found != at)) {
        return null;
      }
      if (value >= 0) {
        values[value] = kept.substring(at, found);
      }
      value = -1;
      at = found + part.text().length();
    }
    if (value >= 0) {
      values[value] = kept.substring(at);
    }
    return value >= 0 || at == kept.length() ? new Made(form.key(), values) : null;
  }
}
