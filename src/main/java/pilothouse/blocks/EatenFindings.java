package pilothouse.blocks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Teams whose blocked time was eaten by meetings in the last full weeks. */
final class EatenFindings implements Source {
  /** A larger share is a finding. */
  static final double LIMIT = 0.2;

  /** Of fewer known weeks nothing is said. */
  static final int ENOUGH = 2;

  private final Shelf shelf;

  EatenFindings(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Whether that is too much. */
  static boolean isBeyond(Week.Sum sum) {
    Double share = sum.share();
    return sum.weeks() >= ENOUGH && share != null && share > LIMIT;
  }

  @Override
  public List<Finding> found(Instant now) {
    Shelf.Kept kept = shelf.now();
    return new TreeSet<>(kept.weeks().keySet())
        .stream()
            .filter(team -> isBeyond(kept.judged(team)))
            .filter(team -> !shelf.yard().title(team).isEmpty())
            .filter(team -> !shelf.yard().alone().test(team))
            .map(team -> found(kept, team))
            .toList();
  }

  private Finding found(Shelf.Kept kept, String team) {
    Week.Sum sum = kept.judged(team);
    double share = Objects.requireNonNull(sum.share());
    return Finding.of(
            "focus-time-eaten",
            Finding.Severity.LOOK,
            Texts.say(
                "blocks.found.eaten",
                shelf.yard().title(team),
                Hours.of(sum.eaten()),
                Hours.of(sum.blocked()),
                Say.percent(share),
                Texts.counted("blocks.weeks", sum.weeks()),
                Say.percent(LIMIT)),
            team,
            Where.team(team),
            "/focus-time/" + team)
        .weighing(share);
  }
}
