package pilothouse.direction;

/** A measure as its list shows it. */
public record MeasureRow(
    String id,
    String anchor,
    String title,
    String level,
    String value,
    String page,
    boolean mayEnd) {}
