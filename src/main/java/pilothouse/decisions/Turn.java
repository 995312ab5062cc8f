package pilothouse.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a decision. It stays, whatever comes after it.
 *
 * @param about whom or what it is about: an owner's id, an option, a number, another decision
 * @param day by which, or until when; null where no day was said
 */
record Turn(
    int number,
    Kind kind,
    String about,
    String words,
    @Nullable LocalDate day,
    Instant at,
    String who,
    String whoName) {

  /** What can happen to a decision. */
  enum Kind {
    /** A file said it; about the state that the file has, where it is unknown. */
    FILED,
    /** Who decides it. */
    DECIDES,
    /** Whose agreement it needs. */
    AGREES,
    /** Whose advice was asked for, by a day. */
    CONSULTED,
    /** Who is told. */
    INFORMED,
    /** Somebody has no part in it any more. */
    RELEASED,
    /** Another one may decide, within limits, until a day. */
    DELEGATED,
    /** By when it is decided, and which option holds if it is not. */
    CLOCK,
    ADVICE,
    DISSENT,
    AGREED,
    OBJECTED,
    /** Which principle won, and which one lost against it. */
    WEIGHED,
    /** A rubric was answered. */
    RATED,
    /** Whether it is a large rewrite, whatever a rubric says. */
    REWRITE,
    /** A council was asked to review it. */
    ROUTED,
    /** What a member of that council thinks of it. */
    VOTED,
    /** What the votes came to. */
    REVIEWED,
    /** Somebody's delegation did not reach so far, so that the decider is asked. */
    ESCALATED,
    /** It affects a system, a team or a path; its words name a number of it, if any. */
    AFFECTS,
    /** It does not affect that any more. */
    SPARED,
    DECIDED,
    /** The day passed, so that holds which was said to hold then. */
    DEFAULTED,
    /** The day passed, and what was said to hold then does not: something stood against it. */
    OVERDUE,
    REJECTED,
    /** What shall open it again: a day, or a limit of a number. */
    WAKE,
    /** That does not count any more. */
    ASLEEP,
    /** The day came, or the number passed its limit. */
    WOKEN,
    /** That number was back on the right side of its limit, since that day. */
    EASED,
    AFFIRMED,
    REOPENED,
    SUPERSEDED,
    /** While a number is beyond its limit, that holds. */
    RULE,
    /** What is to be so of each system, with how it is checked and a day of review. */
    STANDARD,
    /** A rule or a standard does not hold for something, until a day. */
    EXEMPTED,
    /** Whether a system is as a standard wants it, as somebody saw, until a day. */
    CHECKED,
    /** A standard still holds, until another day of review. */
    RENEWED,
    /** A rule, a standard or an exemption does not count any more. */
    ENDED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }
}
