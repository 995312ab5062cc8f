package pilothouse.decisions.adr;

/**
 * A part of a record that both sides changed, each in its own way.
 *
 * @param part by which it is known in every version of the record
 * @param heading of the section, or the name of the field; empty for what stands before any
 * @param base the text that both had; empty where both added it
 * @param ours empty where we took it away
 * @param theirs empty where they took it away
 */
public record Conflict(String part, String heading, String base, String ours, String theirs) {}
