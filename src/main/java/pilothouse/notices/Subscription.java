package pilothouse.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Asked;
import pilothouse.text.Texts;

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
    List<String> says = new ArrayList<>();
    add(says, "notices.says.what", asked.what());
    add(says, "notices.says.kind", asked.kind());
    add(says, "notices.says.subject", asked.subject());
    add(says, "notices.says.who", asked.who());
    if (asked.place() != null) {
      String name = asked.place().name();
      String kind = asked.place().kind().name().toLowerCase(java.util.Locale.ROOT);
      add(says, "notices.says.place", kind + " " + name);
    }
    add(says, "notices.says.text", asked.text());
    String all =
        says.isEmpty()
            ? Texts.say("notices.says.all")
            : Texts.say("notices.says.some", String.join(", ", says));
    return asked.people() ? Texts.say("notices.says.people", all) : all;
  }

  /** When it tells, in words. */
  public String when() {
    return switch (rhythm) {
      case AT_ONCE -> Texts.say("notices.when.at-once");
      case HOURLY -> Texts.say("notices.when.hourly");
      case DAILY -> Texts.say("notices.when.daily", "%02d".formatted(hour), zone);
      case WEEKLY -> Texts.say("notices.when.weekly." + weekday, "%02d".formatted(hour), zone);
    };
  }

  private static void add(List<String> says, String key, String value) {
    if (!value.isBlank()) {
      says.add(Texts.say(key, value.strip()));
    }
  }
}
