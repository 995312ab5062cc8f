package pilothouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import pilothouse.debt.interest.Merged;
import pilothouse.evidence.work.Touched;

/** Puts the columns of all repositories one after the other. */
record Joined(List<Touched> all) {

  static Merged of(List<Touched> all, Answering answering) {
    Joined joined = new Joined(all);
    Map<String, Integer> teams = new LinkedHashMap<>();
    List<int[]> team = new ArrayList<>();
    for (Touched one : all) {
      team.add(
          Arrays.stream(answering.of(one))
              .mapToInt(name -> teams.computeIfAbsent(name, key -> teams.size()))
              .toArray());
    }
    return new Merged(
        joined.texts(Touched::key),
        joined.places(Touched::size),
        team.stream().flatMapToInt(Arrays::stream).toArray(),
        all.stream().flatMapToLong(one -> Arrays.stream(one.mergedAt())).toArray(),
        all.stream().flatMapToDouble(one -> Arrays.stream(one.hours())).toArray(),
        all.stream().flatMapToInt(one -> Arrays.stream(one.lines())).toArray(),
        joined.starts(),
        joined.names(Touched::touched),
        teams.keySet().toArray(String[]::new),
        new Merged.Names(
            all.stream().map(Touched::repository).toArray(String[]::new),
            joined.places(one -> one.path().length),
            joined.texts(Touched::path),
            joined.names(Touched::now)));
  }

  private String[] texts(Function<Touched, String[]> column) {
    return all.stream().flatMap(one -> Arrays.stream(column.apply(one))).toArray(String[]::new);
  }

  /** The place of its repository for each of so many. */
  private int[] places(ToIntFunction<Touched> size) {
    int[] places = new int[all.stream().mapToInt(size).sum()];
    int next = 0;
    for (int i = 0; i < all.size(); i++) {
      int count = size.applyAsInt(all.get(i));
      Arrays.fill(places, next, next + count, i);
      next += count;
    }
    return places;
  }

  private int[] starts() {
    int[] starts = new int[all.stream().mapToInt(Touched::size).sum() + 1];
    int at = 0;
    for (Touched one : all) {
      for (int i = 0; i < one.size(); i++, at++) {
        starts[at + 1] = starts[at] + one.start()[i + 1] - one.start()[i];
      }
    }
    return starts;
  }

  /** Indexes of names, moved by the names of the repositories before. */
  private int[] names(Function<Touched, int[]> column) {
    int[][] moved = new int[all.size()][];
    int before = 0;
    for (int i = 0; i < moved.length; i++) {
      int by = before;
      moved[i] =
          Arrays.stream(column.apply(all.get(i))).map(name -> name < 0 ? -1 : name + by).toArray();
      before += all.get(i).path().length;
    }
    return Arrays.stream(moved).flatMapToInt(Arrays::stream).toArray();
  }
}
