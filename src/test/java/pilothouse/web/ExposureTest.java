package pilothouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.text.Languages;

/** Who can reach the server: proxies that are believed, certificates, and those who are slow. */
class ExposureTest {
  private static final URI ADDRESS = URI.create("https://pilothouse.example");
  private static final List<Route> ROUTES =
      List.of(
          Route.read("/who", r -> new Answer.Json(r.peer() + " " + r.isSecure())),
          Route.read("/here", r -> new Answer.Json(r.isFromHere())),
          Route.change("/change", r -> new Answer.Json(r.body(1_000).length)));
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the last word is the nearest proxy's; what stands before a stranger is only claimed
        "127.0.0.1 | X-Forwarded-For: 203.0.113.7 | 203.0.113.7 false",
        "127.0.0.1 | X-Forwarded-For: 198.51.100.1, 203.0.113.7 | 203.0.113.7 false",
        "127.0.0.0/8, 10.0.0.0/8 | X-Forwarded-For: 6.6.6.6, 203.0.113.7, 10.1.2.3 | 203.0.113.7 false",
        "127.0.0.1 | X-Forwarded-For: 203.0.113.7;X-Forwarded-Proto: https | 203.0.113.7 true",
        "127.0.0.1 | Forwarded: for=\"[2001:db8::1]:4711\"; Proto=HTTPS | 2001:db8::1 true",
        "127.0.0.1 | Forwarded: for=6.6.6.6, for=203.0.113.7:80 | 203.0.113.7 false",
        "127.0.0.1 | Forwarded: for=_hidden;proto=https | unknown true",
        "127.0.0.1 | X-Forwarded-For: not-an-address | unknown false",
        // nobody who is not named is believed
        "10.0.0.0/8 | X-Forwarded-For: 203.0.113.7;X-Forwarded-Proto: https | 127.0.0.1 false",
        "127.0.0.2 | Forwarded: for=203.0.113.7;proto=https | 127.0.0.1 false",
      })
  void onlyNamedProxiesAreBelieved(String proxies, String headers, String says) throws IOException {
    try (Web web = start(exposure(Proxies.of(proxies), null, Limits.usual()))) {
      String lines = headers.startsWith("Forwarded") ? headers : headers.replace(";X-", "\r\nX-");
      String answer = ask(web, "GET /who HTTP/1.1", "localhost\r\n" + lines, "");
      assertTrue(answer.endsWith("\"" + says + "\""), answer);
      assertEquals(says.endsWith("true"), answer.contains("Strict-Transport-Security: max-age="));
    }
  }

  /** A sender of elsewhere is not taken for this machine because its proxy runs here. */
  @Test
  void whoAProxyAsksForIsNotFromHere() throws IOException {
    String from = "localhost\r\nX-Forwarded-For: 203.0.113.7";
    try (Web web = start(exposure(Proxies.of("127.0.0.1"), null, Limits.usual()))) {
      assertTrue(ask(web, "GET /here HTTP/1.1", from, "").endsWith("false"));
      assertTrue(ask(web, "GET /here HTTP/1.1", "localhost", "").endsWith("true"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pilothouse.example, https://pilothouse.example, 200",
    "localhost:7070, https://pilothouse.example, 200",
    "pilothouse.example, https://evil.example, 403",
    "pilothouse.example, http://pilothouse.example:81, 403",
    "evil.example, https://pilothouse.example, 421"
  })
  void theAddressThatIsSetIsOurs(String host, String origin, int status) throws IOException {
    try (Web web = start(exposure(Proxies.NONE, null, Limits.usual()))) {
      String more = "\r\nOrigin: " + origin + "\r\nContent-Length: 2";
      String answer = ask(web, "POST /change HTTP/1.1", host + more, "ab");
      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }
  }

  @Test
  void nobodyIsLetInFromElsewhereWhileNobodySignsIn() {
    Exposure named = new Exposure(() -> false, ADDRESS, Proxies.NONE, null, Limits.usual());
    assertThrows(Exposed.class, () -> start(named).close());
    Proxies proxy = Proxies.of("127.0.0.1");
    Exposure behind = new Exposure(() -> false, null, proxy, null, Limits.usual());
    Exposed refused = assertThrows(Exposed.class, () -> start(behind).close());
    assertTrue(String.valueOf(refused.getMessage()).startsWith("Standing behind a proxy would"));
  }

  @Test
  void aCertificateIsReadAnewWithoutARestart() throws Exception {
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    write("first", chain, key);
    Certificate certificate = Certificate.of(chain, key);
    try (Web web = start(exposure(Proxies.NONE, certificate, Limits.usual()))) {
      assertEquals("CN=first", presented(web, "TLSv1.3"));
      assertEquals("CN=first", presented(web, "TLSv1.2"));
      assertThrows(SSLHandshakeException.class, () -> presented(web, "TLSv1.1"));
      Files.writeString(chain, "-----BEGIN CERTIFICATE-----\nbroken");
      write("second", chain, key);
      Files.setLastModifiedTime(chain, FileTime.fromMillis(1));
      while (!presented(web, "TLSv1.3").equals("CN=second")) {
        Thread.onSpinWait();
      }
      try (SSLSocket socket = trusting("TLSv1.3", web)) {
        write(socket, "GET /who HTTP/1.1\r\nHost: pilothouse.example\r\nConnection: close\r\n\r\n");
        String answer = all(socket);
        assertTrue(
            answer.contains("Strict-Transport-Security") && answer.endsWith(" true\""), answer);
      }
    }
  }

  @Test
  void aCertificateThatCannotBeUsedIsRefusedWithTheMend() throws Exception {
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    write("one", chain, key);
    Path other = folder.resolve("other.pem");
    write("two", folder.resolve("unused.pem"), other);
    assertTrue(refusal(chain, other).contains("belong together"));
    assertTrue(refusal(key, key).contains("holds no certificate"));
    assertTrue(refusal(chain, chain).contains("holds no private key"));
    assertTrue(refusal(folder.resolve("none"), key).contains("cannot be read"));
    Files.writeString(
        other, Files.readString(other).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));
    assertTrue(refusal(chain, other).contains("openssl pkcs8"));
  }

  private static String refusal(Path chain, Path key) {
    return String.valueOf(
        assertThrows(BadCertificate.class, () -> Certificate.of(chain, key)).getMessage());
  }

  /** A byte now and then keeps Jetty's own time from ending. */
  @Test
  void whoIsSlowWithHeadersIsCutOff() throws IOException {
    Limits usual = Limits.usual();
    Limits hasty =
        new Limits(
            usual.goodbye(),
            usual.linger(),
            Duration.ofMillis(200),
            usual.idle(),
            usual.slowest(),
            usual.connections(),
            usual.probe());
    try (Web web = start(exposure(Proxies.NONE, null, hasty))) {
      assertTrue(dripped(web, "GET /who HTTP/1.1\r\nHost: localhost\r\nX-A: "), "in a header");
      assertTrue(dripped(web, ""), "before the first line ends");
      try (Socket silent = open(web)) {
        assertTrue(silent.getInputStream().read() < 0, "who says nothing");
      }
      String answer = ask(web, "GET /who HTTP/1.1", "localhost", "");
      assertTrue(answer.startsWith("HTTP/1.1 200"), "others are answered: " + answer);
    }
  }

  /** Sends bytes as long as they are taken; whether the server ended it. */
  private static boolean dripped(Web web, String begin) throws IOException {
    try (Socket socket = open(web)) {
      write(socket, begin);
      socket.setSoTimeout(20);
      for (int i = 0; i < 1_000; i++) {
        try {
          socket.getOutputStream().write('a');
          if (socket.getInputStream().read() < 0) {
            return true;
          }
        } catch (java.net.SocketTimeoutException _) {
          // it still waits for more
        } catch (IOException _) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void headersWithoutEndAreRefused() throws IOException {
    try (Web web = start(exposure(Proxies.NONE, null, Limits.usual()))) {
      String answer = ask(web, "GET /who HTTP/1.1", "localhost\r\nX-A: " + "a".repeat(20_000), "");
      assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
    }
  }

  /** What a sender writes into headers comes back in none. */
  @Test
  void noHeaderOfTheAnswerIsTheSenders() throws IOException {
    try (Web web = start(exposure(Proxies.NONE, null, Limits.usual()))) {
      String id = "X-Request-Id: forged\r\nX-Forwarded-For: a%0d%0aSet-Cookie: b";
      String answer = ask(web, "GET /a%0d%0aSet-Cookie:%20c HTTP/1.1", "localhost\r\n" + id, "");
      String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
      assertFalse(head.contains("Set-Cookie") || head.contains("forged"), head);
      assertTrue(head.matches("(?s).*X-Request-Id: [0-9a-f]{16}\\R.*"), head);
    }
  }

  private static Exposure exposure(
      Proxies proxies, @org.jspecify.annotations.Nullable Certificate certificate, Limits limits) {
    return new Exposure(() -> true, ADDRESS, proxies, certificate, limits);
  }

  private static Web start(Exposure exposure) {
    return Web.start(
        new Web.Settings(
            "127.0.0.1", 0, Navigation.NONE, Languages.ofTheProgram(), null, null, exposure),
        ROUTES,
        CompletableFuture.completedFuture(true),
        Guard.ONLY_YOU,
        () -> {});
  }

  private static String ask(Web web, String line, String host, String body) throws IOException {
    try (Socket socket = open(web)) {
      write(socket, line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n" + body);
      return all(socket);
    }
  }

  /** All of an answer, without the end of its last line. */
  private static String all(Socket socket) throws IOException {
    byte[] bytes = socket.getInputStream().readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
  }

  private static Socket open(Web web) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), web.port());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String presented(Web web, String protocol) throws Exception {
    try (SSLSocket socket = trusting(protocol, web)) {
      socket.startHandshake();
      X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return own.getSubjectX500Principal().getName();
    }
  }

  private static SSLSocket trusting(String protocol, Web web)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), web.port());
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  /** Trusts every server, for the test looks at what it presents itself. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  /** A certificate of its own making and its key, as the JDK's tool makes them. */
  private void write(String name, Path chain, Path key) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "password",
                "-dname",
                "CN=" + name,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
    Files.writeString(
        key, pem("PRIVATE KEY", keys.getKey("a", "password".toCharArray()).getEncoded()));
    Files.writeString(chain, pem("CERTIFICATE", keys.getCertificate("a").getEncoded()));
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what);
  }
}
