package pilothouse.evidence.pull;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.forge.Payload;

/**
 * A stream that is a list at an address, whose pages name the next in the header {@code Link}.
 *
 * @param first the address of the first page
 * @param field the name of the list in the document; empty where the document is the list
 * @param item what an element is
 */
public record Listing(
    String name, URI first, String field, Duration overlap, Function<Payload, Item> item)
    implements Stream {

  @Override
  public Ask page(@Nullable String token) {
    return Ask.get(token == null ? first : URI.create(token));
  }

  @Override
  public Page read(Reply reply, Wire wire) {
    Payload document = reply.document();
    Payload list = field.isEmpty() ? document : document.at(field);
    List<Item> items = new ArrayList<>();
    for (Payload element : list.each()) {
      items.add(item.apply(element));
    }
    return new Page(items, reply.next(), total(reply, document));
  }

  private long total(Reply reply, Payload document) {
    Integer told = field.isEmpty() ? null : document.count("total_count");
    return told == null ? reply.number("x-total") : told;
  }
}
