package pilothouse.catalog;

import java.util.List;

/** A person with what was joined and why; nothing is counted beside a name. */
public record PersonRow(
    String id, String name, boolean bot, List<JoinedRow> addresses, List<String> teams) {
  public PersonRow {
    addresses = List.copyOf(addresses);
    teams = List.copyOf(teams);
  }

  /** Where on the page this one stands. */
  public String anchor() {
    return id.replace('/', '-');
  }

  /** One login or address: why, by whom, when; {@code ended} says when it was split off again. */
  public record JoinedRow(String address, String why, String ended) {}
}
