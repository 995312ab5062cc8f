package pilothouse.debt;

import java.util.List;
import pilothouse.views.Field;

/**
 * A candidate as its card shows it: with the addresses of its files and its receipt.
 *
 * @param item the item of the register that it became; empty while it is none
 * @param page of that item
 * @param fields what is asked to make it one
 */
public record Debt(
    Candidate candidate,
    List<Place> places,
    String receipt,
    String since,
    String item,
    String page,
    List<Field> fields) {
  /** A file and its page. */
  public record Place(String path, String address) {}
}
