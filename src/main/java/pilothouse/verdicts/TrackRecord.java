package pilothouse.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How well the chances of one forum, or of one rubric, were called: never of a person.
 *
 * @param resolved how many moved or did not, of those with a chance
 * @param open how many with a chance are not judged yet, or nobody can tell
 * @param brier mean (p − outcome)², 0 is best, 0.25 is what a coin gets; null where none is
 *     resolved
 * @param bands how often what was called so came true; empty below twenty resolved
 */
public record TrackRecord(
    String name, int resolved, int open, @Nullable Double brier, List<Band> bands) {
  /** From so many on calibration says something. */
  public static final int ENOUGH = 20;

  private static final int BANDS = 5;

  public TrackRecord {
    bands = List.copyOf(bands);
  }

  /** Those of a fifth of all chances: what was said in the mean, and the share that came true. */
  public record Band(double from, double to, int count, double said, double cameTrue) {}

  /** A chance, and what came of it; null while that is open. */
  record Called(double chance, @Nullable Boolean cameTrue) {}

  /** The records of all names, by name; what has none is left out. */
  static List<TrackRecord> by(
      Function<Prediction, String> name, Map<Prediction, List<Judged>> predictions) {
    Map<String, List<Called>> all = new TreeMap<>();
    predictions.forEach((one, judged) -> {
      Double chance = one.probability();
      if (chance != null && !name.apply(one).isEmpty()) {
        all.computeIfAbsent(name.apply(one), _ -> new ArrayList<>())
            .add(new Called(chance, outcome(one, judged)));
      }
    });
    return all.entrySet().stream().map(of -> of(of.getKey(), of.getValue())).toList();
  }

  /** By the first verdict that said something: what came later does not rewrite a record. */
  private static @Nullable Boolean outcome(Prediction one, List<Judged> judged) {
    return judged.stream()
        .filter(Judged::isResolved)
        .findFirst()
        .map(first -> first.isTrue(one))
        .orElse(null);
  }

  static TrackRecord of(String name, List<Called> all) {
    int resolved = 0;
    double sum = 0;
    for (Called one : all) {
      Boolean came = one.cameTrue();
      if (came != null) {
        double off = one.chance() - (came ? 1 : 0);
        sum += off * off;
        resolved++;
      }
    }
    return new TrackRecord(
        name,
        resolved,
        all.size() - resolved,
        resolved == 0 ? null : sum / resolved,
        resolved < ENOUGH ? List.of() : bands(all));
  }

  private static List<Band> bands(List<Called> all) {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      int count = 0;
      double said = 0;
      int came = 0;
      for (Called one : all) {
        Boolean outcome = one.cameTrue();
        if (outcome != null && Math.min(BANDS - 1, (int) (one.chance() * BANDS)) == i) {
          count++;
          said += one.chance();
          came += outcome ? 1 : 0;
        }
      }
      if (count > 0) {
        bands.add(
            new Band(
                (double) i / BANDS, (i + 1.0) / BANDS, count, said / count, (double) came / count));
      }
    }
    return bands;
  }
}
