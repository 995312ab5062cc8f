package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** How the program runs: its health, its own numbers, its log, and how it stops. */
class RunningTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SENDERS = 8;
  @TempDir private Path folder;

  @Test
  void theProgramTellsHowItIs() {
    try (Ship ship = Ship.with().delivered()) {
      HttpResponse<String> ready = ship.get("/health/ready"); // it is open: it took deliveries
      assertEquals("200 ready\n", ready.statusCode() + " " + ready.body());
      ship.get("/systems/no-such-place");
      ship.get("/not/a/route/of/ours");
      HttpResponse<String> answer = ship.get("/metrics/program");
      String text = answer.body();
      assertTrue(text.endsWith("# EOF\n"), text);
      for (String line :
          List.of(
              "pilothouse_inbox_parked{source=\"gitlab\"} 1\n",
              "pilothouse_inbox_waiting{source=\"gitlab\"} 0\n",
              "pilothouse_http_request_seconds_count{method=\"GET\",route=\"/health/ready\",status=\"2xx\"} 1\n",
              "route=\"/systems/{repository}\",status=\"4xx\",le=\"+Inf\"} 1\n",
              "pilothouse_http_request_seconds_count{method=\"GET\",route=\"none\",status=\"4xx\"} 1\n",
              "pilothouse_processes 1\n",
              "pilothouse_work{state=\"left\"} 0\n",
              "pilothouse_http_requests_under_way 1\n",
              "# TYPE pilothouse_jvm_collections counter\n",
              "pilothouse_build_info{version=\"")) {
        assertTrue(text.contains(line), line + text);
      }
      assertFalse(text.contains("no-such-place") || text.contains("not/a/route"), text);
      assertTrue(text.matches("(?s).*\\Rpilothouse_http_connections [1-9].*"), text);
      text.lines().filter(line -> !line.startsWith("#")).forEach(RunningTest::isASample);
    }
  }

  private static void isASample(String line) {
    assertTrue(line.matches("[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+})? -?[0-9.]+(E-?\\d+)?"), line);
  }

  /** What a sender chose must not become another name for something that is counted. */
  @Test
  void whateverIsAskedTheNumbersStayAsMany() {
    try (Ship ship = Ship.with()) {
      ship.get("/a/0");
      ship.get("/metrics/program");
      long before = ship.get("/metrics/program").body().lines().count();
      for (int i = 1; i < 50; i++) {
        ship.get("/a/" + i);
        ship.send(
            HttpRequest.newBuilder(ship.at("/a"))
                .method("X" + i, HttpRequest.BodyPublishers.noBody()));
      }
      long after = ship.get("/metrics/program").body().lines().count();
      assertTrue(after - before <= 26, "two kinds more at the most: " + (after - before));
    }
  }

  private Child up(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "up", "--port", "0", "--no-browser", "--data", folder.resolve("data").toString()));
    words.addAll(List.of(more));
    return Child.start(folder, "384m", words.toArray(String[]::new));
  }

  /** Senders that never rest: whatever was sent on an open connection gets its answer. */
  @Test
  void stoppedUnderLoadItAnswersWhatItAccepted() throws Exception {
    try (Child up = up()) {
      URI address = up.address();
      get(address.resolve("/sources"));
      AtomicInteger answered = new AtomicInteger();
      AtomicLong lost = new AtomicLong();
      ConcurrentLinkedQueue<String> odd = new ConcurrentLinkedQueue<>();
      CountDownLatch warm = new CountDownLatch(SENDERS);
      List<Thread> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        int sender = i;
        senders.add(
            Thread.ofPlatform()
                .start(() -> {
                  answered.addAndGet(send(address, sender, warm, lost, odd));
                }));
      }
      warm.await();
      up.end();
      for (Thread sender : senders) {
        sender.join();
      }
      Terminal.Ended ended = up.ended();
      assertEquals(0, ended.exit(), ended.err());
      assertEquals("", ended.err());
      assertTrue(answered.get() >= SENDERS * 20, "too few to tell");
      assertEquals(0, lost.get(), "sent, accepted and not answered");
      assertTrue(odd.isEmpty(), odd.toString());
    }
  }

  /** Whoever asks twice does not wait for those who still send; what was answered is kept. */
  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    Path settings = Files.writeString(folder.resolve("settings"), "goodbye=3600\n");
    try (Child up = up("--settings", settings.toString())) {
      URI address = up.address();
      raw(address, told("kept", "Connection: close\r\n"));
      try (Socket sending = connected(address)) {
        String begun = told("half", "");
        String part = begun.substring(0, begun.length() - 1);
        sending.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        while (!numbers(address).contains("pilothouse_http_requests_under_way 2\n")) {
          Thread.onSpinWait();
        }
        up.end();
        while (takes(address)) {
          Thread.onSpinWait();
        }
        assertTrue(up.isAlive(), "it waits for what is under way");
        up.end();
        Terminal.Ended ended = up.ended();
        assertEquals(143, ended.exit(), "ended by SIGTERM: " + ended.err());
        assertEquals("", ended.err());
      }
    }
    Terminal.Ended doctor = new Terminal(folder.resolve("data")).run("doctor", "--replay");
    assertTrue(doctor.out().contains("is sound"), doctor.out() + doctor.err());
    assertTrue(doctor.out().contains("Waiting    nothing."), doctor.out());
    try (Storage storage = Databases.of(folder.resolve("data"))) {
      String kept = "select delivery_id from delivery where state = 'done'";
      assertEquals(1, storage.read(rows -> rows.createQuery(kept).mapToMap().list()).size());
    }
  }

  private static String numbers(URI address) {
    return get(address.resolve("/metrics/program")).body();
  }

  private static boolean takes(URI address) {
    try (Socket socket = connected(address)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Socket connected(URI address) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), address.getPort());
  }

  /** A request that tells a deployment. */
  private static String told(String id, String headers) {
    String body =
        "{\"id\":\"%s\",\"service\":\"a\",\"environment\":\"production\",\"started_at\":\"2026-11-01T00:00:00Z\"}"
            .formatted(id);
    return "POST /in/deployment HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(headers, body.length(), body);
  }

  /** Sends on one connection until it is told to close; how many were answered. */
  private static int send(
      URI address,
      int sender,
      CountDownLatch warm,
      AtomicLong lost,
      ConcurrentLinkedQueue<String> odd) {
    int answered = 0;
    try (Socket socket = connected(address)) {
      for (boolean open = true; open; ) {
        String request = told(sender + "-" + answered, "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String head = head(socket);
        if (head.isEmpty()) {
          lost.incrementAndGet();
          return answered;
        }
        if (!head.startsWith("HTTP/1.1 202")) {
          odd.add(head);
        }
        answered++;
        if (answered == 20) {
          warm.countDown();
        }
        open = !head.toLowerCase(java.util.Locale.ROOT).contains("connection: close");
      }
    } catch (IOException e) {
      lost.incrementAndGet();
    }
    return answered;
  }

  /** The head of an answer, with its body read away; empty when there was none. */
  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head.toString();
  }

  @Test
  void aLogOfObjectsTellsRoutesAndNothingThatSomebodySent() throws Exception {
    Path settings = folder.resolve("settings");
    Files.writeString(settings, "log_format=json\nlog_level=info\n");
    String id;
    try (Child up = up("--settings", settings.toString())) {
      URI address = up.address();
      HttpResponse<String> answer = get(address.resolve("/systems/mara-lind?secret=hunter2"));
      id = answer.headers().firstValue("X-Request-Id").orElseThrow();
      assertTrue(answer.body().contains(id), "the page names its request");
      raw(
          address,
          "GET /a%0d%0a{\"level\":\"forged\"} HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: a\u001b[2Jb\r\nCookie: hunter2\r\nConnection: close\r\n\r\n");
      up.end();
      Terminal.Ended ended = up.ended();
      assertEquals(0, ended.exit(), ended.err());
      List<JsonNode> lines = ended.err().lines().map(JSON::readTree).toList();
      JsonNode told =
          lines.stream()
              .filter(line -> line.path("request").asString("").equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals("/systems/{repository}", told.path("route").asString());
      assertEquals(404, told.path("status").asInt());
      assertTrue(told.path("milliseconds").isNumber());
      for (String secret : List.of("mara", "hunter2", "forged", "127.0.0.1", "\u001b")) {
        assertFalse(ended.err().contains(secret), ended.err());
      }
    }
  }

  private static void raw(URI address, String request) throws IOException {
    try (Socket socket = connected(address)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }
  }

  private static HttpResponse<String> get(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
