package pilothouse.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the history tells about one file of the head; the treemap is made of these.
 *
 * @param kind what sort of file, by its path
 * @param lines of text now, -1 for binary or unknown
 * @param complexity sum of indentation levels now, -1 when unknown
 * @param revisions commits in the window
 * @param revisionsEver commits up to the window's end, old names included
 * @param score hotspot score 0..1; null where the file takes no part in hotspots
 * @param people distinct people who ever changed it
 * @param authors how many of them count as its authors by degree of authorship
 * @param mainShare share of its added lines that one person added, the largest; null when unknown
 * @param fragmentation 1 − Σ(share of revisions)²; null without a revision
 * @param atRisk share of lines last written by people without a commit for 180 days; null when
 *     unknown
 * @param changed its last commit; null when it has none in this history
 * @param markers TODO, FIXME, HACK and XXX in it
 */
public record FileStory(
    String path,
    PathKind kind,
    int lines,
    int complexity,
    int revisions,
    int revisionsEver,
    @Nullable Double score,
    int people,
    int authors,
    @Nullable Double mainShare,
    @Nullable Double fragmentation,
    @Nullable Double atRisk,
    @Nullable Instant changed,
    int markers) {}
