package pilothouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pilothouse.text.Languages;

/** What the watchers are told, and what becomes of requests when the server stops. */
class HealthTest {
  private static final CompletableFuture<Boolean> OPEN = CompletableFuture.completedFuture(true);
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  @Test
  void itIsReadyWhenItIsOpenAndTheDatabaseAnswers() throws IOException {
    CompletableFuture<Boolean> opened = new CompletableFuture<>();
    try (Web web = start(opened, () -> {}, List.of())) {
      assertEquals("503 not ready: the data is still being opened", ready(web));
      opened.complete(true);
      assertEquals("200 ready", ready(web));
      web.retire();
      assertEquals("503 not ready: Pilothouse is stopping", ready(web));
      assertTrue(ask(web, "/health/live").startsWith("HTTP/1.1 200"), "it lives on meanwhile");
    }
  }

  @Test
  void dataThatCannotBeOpenedIsSaidWithoutItsDetails() throws IOException {
    var failed = CompletableFuture.failedFuture(new IllegalStateException("/secret/folder"));
    try (Web web = start(failed, () -> {}, List.of())) {
      assertEquals("503 not ready: the data could not be opened", ready(web));
    }
  }

  @Test
  void aDatabaseThatFailsIsNotReady() throws IOException {
    Runnable failing =
        () -> {
          throw new IllegalStateException("password of the database");
        };
    try (Web web = start(OPEN, failing, List.of())) {
      assertEquals("503 not ready: the database could not be asked", ready(web));
    }
  }

  @Test
  void aDatabaseThatHangsIsAskedOnceAndNotWaitedFor() throws IOException {
    CountDownLatch answers = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Runnable hanging =
        () -> {
          asked.incrementAndGet();
          await(answers);
        };
    try (Web web = start(OPEN, hanging, List.of())) {
      for (int i = 0; i < 3; i++) {
        assertEquals("503 not ready: the database did not answer within 50 ms", ready(web));
      }
      assertEquals(1, asked.get());
      answers.countDown();
      while (!ready(web).equals("200 ready")) {
        Thread.onSpinWait();
      }
    } finally {
      answers.countDown();
    }
  }

  @Test
  void itMayBeCalledByAnyNameForItTellsNothing() throws IOException {
    try (Web web = start(OPEN, () -> {}, List.of())) {
      assertTrue(ask(web, "/health/ready", "10.1.2.3").startsWith("HTTP/1.1 200"));
      assertTrue(ask(web, "/", "10.1.2.3").startsWith("HTTP/1.1 421"));
    }
  }

  /** One request is being answered and another connection is open: both get what they ask for. */
  @Test
  void whatIsUnderWayIsAnsweredAndNothingNewIsTaken() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Route slow =
        Route.read(
            "/slow",
            _ -> {
              begun.countDown();
              await(goOn);
              return new Answer.Json("slow");
            });
    Route quick = Route.read("/quick", _ -> new Answer.Json("quick"));
    Web web = start(OPEN, () -> {}, List.of(slow, quick));
    int port = web.port();
    Thread stopping = Thread.ofPlatform().unstarted(web::close);
    try (Socket first = open(web);
        Socket second = open(web)) {
      send(second, "/quick");
      assertTrue(answer(second).endsWith("\"quick\""));
      send(first, "/slow");
      begun.await();
      stopping.start();
      while (takes(port)) {
        Thread.onSpinWait();
      }
      send(second, "/quick");
      String last = answer(second);
      assertTrue(last.startsWith("HTTP/1.1 200") && last.contains("Connection: close"), last);
      goOn.countDown();
      String late = answer(first);
      assertTrue(late.startsWith("HTTP/1.1 200") && late.endsWith("\"slow\""), late);
    }
    stopping.join();
    assertThrows(ConnectException.class, () -> connected(port).close());
  }

  /** Who reads slowly gets all of an answer, while connections without a request are closed. */
  @Test
  void whatIsReadSlowlyIsSentToItsEnd() throws Exception {
    String large = "x".repeat(20_000_000);
    Route big = Route.read("/big", _ -> new Answer.Json(large));
    Web web = start(OPEN, () -> {}, List.of(big), Duration.ofMillis(5));
    int port = web.port();
    Thread stopping = Thread.ofPlatform().unstarted(web::close);
    try (Socket idle = open(web);
        Socket slow = open(web)) {
      send(idle, "/health/live");
      assertTrue(answer(idle).startsWith("HTTP/1.1 200"));
      send(slow, "/big");
      assertEquals('H', slow.getInputStream().read());
      stopping.start();
      assertEquals(-1, idle.getInputStream().read());
      while (takes(port)) {
        Thread.onSpinWait();
      }
      // Far more than the time that connections without a request get.
      try (Web another = start(OPEN, () -> {}, List.of())) {
        assertEquals("200 ready", ready(another));
      }
      assertTrue(slow.getInputStream().readAllBytes().length > large.length());
    }
    stopping.join();
  }

  private static boolean takes(int port) {
    try (Socket socket = connected(port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Web start(CompletableFuture<?> opened, Runnable probe, List<Route> routes) {
    return start(opened, probe, routes, Limits.usual().goodbye());
  }

  private static Web start(
      CompletableFuture<?> opened, Runnable probe, List<Route> routes, Duration linger) {
    Limits usual = Limits.usual();
    Limits limits =
        new Limits(
            usual.goodbye(),
            linger,
            usual.headers(),
            usual.idle(),
            usual.slowest(),
            usual.connections(),
            Duration.ofMillis(50));
    Exposure exposure = new Exposure(() -> false, null, Proxies.NONE, null, limits);
    return Web.start(
        new Web.Settings(
            "127.0.0.1", 0, Navigation.NONE, Languages.ofTheProgram(), null, null, exposure),
        routes,
        opened,
        Guard.ONLY_YOU,
        probe);
  }

  private static String ready(Web web) throws IOException {
    String answer = ask(web, "/health/ready");
    return answer.substring(9, 13) + answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
  }

  private static String ask(Web web, String path) throws IOException {
    return ask(web, path, "localhost");
  }

  private static String ask(Web web, String path, String host) throws IOException {
    try (Socket socket = open(web)) {
      write(socket, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Socket open(Web web) throws IOException {
    return connected(web.port());
  }

  private static Socket connected(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static void send(Socket socket, String path) throws IOException {
    write(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** One answer, while the connection stays open. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      assertTrue(next >= 0, "the connection ended: " + answer);
      answer.append((char) next);
    }
    var length = LENGTH.matcher(answer);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    answer.append(new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8));
    return answer.toString();
  }
}
