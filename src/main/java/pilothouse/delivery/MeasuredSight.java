package pilothouse.delivery;

import java.time.Instant;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.views.Stretch;
import pilothouse.views.Stretched;
import pilothouse.web.Where;

/**
 * Looks at a number that was measured.
 *
 * @param scope {@code system:checkout}, {@code organisation}, {@code team:…}, {@code repository:…}
 */
public record MeasuredSight(String scope, String metric, Stretch stretch) implements Stretched {
  private static final String SYSTEM = "system:";

  /** Of what, in words. */
  @Override
  public String says() {
    return scope.equals("organisation")
        ? Texts.say("delivery.measured-sight.the-organisation")
        : scope.replaceFirst("^system:", "");
  }

  @Override
  public String receipt(Reading reading) {
    return address("");
  }

  /** The page of the number. */
  public String here() {
    return "/measured/" + Addresses.slug(metric);
  }

  /** Where it is told, and declared. */
  public String form() {
    return address("");
  }

  /** Whose it is to look at it, and to say what it means. */
  Where place() {
    return AddressWords.where(scope);
  }

  /** Whether somebody may say which way is better: of what is worked out here that is known. */
  boolean isDeclarable() {
    return switch (place().kind()) {
      case SYSTEM -> ServiceMetrics.named(metric).isEmpty();
      case REPOSITORY -> Metrics.named(metric).isEmpty();
      default -> true;
    };
  }

  /** The course as a table. */
  public String csv() {
    return address("/course.csv");
  }

  /** The number as JSON. */
  public String json() {
    return "/api/v1/metrics/" + Addresses.part(metric) + asked(stretch.days());
  }

  /** The page of what was measured. */
  public String home() {
    return scope.startsWith(SYSTEM)
        ? "/delivery/" + Addresses.slug(scope.substring(SYSTEM.length()))
        : "/delivery";
  }

  private String address(String page) {
    return here() + page + asked(stretch.span().query());
  }

  private String asked(String span) {
    String of = "?scope=" + Addresses.part(scope).replace("%3A", ":");
    return span.isEmpty() ? of : of + "&" + span;
  }

  /** A day in the zone of the window. */
  String day(Instant at) {
    return pilothouse.text.Say.day(at, window().zone());
  }
}
