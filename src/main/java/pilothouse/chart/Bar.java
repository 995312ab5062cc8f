package pilothouse.chart;

/** One bar: its label, its value, and words for the value. */
public record Bar(String label, double value, String says) {}
