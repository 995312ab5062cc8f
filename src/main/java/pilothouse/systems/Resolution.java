package pilothouse.systems;

/**
 * Which system a name means.
 *
 * @param system the system's name
 * @param declared whether somebody declared it; else the name itself stands for it
 * @param why the rule that found it, in a sentence
 */
public record Resolution(String system, boolean declared, String why) {}
