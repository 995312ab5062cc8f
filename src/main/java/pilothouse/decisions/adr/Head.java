package pilothouse.decisions.adr;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of itself.
 *
 * @param number null where neither file nor title say one
 * @param title without its number; empty where there is none
 * @param statusWords as they are written; empty where there are none
 * @param date as it is written
 */
public record Head(
    Dialect dialect,
    @Nullable Integer number,
    String title,
    Status status,
    String statusWords,
    String date,
    List<String> decisionMakers,
    List<String> consulted,
    List<String> informed,
    List<String> tags,
    List<Link> links) {
  /** The day that is written; empty where it can be read in more ways, or in none. */
  public Optional<LocalDate> day() {
    return Days.of(date);
  }
}
