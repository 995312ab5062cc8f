package pilothouse.evidence.wire;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of commits among other texts. */
public final class Revision {
  private static final Pattern SHORT = Pattern.compile("[0-9a-f]{7,64}");
  private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private Revision() {}

  /** The text if it can be a commit's id, whole or short; null when it cannot. */
  public static @Nullable String of(@Nullable String text) {
    return matching(text, SHORT);
  }

  /** The text if it is a commit's whole id; null when it is not. */
  public static @Nullable String whole(@Nullable String text) {
    return matching(text, WHOLE);
  }

  private static @Nullable String matching(@Nullable String text, Pattern pattern) {
    String id = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return pattern.matcher(id).matches() ? id : null;
  }
}
