package pilothouse.evidence.wire;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Repositories as all sources name them: {@code host/owner/name} in lower case without {@code
 * .git}, and what keys are made of it.
 */
public final class RepositoryName {
  private static final Pattern HOSTED =
      Pattern.compile(
          "(?:(?:git\\+)?(?:(?<web>https?)|ssh|git)://)?(?:[^@/\\s]+@)?"
              + "(?<host>[a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?<port>:\\d+)?[/:]"
              + "(?<path>[\\w.~-]+(?:/[\\w.~-]+)+)");
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z+]+://)?(?<host>[a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?::\\d+)?/*");
  private static final Pattern GITHUB_RUN =
      Pattern.compile(
          "(?<repository>[^/]+/[^/]+/[^/]+)/actions/runs/(?<run>\\d+)"
              + "(?:/attempts/(?<attempt>\\d+)|/jobs?/(?<job>\\d+))?");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?<repository>(?:(?:github\\.com|bitbucket\\.org)/[\\w.~-]+/[\\w.~-]+(?=/|$)"
              + "|gitlab\\.com/[\\w.~-]+(?:/[\\w.~-]+)+?(?=/-/|$)"
              + "|[a-z0-9.:-]+(?:/[\\w.~-]+){2,}?(?=/-/)"
              + "|[a-z0-9.:-]+/[\\w.~-]+/[\\w.~-]+(?=/actions/runs/|/pull/|/commit/)))(?:/.*)?");
  private static final Pattern GITLAB_RUN =
      Pattern.compile(
          "(?<repository>[^/]+(?:/[^/]+)+)/-/(?:pipelines/(?<run>\\d+)|jobs/(?<job>\\d+))");

  private RepositoryName() {}

  /** The repository that a URL or {@code host/owner/name} means; null when it means none. */
  public static @Nullable String of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher hosted = HOSTED.matcher(bare(text));
    if (!hosted.matches()) {
      return null;
    }
    boolean ported = hosted.group("web") != null && hosted.group("port") != null;
    return hosted.group("host") + (ported ? hosted.group("port") : "") + '/' + hosted.group("path");
  }

  /**
   * The repository that is named by its owner and name beside its host.
   *
   * @param name {@code owner/name}, or a whole name
   * @param source the host or what stands before the name; null when it was not said
   * @return the name alone where no host is known
   */
  public static String of(String name, @Nullable String source) {
    String whole = of(name);
    if (whole != null) {
      return whole;
    }
    String bare = bare(name).replaceAll("^/+", "");
    String before = source == null ? "" : bare(source);
    Matcher host = HOST.matcher(before);
    if (host.matches()) {
      return host.group("host") + '/' + bare;
    }
    String around = of(before);
    if (around != null && (around.endsWith('/' + bare) || bare.equals(around))) {
      return around;
    }
    return bare;
  }

  private static String bare(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[?#].*$", "")
        .replaceAll("/+$", "")
        .replaceAll("\\.git$", "");
  }

  /**
   * The repository that an address surely shows: of a page in it on a forge that everybody knows or
   * whose pages look so, or one to clone from; null for others, as of a server that builds.
   */
  public static @Nullable String shown(@Nullable String text) {
    String bare = text == null ? "" : bare(text).replaceFirst("^(?:git\\+)?[a-z]+://", "");
    Matcher page = PAGE.matcher(bare.replaceFirst("^[^@/]+@", ""));
    boolean cloned = text != null && text.strip().matches("(?i)\\S+\\.git/?|git@\\S+|git\\+\\S+");
    return page.matches() ? page.group("repository") : cloned ? of(text) : null;
  }

  /**
   * A pipeline's run or a job in it, by the address that people open.
   *
   * @param repository {@code host/owner/name}
   * @param key the same as the webhooks of that host make
   * @param attempt null for a job
   */
  public record Run(String repository, String key, @Nullable Integer attempt) {}

  /** The run or the job that an address of GitHub or GitLab shows; null for others. */
  public static @Nullable Run run(@Nullable String url) {
    String address = url == null ? null : hostAndPath(url);
    if (address == null) {
      return null;
    }
    Matcher github = GITHUB_RUN.matcher(address);
    Matcher gitlab = GITLAB_RUN.matcher(address);
    boolean isGithub = github.matches();
    if (!isGithub && !gitlab.matches()) {
      return null;
    }
    Matcher found = isGithub ? github : gitlab;
    String repository = found.group("repository");
    if (found.group("job") != null) {
      return new Run(repository, repository + "#job/" + found.group("job"), null);
    }
    String attempt = isGithub ? found.group("attempt") : null;
    int which = attempt == null || attempt.length() > 6 ? 1 : Integer.parseInt(attempt);
    return new Run(repository, repository + "#run/" + found.group("run") + '/' + which, which);
  }

  private static @Nullable String hostAndPath(String url) {
    try {
      URI uri = URI.create(url.strip().toLowerCase(Locale.ROOT));
      return uri.getHost() == null || uri.getPath() == null
          ? null
          : uri.getHost()
              + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
              + uri.getPath().replaceAll("/+$", "");
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }
}
