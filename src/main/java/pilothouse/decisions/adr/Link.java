package pilothouse.decisions.adr;

/**
 * What a record says of another one.
 *
 * @param target as written: a file, a slug, a number
 * @param label the words of the link; the target where it has none
 */
public record Link(LinkKind kind, String target, String label) {}
