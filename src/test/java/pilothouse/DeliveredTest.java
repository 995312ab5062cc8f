package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.storage.Databases;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.Storage;

/** The real program, killed while deliveries come in: what was answered is there, once. */
@OnBothDatabases
class DeliveredTest {
  private static final int ENOUGH = 150;
  private static final int SENDERS = 4;
  @TempDir Path folder;

  @Test
  void killedInTheMiddleItLosesNothingThatItAnswered() throws Exception {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    try (Child up = up()) {
      URI address = up.address();
      List<Thread> senders =
          java.util.stream.IntStream.range(0, SENDERS)
              .mapToObj(i -> Thread.ofVirtual().start(() -> send(address, i, answered, enough)))
              .toList();
      up.alongside(enough);
      up.kill();
      for (Thread sender : senders) {
        sender.join();
      }
    }
    Terminal.Ended doctor =
        Child.start(folder, "384m", "doctor", "--replay", "--data", data()).ended().fine();
    assertTrue(doctor.out().contains("is sound"), doctor.out());
    assertTrue(doctor.out().contains("Waiting    nothing."), doctor.out());
    assertKeptOnce(answered);
  }

  /** Others take over soon what it worked on when it was killed. */
  private Child up() throws IOException {
    Path settings = Files.writeString(folder.resolve("settings"), "takeover=3s\n");
    return Child.start(
        folder,
        "384m",
        "up",
        "--port",
        "0",
        "--no-browser",
        "--data",
        data(),
        "--settings",
        settings.toString());
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Sends one after the other until nobody answers any more. */
  private static void send(
      URI address, int sender, Set<String> answered, CompletableFuture<Void> enough) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; ; i++) {
        String metric = "m-" + sender + "-" + i;
        String body =
            "{\"metric\":\"%s\",\"scope\":\"organisation\",\"at\":\"2026-01-01T00:00:00Z\",\"value\":1}"
                .formatted(metric);
        HttpRequest request =
            HttpRequest.newBuilder(address.resolve("/in/measurement"))
                .header("Idempotency-Key", metric)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
          return;
        }
        answered.add(metric);
        if (answered.size() >= ENOUGH) {
          enough.complete(null);
        }
      }
    } catch (IOException killed) {
      // The server is gone, as it should be.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertKeptOnce(Set<String> answered) {
    try (Storage storage = Databases.of(Path.of(data()))) {
      List<String> kept =
          storage.read(rows ->
              rows.createQuery("select delivery_id from delivery").mapTo(String.class).list());
      assertTrue(new HashSet<>(kept).containsAll(answered), "kept " + kept.size());
      List<String> told =
          new Facts(storage, java.time.InstantSource.fixed(Village.NOW))
              .told(Measurement.class, 0, 10_000).stream()
                  .map(fact -> fact.fact().metric())
                  .toList();
      assertEquals(new HashSet<>(kept), new HashSet<>(told), "each became a fact");
      assertEquals(told.size(), new HashSet<>(told).size(), "and each once");
    }
  }
}
