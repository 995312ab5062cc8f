package pilothouse.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one kind.
 *
 * @param name of the kind, in the reader's language
 * @param more where there is more of it; null where this is all
 */
public record Shelf(String kind, String name, List<Hit> hits, @Nullable String more) {
  public Shelf {
    hits = List.copyOf(hits);
  }
}
