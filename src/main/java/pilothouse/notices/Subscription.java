package pilothouse.notices;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Asked;

/**
 * What somebody wants to be told, where and when.
 *
 * @param target an address on the web, or one for mails
 * @param seen the number of the last entry that was looked at for it
 * @param dueAt when the next digest goes out; null where each entry goes at once
 * @param pausedAt null while it is not paused
 */
public record Subscription(
    String id,
    String owner,
    String ownerName,
    Way way,
    String target,
    Asked asked,
    Rhythm rhythm,
    int hour,
    int weekday,
    ZoneId zone,
    long seen,
    @Nullable Instant dueAt,
    Instant madeAt,
    @Nullable Instant pausedAt,
    String pausedWhy) {
  /** By what it is told. */
  enum Way {
    WEBHOOK("webhook"),
    EMAIL("email");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Whether it sends a message for each entry. */
  boolean isSingle() {
    return way == Way.WEBHOOK || rhythm == Rhythm.AT_ONCE;
  }

  /** The name that its secret is sealed under. */
  String secretName() {
    return "webhook/" + id;
  }

  /** What it tells, in words. */
  public String says() {
    StringBuilder says = new StringBuilder();
    add(says, "what", asked.what());
    add(says, "about a", asked.kind());
    add(says, "named", asked.subject());
    add(says, "by", asked.who());
    if (asked.place() != null) {
      String name = asked.place().name();
      add(says, "in", asked.place().kind().name().toLowerCase(java.util.Locale.ROOT) + " " + name);
    }
    add(says, "with the text", asked.text());
    String all = says.isEmpty() ? "All changes" : "Changes: " + says;
    return all + (asked.people() ? ", who is who, too" : "");
  }

  /** When it tells, in words. */
  public String when() {
    return switch (rhythm) {
      case AT_ONCE, HOURLY -> rhythm.word();
      case DAILY -> "daily at %02d:00, %s".formatted(hour, zone);
      case WEEKLY ->
          "each %s at %02d:00, %s"
              .formatted(
                  java.time.DayOfWeek.of(weekday)
                      .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH),
                  hour,
                  zone);
    };
  }

  private static void add(StringBuilder says, String what, String value) {
    if (!value.isBlank()) {
      says.append(says.isEmpty() ? "" : ", ").append(what).append(' ').append(value.strip());
    }
  }
}
