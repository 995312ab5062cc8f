package pilothouse.metrics.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose definition the five delivery metrics follow; the facts under them are the same. */
public enum Definition {
  DORA(
      "DORA guide",
      "The guide of January 2026, one service at a time, production only: the commits that a deployment brings, deployments that needed immediate intervention, medians."),
  DEVLAKE(
      "DevLake 2023",
      "Days with a deployment a week; lead time by change request, from its first commit; each incident on the latest successful deployment of the whole organisation, however old; lower medians."),
  FOUR_KEYS(
      "Four Keys",
      "Deployments to every environment; every commit of the push that was deployed; each incident counts, so a rate may pass 100 %."),
  GITLAB(
      "GitLab",
      "Lead time from merge to deployment; incidents divided by deployments, whatever caused them; recovery from the incident's opening to its end."),
  MERGES(
      "Merge equals deployment",
      "Every merged change request counts as a deployment at the moment of its merge: for those whose tools tell of no deployments.");

  private final String title;
  private final String says;

  Definition(String title, String says) {
    this.title = title;
    this.says = says;
  }

  /** Stable, kebab-case: {@code dora}, {@code four-keys}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** What it counts, in a sentence. */
  public String says() {
    return says;
  }

  /** The definition with this id. */
  public static Optional<Definition> named(String id) {
    return Arrays.stream(values()).filter(definition -> definition.id().equals(id)).findFirst();
  }
}
