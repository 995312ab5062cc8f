package pilothouse.metrics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Releases as tags tell them: releases, not deployments.
 *
 * @param all every release up to the window's end, oldest first, earlier ones too
 * @param inWindow those of the window, oldest first
 * @param lines the lines of development with a release in the window, newest release first
 * @param preReleases tags of the window that look like pre-releases; they are not releases
 * @param otherTags tags up to the window's end that do not look like versions
 * @param unreleased commits on the head's history that no release contains
 */
public record Releases(
    List<Release> all,
    List<Release> inWindow,
    List<Line> lines,
    int preReleases,
    int otherTags,
    int unreleased) {
  public Releases {
    all = List.copyOf(all);
    inWindow = List.copyOf(inWindow);
    lines = List.copyOf(lines);
  }

  /**
   * A release.
   *
   * @param line name and major.minor, as {@code 7.1} or {@code client 2.0}
   * @param commit commit index
   * @param changes commits that it was the first to contain, merges left out
   * @param leadTime their median seconds from written to released, null without a change or for the
   *     first release
   * @param first it builds on no earlier release, so its changes have no honest lead time
   * @param fixedBy the release of the same line within seven days after it, or the revert of one of
   *     its changes within seven days after it, in words; null when there was none
   */
  public record Release(
      String tag,
      String line,
      Instant at,
      int commit,
      int changes,
      @Nullable Double leadTime,
      boolean first,
      @Nullable String fixedBy) {}

  /**
   * A line of development: all releases that share a name and major.minor.
   *
   * @param releases in the window
   * @param changes commits first released by them
   * @param leadTime their median lead time in seconds, null when unknown
   */
  public record Line(
      String name, int releases, Instant last, int changes, @Nullable Double leadTime) {}
}
