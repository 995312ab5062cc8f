package pilothouse.systems;

/** Yes or no, by which rule, and that rule in a sentence. */
public record Judgement(boolean yes, Rule rule, String why) {}
