package pilothouse.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.text.Say;

/**
 * What a team means to give to what, from a day to a day.
 *
 * @param shares percent by category; what is not declared is not judged
 * @param band so many points may lie between what is meant and what is
 */
record Plan(
    String id,
    String team,
    LocalDate first,
    LocalDate last,
    Map<String, Double> shares,
    double band,
    Instant madeAt,
    String madeBy,
    String why) {
  Plan {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /** As it is said: {@code debt 20 %, learning 10 %}. */
  String says() {
    return shares.entrySet().stream()
        .map(share -> Points.category(share.getKey()) + " " + Say.percent(share.getValue() / 100))
        .collect(Collectors.joining(", "));
  }

  /** The same for the journal, in no language: {@code debt 20, learning 10}. */
  String text() {
    return shares.entrySet().stream()
        .map(share -> share.getKey() + " " + share.getValue().toString().replaceFirst("\\.0$", ""))
        .collect(Collectors.joining(", "));
  }

  String address() {
    return "/allocation/" + id;
  }
}
