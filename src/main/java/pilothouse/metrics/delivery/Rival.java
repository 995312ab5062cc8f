package pilothouse.metrics.delivery;

import pilothouse.metrics.Reading;

/**
 * A metric by one of the definitions, on the same facts.
 *
 * @param why what makes it differ from the DORA guide's number, in a sentence
 */
public record Rival(Definition definition, Reading reading, String why) {}
