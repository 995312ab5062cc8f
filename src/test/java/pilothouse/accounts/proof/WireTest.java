package pilothouse.accounts.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
  @ParameterizedTest
  @CsvSource({
    "https://id.example/, true",
    "http://127.0.0.1:8080/, true",
    "http://localhost/, true",
    "http://[::1]/, true",
    "http://id.example/, false",
    "http://localhost.evil.example/, false",
    "http://127.0.0.1.evil.example/, false",
    "http://169.254.169.254/latest, false",
    "http://[fd00::1]/, false",
    "ftp://127.0.0.1/, false",
    "file:///etc/passwd, false",
    "https://user@id.example/, false",
    "https://id.example/#part, false"
  })
  void onlyHttpsIsSafeOrThisMachine(String address, boolean safe) {
    assertEquals(safe, Wire.isSafe(URI.create(address)));
  }

  @Test
  void noReplyIsFollowedElsewhereOrReadWithoutEnd() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/endless");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[64 * 1024]);
            }
          } catch (IOException _) {
            // the other end has had enough
          }
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      Wire wire = new Wire();
      assertEquals(302, wire.fetch(URI.create(base + "/elsewhere"), Map.of()).status());
      assertThrows(IOException.class, () -> wire.fetch(URI.create(base + "/endless"), Map.of()));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aReplyIsAnObjectThatIsNotTooDeep() throws Exception {
    assertEquals("b", Wire.object("{\"a\":\"b\"}").path("a").asString());
    for (String bad : List.of("", "[]", "{", "{\"a\":".repeat(40) + "1" + "}".repeat(40))) {
      assertThrows(IOException.class, () -> Wire.object(bad));
    }
  }
}
