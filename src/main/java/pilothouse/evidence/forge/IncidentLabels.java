package pilothouse.evidence.forge;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What labels say of an issue: that it is an incident ({@code incident}, {@code incident/…}), how
 * severe it is ({@code severity/1}, {@code sev-1}, {@code incident/sev1}) and what it affects
 * ({@code service/checkout}). A colon, or GitLab's two, stand as well as the slash.
 */
public final class IncidentLabels {
  private static final Pattern INCIDENT = Pattern.compile("incident(?:(?:/|:{1,2})\\s*(.+))?");
  private static final Pattern SEVERITY =
      Pattern.compile("(?:severity(?:/|:{1,2}|-| )\\s*(.+)|(sev(?:/|:{1,2}|-| )?\\s*\\d))");
  private static final Pattern SERVICE = Pattern.compile("(?i:service)(?:/|:{1,2})\\s*(.+)");

  private IncidentLabels() {}

  /** Whether one of them makes an issue an incident. */
  public static boolean among(List<String> labels) {
    return labels.stream().anyMatch(IncidentLabels::isOne);
  }

  /** Whether it makes an issue an incident. */
  public static boolean isOne(String label) {
    return INCIDENT.matcher(plain(label)).matches();
  }

  /** How severe, in the label's own words; null when none says. */
  public static @Nullable String severity(List<String> labels) {
    String said = first(SEVERITY, labels.stream().map(IncidentLabels::plain).toList());
    return said != null
        ? said
        : first(INCIDENT, labels.stream().map(IncidentLabels::plain).toList());
  }

  /** What is affected; null when no label says. */
  public static @Nullable String service(List<String> labels) {
    return first(SERVICE, labels.stream().map(String::strip).toList());
  }

  private static @Nullable String first(Pattern pattern, List<String> labels) {
    return labels.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(IncidentLabels::named)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String named(Matcher label) {
    for (int group = 1; group <= label.groupCount(); group++) {
      if (label.group(group) != null) {
        return label.group(group).strip();
      }
    }
    return null;
  }

  private static String plain(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
