package pilothouse.notices;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told; whatever is left out narrows nothing.
 *
 * @param way {@code email}, which is meant where nothing is said, or {@code webhook}
 * @param target of a webhook; mails go to the account's address
 * @param place {@code system:NAME} or {@code team:NAME}
 * @param people with who is who
 * @param rhythm {@code at once}, {@code hourly}, {@code daily} or {@code weekly}
 */
public record Wanted(
    @Nullable String way,
    @Nullable String target,
    @Nullable String what,
    @Nullable String kind,
    @Nullable String subject,
    @Nullable String who,
    @Nullable String place,
    @Nullable String text,
    @Nullable Boolean people,
    @Nullable String rhythm,
    @Nullable Integer hour,
    @Nullable Integer weekday,
    @Nullable String zone) {
  /** The field of that name, as the form has it. */
  @Nullable String field(String name) {
    return switch (name) {
      case "way" -> way;
      case "target" -> target;
      case "what" -> what;
      case "kind" -> kind;
      case "subject" -> subject;
      case "who" -> who;
      case "place" -> place;
      case "text" -> text;
      case "people" -> people != null && people ? "yes" : null;
      case "rhythm" -> rhythm;
      case "hour" -> hour == null ? null : String.valueOf(hour);
      case "weekday" -> weekday == null ? null : String.valueOf(weekday);
      default -> zone;
    };
  }
}
