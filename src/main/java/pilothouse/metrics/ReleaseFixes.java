package pilothouse.metrics;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.text.Texts;

/** Which releases were followed by a fix. */
final class ReleaseFixes {
  private ReleaseFixes() {}

  static @Nullable String[] of(Slice slice, ReleaseWalk walk) {
    @Nullable String[] fixes = new @Nullable String[walk.tags().size()];
    Map<String, Integer> lastOfLine = new HashMap<>();
    for (int release = 0; release < fixes.length; release++) {
      Integer before = lastOfLine.put(walk.versions().get(release).line(), release);
      long at = walk.tags().get(release).at();
      if (before != null && at - walk.tags().get(before).at() <= Released.FOLLOW_UP) {
        fixes[before] = Texts.say("metrics.release-fixes.release", walk.tags().get(release).name());
      }
    }
    Commits commits = slice.commits();
    for (int c = 0; c < commits.size(); c++) {
      int reverted = commits.reverts()[c];
      int release = reverted < 0 ? -1 : walk.releasedBy()[reverted];
      long after = release < 0 ? -1 : commits.committedAt()[c] - walk.tags().get(release).at();
      if (release >= 0 && after > 0 && after <= Released.FOLLOW_UP && fixes[release] == null) {
        fixes[release] = Texts.say("metrics.release-fixes.revert", commits.id(c).substring(0, 10));
      }
    }
    return fixes;
  }
}
