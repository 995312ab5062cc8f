package pilothouse.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.text.Languages;

/** Who sends a body a byte now and then, to hold what answers it. */
class SlowSendersTest {
  private static final int LENGTH = 60_000;
  private static final List<Route> ROUTES =
      List.of(
          Route.read("/who", _ -> new Answer.Json("here")),
          Route.change("/body", r -> new Answer.Json(r.body(LENGTH).length)),
          Route.change("/form", r -> new Answer.Json(String.valueOf(r.form("a")))));

  @ParameterizedTest
  @ValueSource(strings = {"/body", "/form"})
  void aBodyThatDripsIsEnded(String path) throws IOException {
    try (Web web = start(Duration.ofMillis(200), Duration.ofSeconds(30));
        Socket socket = begun(web, path, LENGTH)) {
      String answer = dripped(socket);
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
      assertTrue(answer.contains("too slowly") && answer.contains("Connection: close"), answer);
      assertFalse(answer.contains("Exception"), answer);
    }
  }

  @Test
  void whoSaysNothingAfterTheHeadersIsEnded() throws IOException {
    try (Web web = start(Duration.ofSeconds(30), Duration.ofMillis(200));
        Socket socket = begun(web, "/body", LENGTH)) {
      String answer = rest(socket);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408"), answer);
    }
  }

  /** Many at once, and none of them is ended yet. */
  @Test
  void othersAreAnsweredMeanwhile() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (Web web = start(Duration.ofSeconds(30), Duration.ofSeconds(30))) {
      for (int i = 0; i < 300; i++) {
        Socket socket = begun(web, "/body", LENGTH);
        slow.add(socket);
        socket.getOutputStream().write('a');
      }
      while (web.underWay() < slow.size()) {
        Thread.onSpinWait();
      }
      assertTrue(get(web).endsWith("\"here\""));
      assertTrue(web.underWay() >= slow.size(), "none of them was ended");
      for (Socket socket : slow) {
        socket.close();
      }
      while (web.underWay() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  /** A second packet that is late ends nobody: the pace counts when patience is over. */
  @Test
  void whoStopsForAMomentIsWaitedFor() throws IOException {
    try (Web web = start(Duration.ofSeconds(30), Duration.ofSeconds(30));
        Socket socket = begun(web, "/body", 2_002)) {
      socket.getOutputStream().write('a');
      while (web.underWay() == 0) {
        Thread.onSpinWait();
      }
      // Jetty's own handler would judge the first bytes after the next ones came.
      socket.getOutputStream().write('b');
      socket.getOutputStream().write("c".repeat(2_000).getBytes(StandardCharsets.US_ASCII));
      String answer = answer(socket);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }
  }

  /** Who is still sending when the time for goodbyes is over is cut off, and nothing fails. */
  @Test
  void whoIsSlowerThanTheGoodbyeDoesNotStandInItsWay() throws IOException {
    Limits hasty = Limits.usual().goodbye(Duration.ofMillis(50));
    Web web = start(hasty);
    int port = web.port();
    try (Socket socket = begun(web, "/body", LENGTH)) {
      while (web.underWay() == 0) {
        Thread.onSpinWait();
      }
      web.close();
      assertThrows(ConnectException.class, () -> connected(port).close());
      assertFalse(rest(socket).startsWith("HTTP/1.1 200"));
    }
  }

  private static Web start(Duration patience, Duration idle) {
    Limits usual = Limits.usual();
    return start(
        new Limits(
            usual.goodbye(),
            Duration.ofMillis(1),
            patience,
            idle,
            usual.slowest(),
            usual.connections(),
            usual.probe()));
  }

  private static Web start(Limits limits) {
    return Web.start(
        new Web.Settings(
            "127.0.0.1",
            0,
            Navigation.NONE,
            Languages.ofTheProgram(),
            null,
            null,
            new Exposure(() -> true, null, Proxies.NONE, null, limits)),
        ROUTES,
        CompletableFuture.completedFuture(true),
        Guard.ONLY_YOU,
        () -> {});
  }

  private static Socket open(Web web) throws IOException {
    return connected(web.port());
  }

  private static Socket connected(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** A request of which only the headers were sent. */
  private static Socket begun(Web web, String path, int length) throws IOException {
    Socket socket = open(web);
    write(
        socket,
        """
        POST %s HTTP/1.1
        Host: localhost
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d

        """
            .formatted(path, length)
            .replace("\n", "\r\n"));
    return socket;
  }

  /** Sends a byte each 20 ms until the server says something; what it says. */
  private static String dripped(Socket socket) throws IOException {
    socket.setSoTimeout(20);
    for (int i = 0; i < 1_000; i++) {
      try {
        socket.getOutputStream().write('a');
        int first = socket.getInputStream().read();
        return first < 0 ? "" : (char) first + rest(socket);
      } catch (SocketTimeoutException _) {
        // it still waits for more
      }
    }
    return "it was never ended";
  }

  private static String rest(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String answer(Socket socket) throws IOException {
    socket.shutdownOutput();
    return rest(socket);
  }

  private static String get(Web web) throws IOException {
    try (Socket socket = open(web)) {
      write(socket, "GET /who HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      return rest(socket);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
