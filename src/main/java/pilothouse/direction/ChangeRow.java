package pilothouse.direction;

import java.util.List;

/** What was changed of an outcome, as its page shows it. */
public record ChangeRow(String when, String by, List<String> lines, String because) {}
