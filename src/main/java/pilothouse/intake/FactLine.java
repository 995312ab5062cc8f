package pilothouse.intake;

import java.util.Locale;
import pilothouse.evidence.facts.Fact;

/** A fact as a line: its kind in words, and the thing that it speaks of. */
public record FactLine(String kind, String key) {
  static FactLine of(Fact fact) {
    String words = fact.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", " $1");
    return new FactLine(words.toLowerCase(Locale.ROOT), fact.key());
  }
}
