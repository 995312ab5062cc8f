package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Bets in the order of their scores; equal scores share a rank, and what is unknown has none.
 *
 * @param places the best first, then those without a rank; equal ones by their ids
 */
record Ranking(List<Place> places) {
  Ranking {
    places = List.copyOf(places);
  }

  /**
   * Where one stands.
   *
   * @param rank from 1 on; 0 where the score is unknown
   * @param near whether its range and that of the next one below have numbers in common
   */
  record Place(String bet, int rank, Score score, boolean near) {}

  static Ranking of(Map<String, Score> scores) {
    Comparator<Map.Entry<String, Score>> order =
        Comparator.comparingDouble((Map.Entry<String, Score> one) -> -likely(one.getValue()))
            .thenComparing(Map.Entry::getKey);
    List<Map.Entry<String, Score>> sorted = scores.entrySet().stream().sorted(order).toList();
    List<Place> places = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Score score = sorted.get(i).getValue();
      boolean same = i > 0 && likely(score) == likely(sorted.get(i - 1).getValue());
      rank = same ? rank : i + 1;
      boolean near = i + 1 < sorted.size() && near(score, sorted.get(i + 1).getValue());
      places.add(new Place(sorted.get(i).getKey(), score.value() == null ? 0 : rank, score, near));
    }
    return new Ranking(places);
  }

  private static double likely(Score score) {
    Range value = score.value();
    return value == null ? -1 : value.likely();
  }

  private static boolean near(Score one, Score next) {
    Range value = one.value();
    Range other = next.value();
    return value != null && other != null && value.overlaps(other);
  }

  /** The order alone, for whoever compares two. */
  List<String> order() {
    return places.stream().filter(place -> place.rank() > 0).map(Place::bet).toList();
  }

  /** What stands right above another, both with a score. */
  List<List<Place>> pairs() {
    List<Place> known = places.stream().filter(place -> place.rank() > 0).toList();
    List<List<Place>> pairs = new ArrayList<>();
    for (int i = 1; i < known.size(); i++) {
      pairs.add(List.of(known.get(i - 1), known.get(i)));
    }
    return pairs;
  }
}
