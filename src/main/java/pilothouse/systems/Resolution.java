package pilothouse.systems;

import org.jspecify.annotations.Nullable;
import pilothouse.text.Sentence;

/**
 * Which system a name means.
 *
 * @param system the system's name
 * @param declared whether somebody declared it; else the name itself stands for it
 * @param why the rule that found it, in a sentence
 * @param rule the rule itself, null where none did
 */
public record Resolution(String system, boolean declared, Sentence why, @Nullable Rule rule) {
  /** A system that no rule found: it was seen there. */
  public static Resolution known(String system, boolean declared) {
    return new Resolution(system, declared, Sentence.of("systems.rules.seen-there"), null);
  }
}
