package pilothouse.rhythm;

/**
 * What became of an objective.
 *
 * @param score in percent, from 0 to 100
 * @param fate {@code keep}, {@code change} or {@code drop}
 */
record QuarterScored(String objective, Integer score, String cause, String fate) {}
