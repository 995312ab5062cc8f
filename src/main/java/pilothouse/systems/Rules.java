package pilothouse.systems;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names mean: which system a service or a repository belongs to, which environments people
 * use, which branches carry unplanned work. A snapshot: what is declared later makes another one.
 */
public final class Rules {
  private static final Pattern PRODUCTION =
      Pattern.compile("(?:.*[-_/ ])?(?:production|prod|prd|live)(?:[-_/ ].*)?");
  private static final Pattern HOTFIX = Pattern.compile("(?:.*/)?(?:hotfix|hot-fix)(?:[-_/].*)?");

  private final List<Repository> repositories;

  Rules(List<Repository> repositories) {
    this.repositories = List.copyOf(repositories);
  }

  /** Rules while nothing is declared. */
  public static Rules none() {
    return new Rules(List.of());
  }

  /**
   * The system that a source means; empty when it names neither a service nor a repository.
   *
   * @param service as the source names it
   * @param repository {@code owner/name}, or a URL
   */
  public Optional<Resolution> system(@Nullable String service, @Nullable String repository) {
    if (service != null && !service.isBlank()) {
      return Optional.of(
          new Resolution(service.strip(), false, "the service's own name, which nobody declared"));
    }
    if (repository != null && !repository.isBlank()) {
      String name = repository.strip().replaceAll("(?:\\.git)?/*$", "").replaceAll("^.*[/:]", "");
      return Optional.of(
          new Resolution(name, false, "the repository's own name, which nobody declared"));
    }
    return Optional.empty();
  }

  /** Whether people use what runs there; without a name nobody knows, and it counts as no. */
  public boolean isProduction(@Nullable String environment) {
    return environment != null
        && PRODUCTION.matcher(environment.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the branch's name says that its work was not planned. */
  public boolean isHotfix(@Nullable String branch) {
    return branch != null && HOTFIX.matcher(branch.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** The registered repository that a source means by {@code owner/name} or by a URL. */
  public Optional<Repository> repository(String named) {
    String name = named.strip().replaceAll("(?:\\.git)?/*$", "");
    String last = name.replaceAll("^.*[/:]", "");
    return repositories.stream()
        .filter(known -> known.source().endsWith(name) || known.name().equals(last))
        .findFirst();
  }

  /** The folder of its repository that a system lives in; empty for all of it. */
  public String folder(String system) {
    return "";
  }
}
