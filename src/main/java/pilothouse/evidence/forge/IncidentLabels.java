package pilothouse.evidence.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What labels say of an issue: that it is an incident (usually {@code incident}, {@code
 * incident/…}), how severe it is ({@code severity/1}, {@code sev-1}, {@code incident/sev1}) and
 * what it affects ({@code service/checkout}). A colon, or GitLab's two, stand as well as the slash.
 */
public final class IncidentLabels {
  /** Those where nobody set any, as people write them. */
  public static final String USUAL = "incident, incident/*, incident:*";

  private static final Pattern SEVERITY =
      Pattern.compile("(?:severity(?:/|:{1,2}|-| )\\s*(.+)|(sev(?:/|:{1,2}|-| )?\\s*\\d))");
  private static final Pattern SERVICE = Pattern.compile("(?i:service)(?:/|:{1,2})\\s*(.+)");
  private static final int LONGEST = 4_000;

  private final List<Part> parts;

  private IncidentLabels(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * The labels of some repositories.
   *
   * @param repository that they are for
   * @param labels with what a star in them stands for as their group, where it says how severe
   * @param words the labels as they were written
   */
  private record Part(Pattern repository, List<Pattern> labels, String words) {}

  /** Those where nobody set any. */
  public static IncidentLabels usual() {
    return of(USUAL);
  }

  /**
   * Labels as people write them: {@code incident, outage/*}, a star for any text; after a semicolon
   * those of other repositories, as in {@code incident; acme/old-* = sev*}. The first that name a
   * repository hold for it; for those that none names, the ones without a name.
   *
   * @throws IllegalArgumentException with what to write instead
   */
  public static IncidentLabels of(String written) {
    List<Part> named = new ArrayList<>();
    List<Part> others = new ArrayList<>();
    if (written.length() > LONGEST) {
      throw new IllegalArgumentException("at most 4,000 characters");
    }
    for (String part : written.split(";", -1)) {
      int equals = part.indexOf('=');
      String repository = equals < 0 ? "" : plain(part.substring(0, equals));
      String labels = part.substring(equals + 1).strip();
      if (labels.isEmpty() || (equals >= 0 && repository.isEmpty())) {
        throw new IllegalArgumentException(
            "labels apart by commas, and others after a semicolon: incident, incident/*; acme/old-* = sev*");
      }
      (equals < 0 ? others : named).add(part(repository, labels));
    }
    if (others.size() > 1) {
      throw new IllegalArgumentException("only one list of labels without a repository");
    }
    named.addAll(others.isEmpty() ? usual().parts : others);
    return new IncidentLabels(List.copyOf(named));
  }

  private static Part part(String repository, String labels) {
    List<Pattern> patterns = new ArrayList<>();
    for (String label : labels.split(",", -1)) {
      if (!label.isBlank()) {
        patterns.add(pattern(plain(label), ".+"));
      }
    }
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("at least one label");
    }
    Pattern where =
        repository.isEmpty()
            ? Pattern.compile(".*")
            : Pattern.compile("(?:[^/]+/)?" + pattern(repository, ".*").pattern());
    return new Part(where, List.copyOf(patterns), labels);
  }

  private static Pattern pattern(String glob, String any) {
    StringBuilder pattern = new StringBuilder();
    for (String piece : glob.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : any).append(Pattern.quote(piece));
    }
    boolean tells = glob.matches("[^*]*[/:]\\*");
    return Pattern.compile(
        tells ? Pattern.quote(glob.substring(0, glob.length() - 1)) + ":?\\s*(.+)" : "" + pattern);
  }

  /** Those that hold for a repository, as they were written. */
  public String words(Home home) {
    return part(home).words;
  }

  /** Whether one of them makes an issue an incident. */
  public boolean among(List<String> labels, Home home) {
    return labels.stream().anyMatch(label -> isOne(label, home));
  }

  /** Whether it makes an issue an incident. */
  public boolean isOne(String label, Home home) {
    String plain = plain(label);
    return part(home).labels.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
  }

  private Part part(Home home) {
    return parts.stream()
        .filter(part -> part.repository.matcher(home.key()).matches())
        .findFirst()
        .orElseThrow();
  }

  /** How severe, in the label's own words; null when none says. */
  public @Nullable String severity(List<String> labels, Home home) {
    List<String> plain = labels.stream().map(IncidentLabels::plain).toList();
    String said = first(SEVERITY, plain);
    return said != null
        ? said
        : part(home).labels.stream()
            .map(pattern -> first(pattern, plain))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
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
