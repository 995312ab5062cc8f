package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.git.Progress;

/** Where it listens, and what it says of that. */
class ListeningTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("::1");
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"::1", "[::1]", "0:0:0:0:0:0:0:1"})
  void anAddressOfTheNewerKindIsCalledAsItIsPrinted(String listen) throws IOException {
    assumeTrue(isThere(), "this machine has no address of IPv6");
    try (Ship ship = Ship.set(Map.of("listen", listen), Progress.SILENT)) {
      URI printed = ship.at("/sources");
      assertTrue(printed.getHost().startsWith("[") && printed.getPort() > 0, printed.toString());
      assertEquals(200, ship.get("/sources").statusCode());
      int port = printed.getPort();
      for (String host : List.of("[::1]", "[0:0:0:0:0:0:0:1]", "[::0001]", "localhost")) {
        String here = host + ":" + port;
        assertEquals("200", asked(port, "GET", here, "http://" + here), host);
        assertEquals("403", asked(port, "POST", here, "http://evil.example"), host);
        assertEquals("404", asked(port, "POST", here, "http://" + here), "let in, no such page");
      }
      for (String host : List.of("evil.example", "[::2]", "::1", "00000001")) {
        assertEquals("421", asked(port, "GET", host, "http://" + host), host);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:7070",
    "0.0.0.0, http://localhost:7070",
    "::, http://localhost:7070",
    "0:0:0:0:0:0:0:0, http://localhost:7070",
    "::1, http://[::1]:7070",
    "2001:db8::7, http://[2001:db8::7]:7070",
    "harbour.example, http://harbour.example:7070"
  })
  void whatIsPrintedIsAnAddressThatBrowsersTake(String listen, String printed) {
    assertEquals(URI.create(printed), Reaching.home(null, listen, 7070, false));
  }

  /** All addresses, also of the newer kind, are others' as well: nobody is let in unguarded. */
  @Test
  void allAddressesNeedAnAdministrator() {
    Terminal.plain(
            "up", "--listen", "[::]", "--port", "0", "--no-browser", "--data", folder.toString())
        .refused("there is no administrator yet");
  }

  private static boolean isThere() throws IOException {
    return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(HERE::equals);
  }

  /** The status of an answer to a request that calls the server by that name. */
  private static String asked(int port, String method, String host, String origin)
      throws IOException {
    String path = method.equals("GET") ? "/sources" : "/nowhere";
    try (Socket socket = new Socket(HERE, port)) {
      String request =
          "%s %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(method, path, host, origin);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] line = socket.getInputStream().readNBytes(12);
      return new String(line, StandardCharsets.US_ASCII).substring(9);
    }
  }
}
