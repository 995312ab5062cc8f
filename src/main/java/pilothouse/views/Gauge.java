package pilothouse.views;

import java.util.Optional;
import pilothouse.web.Where;

/**
 * Names one number of one thing: a metric of a repository or a folder of it, of a service, or one
 * that somebody measured.
 *
 * @param metric its id, or the name of what was measured
 * @param scope {@code repository:ferry}, {@code repository:ferry//web} for a folder of it, {@code
 *     system:checkout}, {@code team:harbour} or {@code organisation}
 */
public record Gauge(String metric, String scope) {
  private static final int LONGEST = 400;
  private static final String INSIDE = "//";

  public Gauge {
    metric = metric.strip();
    scope = scope.strip();
    if (metric.isEmpty() || scope.isEmpty() || metric.length() + scope.length() > LONGEST) {
      throw new IllegalArgumentException("a gauge has a metric and a scope");
    }
  }

  /** Reads {@code metric@scope}; empty where it is none. */
  public static Optional<Gauge> parse(String text) {
    int at = text.lastIndexOf('@');
    String metric = at < 0 ? "" : text.substring(0, at).strip();
    String scope = text.substring(at + 1).strip();
    boolean fits =
        !metric.isEmpty()
            && metric.length() + scope.length() <= LONGEST
            && Where.parse(scope).isPresent();
    return fits ? Optional.of(new Gauge(metric, scope)) : Optional.empty();
  }

  /** As it is kept: {@code lead-time@system:checkout}. */
  public String text() {
    return metric + "@" + scope;
  }

  /** The place that one must be allowed to look at. */
  public Where where() {
    int inside = scope.indexOf(INSIDE);
    return Where.parse(inside < 0 ? scope : scope.substring(0, inside)).orElse(Where.ORGANISATION);
  }

  /** The folder of a repository; empty for all of it. */
  public String folder() {
    int inside = scope.indexOf(INSIDE);
    return inside < 0 ? "" : scope.substring(inside + INSIDE.length());
  }

  /**
   * Whether those who may look at a place may look at something else than this number: then what is
   * told there names neither the number nor what it is.
   */
  public boolean isElsewhere(Where place) {
    Where here = where();
    return !place.equals(Where.ORGANISATION)
        && !here.equals(Where.ORGANISATION)
        && !here.equals(place);
  }
}
