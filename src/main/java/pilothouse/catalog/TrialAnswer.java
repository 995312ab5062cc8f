package pilothouse.catalog;

/** What a name is, and by which rule. */
public record TrialAnswer(String asked, String is, String why) {}
