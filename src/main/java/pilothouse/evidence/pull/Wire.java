package pilothouse.evidence.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.forge.Payload;

/**
 * Asks a forge: a few questions at a time, none while its limit is spent, again where it stumbled,
 * and never another host.
 */
public final class Wire implements AutoCloseable {
  private static final int SIDE_BY_SIDE = 4;
  private static final int TRIES = 6;
  private static final int MOVES = 3;
  private static final int LARGEST = 64 << 20;
  private static final int MOST_PAGES = 100;
  private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);

  private final Access access;
  private final InstantSource clock;
  private final Pause pause;
  private final HttpClient client;
  private final Semaphore places = new Semaphore(SIDE_BY_SIDE, true);
  private volatile @Nullable Instant opens;
  private volatile Consumer<Instant> waits = until -> {};

  public Wire(Access access, InstantSource clock, Pause pause) {
    this.access = access;
    this.clock = clock;
    this.pause = pause;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
  }

  /** Who hears until when nothing can be asked. */
  void tell(Consumer<Instant> waiting) {
    this.waits = waiting;
  }

  /** Where the questions go. */
  public Access access() {
    return access;
  }

  /** The document at a path under the API's address. */
  public Payload document(String path) throws InterruptedException {
    return ask(Ask.get(access.at(path))).document();
  }

  /** The same; null where nothing is, or nothing any more. */
  public @Nullable Payload documentIfThere(String path) throws InterruptedException {
    try {
      return document(path);
    } catch (PullTrouble trouble) {
      if (trouble.isForAll()) {
        throw trouble;
      }
      return null;
    }
  }

  /** The elements of all pages of a list. */
  public List<Payload> all(String path) throws InterruptedException {
    return all(path, "");
  }

  /** The same, where the list stands in a field of the document. */
  public List<Payload> all(String path, String field) throws InterruptedException {
    List<Payload> all = new ArrayList<>();
    String next = access.at(path).toString();
    for (int page = 0; next != null; page++) {
      if (page == MOST_PAGES) {
        throw PullTrouble.here(
            "%s has more than %d pages; it is not read to its end, so nothing of it is."
                .formatted(access.at(path).getPath(), MOST_PAGES));
      }
      Reply reply = ask(Ask.get(URI.create(next)));
      Payload document = reply.document();
      all.addAll((field.isEmpty() ? document : document.at(field)).each());
      next = reply.next();
    }
    return all;
  }

  /**
   * Asks until there is an answer.
   *
   * @throws PullTrouble when there will be none
   */
  public Reply ask(Ask given) throws InterruptedException {
    Ask ask = given;
    int stumbles = 0;
    int hits = 0;
    int moves = 0;
    while (true) {
      Reply reply = once(ask);
      int status = reply == null ? 0 : reply.status();
      if (reply != null && Limits.isHit(reply)) {
        giveUpAfter(++hits, "its limit is spent again and again");
        shut(Limits.openAgain(reply, hits, clock.instant()));
      } else if (reply != null && MOVED.contains(status) && moves++ < MOVES) {
        ask = ask.moved(reply.from().resolve(reply.text("location")));
      } else if (reply == null || status >= 500) {
        giveUpAfter(++stumbles, status == 0 ? "it cannot be reached" : "it answers with " + status);
        pause.until(clock.instant().plusSeconds(1L << stumbles));
      } else {
        shut(Limits.openAgain(reply, 0, clock.instant()));
        return Refusals.accepted(reply, String.valueOf(access.base().getHost()));
      }
    }
  }

  private void giveUpAfter(int times, String why) {
    if (times >= TRIES) {
      throw PullTrouble.everywhere(
          "%s was asked %d times in vain: %s. What came is kept; the same command goes on from there."
              .formatted(access.base().getHost(), times, why));
    }
  }

  /** Nobody asks before then. */
  private void shut(@Nullable Instant until) {
    Instant before = opens;
    if (until != null && (before == null || before.isBefore(until))) {
      opens = until;
    }
  }

  /** One answer; null when the connection broke. */
  private @Nullable Reply once(Ask ask) throws InterruptedException {
    if (!access.covers(ask.at())) {
      throw PullTrouble.here(
          "%s leads to another server, %s, which must not see the token; name the address where it is now."
              .formatted(access.base().getHost(), ask.at().getHost()));
    }
    places.acquire();
    try {
      Instant until = opens;
      if (until != null && until.isAfter(clock.instant())) {
        waits.accept(until);
        pause.until(until);
      }
      return sent(ask);
    } catch (IOException broken) {
      return null;
    } finally {
      places.release();
    }
  }

  private Reply sent(Ask ask) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(ask.at()).timeout(Duration.ofSeconds(90));
    access.headers().forEach(request::header);
    request.header("User-Agent", "Pilothouse");
    if (ask.etag() != null) {
      request.header("If-None-Match", ask.etag());
    }
    if (ask.body() != null) {
      request.header("Content-Type", "application/json");
      request.POST(HttpRequest.BodyPublishers.ofString(ask.body()));
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw PullTrouble.here("An answer of " + ask.at().getHost() + " is larger than 64 MB.");
      }
      return new Reply(ask.at(), response.statusCode(), response.headers(), bytes);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
