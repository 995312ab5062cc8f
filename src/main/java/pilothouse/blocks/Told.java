package pilothouse.blocks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs are told. */
final class Told {
  private Told() {}

  /**
   * A block.
   *
   * @param version how often it was said; the calendar's SEQUENCE is one less
   * @param uid of its event in the calendar
   */
  public record One(
      String id,
      String team,
      String purpose,
      List<String> days,
      String from,
      String to,
      String zone,
      String since,
      @Nullable String until,
      int every,
      List<String> pauses,
      @Nullable String owner,
      int version,
      String uid,
      boolean takenBack) {}

  /**
   * Some weeks together.
   *
   * @param known of how many weeks all is known; the others are in no sum
   * @param share of the blocked hours, 0 to 1; null where nothing is known
   * @param limit a larger share is a finding
   */
  public record Sum(
      int weeks,
      int known,
      double blockedHours,
      double eatenHours,
      @Nullable Double share,
      double limit) {
    static Sum of(Week.Sum sum) {
      return new Sum(
          sum.of(),
          sum.weeks(),
          hours(sum.blocked()),
          hours(sum.eaten()),
          sum.share(),
          EatenFindings.LIMIT);
    }
  }

  /** A week; what is eaten is null while the calendar of none of its blocked days was told. */
  public record InWeek(
      String monday,
      double blockedHours,
      double knownHours,
      @Nullable Double eatenHours,
      @Nullable Double share,
      boolean known,
      List<OnDay> blocks) {
    static InWeek of(Week week) {
      Double share = week.share();
      return new InWeek(
          week.monday().toString(),
          hours(week.blocked()),
          hours(week.known()),
          share == null ? null : (Double) hours(week.eaten()),
          share,
          week.isKnown(),
          week.blocks().stream().map(OnDay::of).toList());
    }
  }

  /** A block on a day. */
  public record OnDay(
      String block, String purpose, String from, String to, @Nullable Double eatenHours) {
    static OnDay of(Eaten one) {
      return new OnDay(
          one.block().id(),
          one.purpose(),
          one.span().from().toString(),
          one.span().to().toString(),
          one.isKnown() ? (Double) hours(one.eaten()) : null);
    }
  }

  /** A team with its blocks, and the last full weeks together. */
  public record Brief(String team, String title, List<One> blocks, Sum lastWeeks) {}

  /** The same week by week, and which days were told. */
  public record Whole(
      String team,
      String title,
      List<One> blocks,
      Sum lastWeeks,
      List<InWeek> weeks,
      List<Days> told) {}

  /** Days of which the team's calendar was told. */
  public record Days(LocalDate from, LocalDate to, int events, String leftOut, String at) {
    static Days of(Upload upload) {
      return new Days(
          upload.first(), upload.last(), upload.events(), upload.skipped(), upload.at().toString());
    }
  }

  static double hours(Duration length) {
    return length.toSeconds() / 3_600.0;
  }
}
