package pilothouse.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.outgoing.Outgoing;
import pilothouse.outgoing.OutgoingTrouble;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Says at issues what became of their promises: tried for about a day, then given up. */
final class IssueMail {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Duration> PAUSES =
      Stream.of("30s", "2m", "10m", "30m", "1h", "2h", "4h", "8h", "8h")
          .map(pause -> Duration.parse("PT" + pause))
          .toList();
  private final Storage storage;
  private final IssueLinks links;
  private final Outgoing outgoing;

  IssueMail(Storage storage, IssueLinks links, Outgoing outgoing) {
    this.storage = storage;
    this.links = links;
    this.outgoing = outgoing;
  }

  void close() {
    outgoing.close();
  }

  /** Sends what is due; how many arrived. */
  int round(Instant now) {
    storage.write(rows -> {
      IssueRows.queue(rows, now);
      return true;
    });
    int sent = 0;
    for (IssuePost post : storage.read(rows -> IssueRows.due(rows, now))) {
      sent += isSent(post, now) ? 1 : 0;
    }
    return sent;
  }

  private boolean isSent(IssuePost post, Instant now) {
    String trouble = trouble(post, now);
    boolean over = post.tries() >= PAUSES.size();
    String state = trouble.isEmpty() ? "sent" : over ? "dead" : "waiting";
    Instant next = state.equals("waiting") ? now.plus(PAUSES.get(post.tries())) : null;
    storage.write(rows -> {
      IssueRows.turn(rows, post, state, next, trouble, now);
      return true;
    });
    return trouble.isEmpty();
  }

  /** Sends it; why it did not arrive, empty where it did. */
  private String trouble(IssuePost post, Instant now) {
    IssueLink link = storage.read(rows -> IssueRows.find(rows, post.link())).orElse(null);
    Promise promise = link == null ? null : links.promises().find(link.promise()).orElse(null);
    Tracker.Named issue = link == null ? null : links.tracker().named(link.url()).orElse(null);
    Promise.Ending ending = promise == null ? null : promise.ending();
    if (link == null || promise == null || issue == null || ending == null) {
      return ""; // Nobody wants it any more.
    }
    Optional<Forge> forge = links.forge(issue);
    if (forge.isEmpty()) {
      return Texts.kept("kept.promises.no-token", issue.host());
    }
    String trouble = "";
    if (link.comments() && post.commentedAt() == null) {
      String body = JSON.writeValueAsString(java.util.Map.of("body", links.words(promise)));
      trouble = asked(forge.get(), "POST", forge.get().comments(issue), body);
      if (trouble.isEmpty()) {
        storage.write(rows -> {
          IssueRows.commented(rows, post.id(), now);
          return true;
        });
      }
    }
    return trouble.isEmpty() && link.closes()
        ? asked(
            forge.get(),
            forge.get().closing(),
            forge.get().issue(issue),
            forge.get().closed(ending.isKept()))
        : trouble;
  }

  private String asked(Forge forge, String method, URI address, String body) {
    try {
      int status =
          outgoing
              .send(method, address, forge.headers(), "application/json", body.getBytes(UTF_8))
              .status();
      return status >= 200 && status <= 299
          ? ""
          : Texts.kept("kept.promises.forge-answered", forge.host(), status);
    } catch (OutgoingTrouble trouble) {
      return String.valueOf(trouble.getMessage());
    }
  }
}
