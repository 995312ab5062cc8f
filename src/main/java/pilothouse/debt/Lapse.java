package pilothouse.debt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * Something that became debt by itself, as a room tells it: a standard whose review is over, a
 * spike that nobody answered, a flag that outlived its day.
 *
 * @param kind {@code standard}, {@code spike} or {@code flag}
 * @param key the same for the same thing
 * @param says what is known of it, one sentence
 * @param owner the id of whoever owes it there; empty for nobody
 * @param from on which day its window begins; null for the day on which it is taken
 */
public record Lapse(
    String kind,
    String key,
    String title,
    String says,
    String address,
    Where place,
    String owner,
    @Nullable LocalDate from) {
  /** Of nobody, from the day on which it is taken. */
  public Lapse(String kind, String key, String title, String says, String address, Where place) {
    this(kind, key, title, says, address, place, "", null);
  }
}
