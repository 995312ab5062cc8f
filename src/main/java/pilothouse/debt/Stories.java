package pilothouse.debt;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.FileStory;

/** The stories of all files, found by their paths. */
final class Stories {
  static final Comparator<FileStory> BY_CHANGE =
      Comparator.<FileStory>comparingDouble(story -> -known(story.score()))
          .thenComparingInt(story -> -story.revisions())
          .thenComparing(FileStory::path);
  static final Comparator<FileStory> BY_RISK =
      Comparator.<FileStory>comparingDouble(story -> -known(story.atRisk()) * story.lines())
          .thenComparing(FileStory::path);
  private final List<FileStory> all;
  private final Map<String, FileStory> byPath = new HashMap<>();

  Stories(List<FileStory> all) {
    this.all = List.copyOf(all);
    this.all.forEach(story -> byPath.put(story.path(), story));
  }

  List<FileStory> all() {
    return all;
  }

  @Nullable FileStory find(String path) {
    return byPath.get(path);
  }

  private static double known(@Nullable Double value) {
    return value == null ? -1 : value;
  }
}
