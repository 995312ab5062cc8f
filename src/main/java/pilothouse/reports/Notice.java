package pilothouse.reports;

/** A finding on the first page of several systems: which system, where it is, and what is said. */
public record Notice(String repository, String address, Card.Said said) {}
