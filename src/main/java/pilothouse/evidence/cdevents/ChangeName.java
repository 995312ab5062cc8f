package pilothouse.evidence.cdevents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.RepositoryName;
import pilothouse.evidence.wire.Revision;

/**
 * A change as CDEvents name it: by its number, its branch, or a commit.
 *
 * @param repository {@code host/owner/name}, as far as it is known; null when nothing names it
 * @param key of the change request: the same as webhooks make where repository and number are known
 * @param number 0 when it has none
 * @param revision the commit, where the name is one
 */
record ChangeName(@Nullable String repository, String key, int number, @Nullable String revision) {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:.*/(?:pulls?|merge_requests|pull-requests)/|[#!])?(?<number>[1-9]\\d{0,8})");

  /** The change that an event is about. */
  static ChangeName of(Event event) {
    Json repository = event.content().maybe("repository");
    String named =
        repository.isMissing()
            ? RepositoryName.of(event.where())
            : RepositoryName.of(repository.need("id"), repository.text("source"));
    return of(event.subject(), named, event.where());
  }

  /** The change that an artifact was built from. */
  static ChangeName of(Json change, String where) {
    String source = change.text("source");
    return of(change.need("id"), RepositoryName.of(source), source == null ? where : source);
  }

  private static ChangeName of(String id, @Nullable String repository, String where) {
    Matcher numbered = NUMBERED.matcher(id);
    int number = numbered.matches() ? Integer.parseInt(numbered.group("number")) : 0;
    String home = repository == null ? "cdevents#change/" + where + '/' : repository + "#change/";
    return new ChangeName(
        repository,
        home + (number == 0 ? id : number),
        number,
        number == 0 ? Revision.of(id) : null);
  }
}
