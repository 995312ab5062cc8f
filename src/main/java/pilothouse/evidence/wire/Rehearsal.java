package pilothouse.evidence.wire;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Environments whose own names say that nobody but their makers use them. */
public final class Rehearsal {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:dev|devel|development|test|testing|tst|qa|uat|stage|staging|stg|pre-?prod"
              + "|preproduction|sandbox|preview|review|ci|local|integration)(?:[-_/.:0-9].*)?");

  private Rehearsal() {}

  /** Whether the name says so; a name that says nothing may be production. */
  public static boolean isNamed(@Nullable String environment) {
    return environment != null
        && NAMES.matcher(environment.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
