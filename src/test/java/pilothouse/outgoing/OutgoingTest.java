package pilothouse.outgoing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that somebody typed leads to the internet, and elsewhere only where it is allowed. */
class OutgoingTest {
  private HttpServer server;

  @BeforeEach
  void starts() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/elsewhere")) {
            exchange.getResponseHeaders().add("Location", "/there");
          }
          byte[] body = path.equals("/large") ? new byte[1 << 20] : sent;
          exchange.sendResponseHeaders(path.equals("/elsewhere") ? 307 : 200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          } catch (IOException _) {
            // Whoever had enough hung up.
          }
        });
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static Outgoing outgoing(String allowed) {
    return new Outgoing(Reachable.with(allowed), Duration.ofSeconds(5));
  }

  private static Outgoing.Reply post(Outgoing outgoing, String address) {
    return outgoing.post(URI.create(address), Map.of("x-a", "b"), "text/plain", new byte[] {1, 2});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "[::1]",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:1::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "localhost"
      })
  void whatIsNotOnTheInternetIsRefused(String host) {
    OutgoingTrouble refused =
        assertThrows(OutgoingTrouble.class, () -> Reachable.with("").resolve(host));
    assertTrue(String.valueOf(refused.getMessage()).contains("outgoing_allowed"), host);
  }

  /** Ways to write an address that other programs understand otherwise than one reads it. */
  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1", "0x7f.0.0.1", "0x7f000001", "127.0.0.1."})
  void oddWaysToWriteAnAddressLeadNowhereElse(String host) {
    assertThrows(
        Exception.class,
        () -> {
          InetAddress[] found = Reachable.with("").resolve(host);
          throw new AssertionError(host + " leads to " + found[0]);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void theInternetIsOpen(String host) throws UnknownHostException {
    assertEquals(1, Reachable.with("").resolve(host).length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8 | 10.9.8.7 | true",
        "10.0.0.0/9 | 10.200.0.1 | false",
        "10.1.2.3 | 10.1.2.3 | true",
        "10.1.2.3 | 10.1.2.4 | false",
        "localhost | localhost | true",
        "LOCALHOST, 10.0.0.1 | localhost | true",
        "localhost | 127.0.0.1 | false",
        "fd00::/8 | fd12::1 | true",
        "fd00::/8 | 10.0.0.1 | false",
        "127.0.0.0/31 | 127.0.0.1 | true",
        "127.0.0.0/31 | 127.0.0.2 | false"
      })
  void theSettingOpensWhatItNames(String allowed, String host, boolean open)
      throws UnknownHostException {
    Reachable reachable = Reachable.with(allowed);
    if (open) {
      assertTrue(reachable.resolve(host).length > 0);
    } else {
      assertThrows(OutgoingTrouble.class, () -> reachable.resolve(host));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "300.1.1.1", "10.0.0.0/a", "under_score", "a b", "::/129"})
  void aSettingThatNamesNothingIsRefused(String allowed) {
    assertThrows(IllegalArgumentException.class, () -> Reachable.with(allowed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "//example.org/x",
        "https://user:word@example.org/",
        "http:///x",
        "https://exa mple.org",
        "gopher://example.org",
        "javascript:alert(1)"
      })
  void whatIsNoAddressOfTheWebIsRefused(String address) {
    try (Outgoing outgoing = outgoing("")) {
      assertThrows(OutgoingTrouble.class, () -> outgoing.checked(address));
    }
  }

  @Test
  void whatIsAllowedIsPostedAndAnswered() {
    try (Outgoing outgoing = outgoing("127.0.0.1")) {
      Outgoing.Reply reply = post(outgoing, at("/"));
      assertEquals(200, reply.status());
      assertArrayEquals(new byte[] {1, 2}, reply.body());
    }
  }

  /** The address is looked at when it connects, and not only when somebody typed it. */
  @Test
  void whatIsNotAllowedIsNotConnectedTo() {
    try (Outgoing outgoing = outgoing("")) {
      OutgoingTrouble refused = assertThrows(OutgoingTrouble.class, () -> post(outgoing, at("/")));
      assertTrue(String.valueOf(refused.getMessage()).contains("not on the internet"));
    }
  }

  @Test
  void noRedirectIsFollowed() {
    try (Outgoing outgoing = outgoing("127.0.0.1")) {
      assertEquals(307, post(outgoing, at("/elsewhere")).status());
    }
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    try (Outgoing outgoing = outgoing("127.0.0.1")) {
      OutgoingTrouble trouble =
          assertThrows(OutgoingTrouble.class, () -> post(outgoing, at("/large")));
      assertTrue(String.valueOf(trouble.getMessage()).contains("64 KiB"), trouble.getMessage());
    }
  }

  @Test
  void whoNeverAnswersIsLeft() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Outgoing outgoing = new Outgoing(Reachable.with("127.0.0.1"), Duration.ofMillis(200))) {
      String address = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      assertThrows(OutgoingTrouble.class, () -> post(outgoing, address));
    }
  }
}
