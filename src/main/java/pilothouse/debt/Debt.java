package pilothouse.debt;

/** A candidate as its card shows it: with the addresses of its files and its receipt. */
public record Debt(
    Candidate candidate, java.util.List<Place> places, String receipt, String since) {
  /** A file and its page. */
  public record Place(String path, String address) {}
}
