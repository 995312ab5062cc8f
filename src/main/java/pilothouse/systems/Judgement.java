package pilothouse.systems;

import pilothouse.text.Sentence;

/** Yes or no, by which rule, and that rule in a sentence. */
public record Judgement(boolean yes, Rule rule, Sentence why) {}
