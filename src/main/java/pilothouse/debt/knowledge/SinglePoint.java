package pilothouse.debt.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import pilothouse.metrics.Knowledge;
import pilothouse.text.Texts;
import pilothouse.views.View;

/**
 * A part of a repository whose truck factor is one.
 *
 * @param folder empty for all of it
 * @param name as people read it
 * @param lines 0 while unknown
 * @param people who ever changed it
 */
public record SinglePoint(
    String folder, String name, int files, long lines, int people, String receipt) {
  private static final int MOST = 50;

  /** All of a view, the largest first. */
  static List<SinglePoint> of(View view, Knowledge known) {
    Stream<SinglePoint> whole =
        isSingle(known.truckFactor())
            ? Stream.of(
                of(view, view.scope().folder(), known.files(), lines(known), known.people()))
            : Stream.empty();
    Stream<SinglePoint> parts =
        known.folders().stream()
            .filter(folder -> isSingle(folder.truckFactor()) && isPart(view, folder))
            .map(it -> of(view, it.path(), it.files(), it.lines(), it.people()));
    return Stream.concat(whole, parts).limit(MOST).toList();
  }

  private static boolean isSingle(@org.jspecify.annotations.Nullable Integer factor) {
    return Objects.equals(factor, 1);
  }

  /** Files beside other folders are none that one could ask about alone. */
  private static boolean isPart(View view, Knowledge.Folder folder) {
    return folder.isWhole() && !folder.path().equals(view.scope().folder());
  }

  private static long lines(Knowledge known) {
    return known.folders().stream().mapToLong(Knowledge.Folder::lines).sum();
  }

  private static SinglePoint of(View view, String folder, int files, long lines, int people) {
    String name = folder.isEmpty() ? Texts.say("debt.knowledge.whole") : folder;
    return new SinglePoint(
        folder, name, files, lines, people, view.receipt("truck-factor", folder));
  }
}
