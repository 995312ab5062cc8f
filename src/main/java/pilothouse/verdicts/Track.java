package pilothouse.verdicts;

import pilothouse.web.Where;

/**
 * Something of which a track record is kept: a forum that decides, or a rubric one chooses by;
 * never a person.
 *
 * @param isOpen whether it may be named in a prediction now
 */
public record Track(String id, String name, Where place, boolean isOpen) {}
