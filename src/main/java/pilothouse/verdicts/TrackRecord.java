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
 * @param id of the forum or the rubric
 * @param resolved how many moved or did not, of those with a chance
 * @param open how many with a chance are not judged yet, or nobody can tell
 * @param withdrawn how many with a chance nobody went on with, said before their day
 * @param brier mean (p − outcome)², 0 is best, 0.25 is what a coin gets; null where none is
 *     resolved
 * @param bands how often what was called so came true; empty below twenty resolved
 */
public record TrackRecord(
    String id,
    String name,
    int resolved,
    int open,
    int withdrawn,
    @Nullable Double brier,
    List<Band> bands) {
  /** From so many on calibration says something. */
  public static final int ENOUGH = 20;

  private static final int BANDS = 5;

  public TrackRecord {
    bands = List.copyOf(bands);
  }

  /** Those of a fifth of all chances: what was said in the mean, and the share that came true. */
  public record Band(double from, double to, int count, double said, double cameTrue) {}

  /** A chance, and what came of it; null while that is open. */
  record Called(
      String forum,
      String rubric,
      double chance,
      @Nullable Boolean cameTrue,
      boolean isWithdrawn) {}

  /** The same, as it is called. */
  TrackRecord called(String by) {
    return new TrackRecord(id, by, resolved, open, withdrawn, brier, bands);
  }

  /** The records of all ids; what has none is left out. */
  static List<TrackRecord> by(Function<Called, String> name, List<Called> chances) {
    Map<String, List<Called>> all = new TreeMap<>();
    for (Called one : chances) {
      if (!name.apply(one).isEmpty()) {
        all.computeIfAbsent(name.apply(one), _ -> new ArrayList<>()).add(one);
      }
    }
    return all.entrySet().stream().map(of -> of(of.getKey(), of.getValue())).toList();
  }

  static TrackRecord of(String id, List<Called> all) {
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
    int withdrawn = (int) all.stream().filter(Called::isWithdrawn).count();
    return new TrackRecord(
        id,
        id,
        resolved,
        all.size() - resolved - withdrawn,
        withdrawn,
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
