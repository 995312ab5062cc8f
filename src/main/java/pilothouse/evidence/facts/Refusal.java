package pilothouse.evidence.facts;

/**
 * Something that was not taken.
 *
 * @param where the line, the fact or the file
 * @param what the field, with what stands in it
 * @param why it cannot be
 * @param mend what to do about it
 */
public record Refusal(String where, String what, String why, String mend) {}
