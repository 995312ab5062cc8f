package pilothouse.catalog;

/** A membership as pages show it; {@code holds} today. */
public record MemberRow(
    String id,
    String name,
    String function,
    String span,
    String said,
    String ended,
    boolean holds) {}
