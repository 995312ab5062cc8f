package pilothouse.promises;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A forge to which comments may be written.
 *
 * @param kind GitHub's or GitLab's way
 * @param host of the issues' addresses, with its port where it has one
 * @param api where it is asked, without a slash at the end
 * @param token that it asks for; never shown
 */
public record Forge(Kind kind, String host, String api, String token) {

  /** How it is asked. */
  public enum Kind {
    GITHUB,
    GITLAB
  }

  /** Never with its token. */
  @Override
  public String toString() {
    return kind + " " + host;
  }

  Map<String, String> headers() {
    return kind == Kind.GITLAB
        ? Map.of("PRIVATE-TOKEN", token)
        : Map.of(
            "Authorization",
            "Bearer " + token,
            "Accept",
            "application/vnd.github+json",
            "X-GitHub-Api-Version",
            "2022-11-28");
  }

  /** Where comments go. */
  URI comments(Tracker.Named issue) {
    return URI.create(issue(issue) + (kind == Kind.GITLAB ? "/notes" : "/comments"));
  }

  /** Where its state is changed. */
  URI issue(Tracker.Named issue) {
    String project =
        kind == Kind.GITLAB
            ? "/projects/" + URLEncoder.encode(issue.path(), StandardCharsets.UTF_8)
            : "/repos/" + issue.path();
    return URI.create(api + project + "/issues/" + issue.number());
  }

  String closing() {
    return kind == Kind.GITLAB ? "PUT" : "PATCH";
  }

  String closed(boolean kept) {
    return kind == Kind.GITLAB
        ? "{\"state_event\":\"close\"}"
        : "{\"state\":\"closed\",\"state_reason\":\"%s\"}"
            .formatted(kept ? "completed" : "not_planned");
  }
}
