package pilothouse.evidence.pull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a stream.
 *
 * @param next what asks for the next page; null on the last
 * @param total of how many things it is a part; -1 when the forge does not say
 */
public record Page(List<Item> items, @Nullable String next, long total) {
  public Page {
    items = List.copyOf(items);
  }
}
