package pilothouse.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;

/**
 * Delivery in a few lines, for the first page.
 *
 * @param services how many services are known
 * @param items those that ask for a look, the first few
 * @param others how many more ask for one
 * @param idle the metrics that nobody decides with, as one quiet finding; null while there are none
 */
public record Brief(int services, List<Item> items, int others, @Nullable Finding idle) {
  public Brief {
    items = List.copyOf(items);
  }

  /** A service that asks for a look. */
  public record Item(String system, String address, String state, String look, String happened) {}
}
