package pilothouse.systems;

import org.jspecify.annotations.Nullable;

/**
 * Which system a name means.
 *
 * @param system the system's name
 * @param declared whether somebody declared it; else the name itself stands for it
 * @param why the rule that found it, in a sentence
 * @param rule the rule itself, null where none did
 */
public record Resolution(String system, boolean declared, String why, @Nullable Rule rule) {
  public Resolution(String system, boolean declared, String why) {
    this(system, declared, why, null);
  }
}
