package pilothouse.flags;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilothouse.web.Where;

/**
 * The flags at one moment.
 *
 * @param all the newest first
 * @param byNumber by their ids, too
 * @param lives as somebody set them
 */
record Kept(
    String version,
    List<Flag> all,
    Map<String, Flag> byNumber,
    Map<String, Flag> byKey,
    Map<Purpose, Integer> lives) {

  /** The flag of that key at that place. */
  Optional<Flag> named(String key, Where place) {
    return Optional.ofNullable(byKey.get(place.text() + "\n" + key));
  }

  int days(Purpose purpose) {
    return lives.getOrDefault(purpose, purpose.days());
  }

  /** Until when one of a kind lives that came on a day. */
  LocalDate usual(Purpose purpose, LocalDate since) {
    return since.plusDays(days(purpose));
  }

  static Kept of(String version, List<Flag> all, Map<Purpose, Integer> lives) {
    Map<String, Flag> byNumber = new HashMap<>();
    Map<String, Flag> byKey = new HashMap<>();
    all.forEach(flag -> {
      byNumber.put(String.valueOf(flag.number()), flag);
      byNumber.put(flag.id(), flag);
      byKey.put(flag.place().text() + "\n" + flag.key(), flag);
    });
    return new Kept(version, all, byNumber, byKey, lives);
  }
}
