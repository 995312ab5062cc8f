package pilothouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.text.Languages;

class WebTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final CompletableFuture<Boolean> OPEN = CompletableFuture.completedFuture(true);
  private static final List<Route> ROUTES =
      List.of(
          Route.read("/api/v1/echo/{word}", r -> new Answer.Json(Map.of("word", r.part("word")))),
          Route.read("/number", r -> new Answer.Json(r.number("n", 7))),
          Route.read("/broken", _ -> brokenAnswer()),
          Route.change("/change", r -> new Answer.Json(String.valueOf(r.form("what")))),
          Route.change("/bounded", r -> new Answer.Json(r.body(1024).length)),
          Route.change("/refuses", r -> refusedEarly(r.stream())));
  private static Web web = start(OPEN);

  @BeforeAll
  static void listens() {
    assertTrue(web.port() > 0);
  }

  @AfterAll
  static void stops() {
    web.close();
  }

  @Test
  void healthAnswersBeforeTheProgramIsOpen() throws Exception {
    CompletableFuture<Boolean> opened = new CompletableFuture<>();
    try (Web early = start(opened)) {
      URI live = URI.create("http://127.0.0.1:" + early.port() + "/health/live");
      assertEquals(200, send(HttpRequest.newBuilder(live)).statusCode());
      var waiting =
          CLIENT.sendAsync(
              HttpRequest.newBuilder(live.resolve("/number")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, send(HttpRequest.newBuilder(live)).statusCode());
      assertFalse(waiting.isDone(), "everything else waits");
      opened.complete(true);
      assertEquals("7\n", waiting.get().body());
    }
  }

  @Test
  void everyAnswerForbidsInlineScriptAndStyle() throws Exception {
    for (String path : List.of("/", "/number", "/health/live", "/api/v1/none")) {
      var headers = get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("script-src 'self'") && policy.contains("style-src 'self'"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
      assertTrue(headers.firstValue("Server").isEmpty(), path);
    }
  }

  @Test
  void errorsOfTheApiAreProblemsWithAMend() throws Exception {
    HttpResponse<String> missing = get("/api/v1/none");
    assertEquals(404, missing.statusCode());
    assertEquals(
        "application/problem+json", missing.headers().firstValue("Content-Type").orElse(""));
    assertTrue(missing.body().contains("\"status\" : 404"), missing.body());
    assertTrue(missing.body().contains("\"mend\" : \"Start"), missing.body());
  }

  @Test
  void errorsOfPagesAreSentencesWithoutStackTraces() throws Exception {
    HttpResponse<String> broken = get("/broken");
    assertEquals(500, broken.statusCode());
    assertTrue(broken.body().contains("Something broke here"), broken.body());
    assertFalse(broken.body().contains("secret") || broken.body().contains("at pilothouse"));
    HttpResponse<String> missing = get("/nowhere");
    assertEquals(404, missing.statusCode());
    assertTrue(missing.body().contains("<h1>There is nothing here</h1>"), missing.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1e3", "99999999999", "1;drop"})
  void aNumberThatIsNoneIsRefusedWithItsName(String value) throws Exception {
    HttpResponse<String> answer = get("/number?n=" + value);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("“n”"), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "127.0.0.1, 200",
    "[::1], 200",
    "LOCALHOST, 200",
    "evil.example, 421",
    "localhost.evil.example, 421",
    "127.0.0.1.nip.io, 421",
    "10.0.0.1, 421"
  })
  void onlyTheNamesOfThisMachineAreServed(String name, int status) throws Exception {
    String answer =
        raw("GET /number HTTP/1.1\r\nHost: " + name + ":80\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Origin, not a uri, 403",
    "X-None, 1, 200"
  })
  void changesFromForeignPagesAreRefused(String header, String value, int status) throws Exception {
    HttpRequest.Builder request =
        to("/change").header(header, value).POST(HttpRequest.BodyPublishers.ofString("what=1"));
    assertEquals(status, send(request).statusCode());
  }

  /** Far more than the buffers between two programs hold. */
  @Test
  void whoStillSendsGetsTheAnswerThatRefusesIt() throws Exception {
    String answer = raw(sending("/refuses", "") + "x".repeat(16 << 20));
    assertTrue(answer.startsWith("HTTP/1.1 422") && answer.contains("not what"), answer);
  }

  @Test
  void whoAsksBeforeSendingIsToldNotToSend() throws Exception {
    String answer = raw(sending("/bounded", "Expect: 100-continue\r\n"));
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
  }

  private static String sending(String path, String header) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n"
        .formatted(path, 16 << 20, header + "Content-Type: application/x-www-form-urlencoded\r\n");
  }

  @Test
  void anOriginOfOurOwnMayChange() throws Exception {
    HttpRequest.Builder request =
        to("/change")
            .header("Origin", "http://127.0.0.1:" + web.port())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("what=flags"));
    assertEquals("\"flags\"\n", send(request).body());
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    HttpRequest.Builder request =
        to("/change")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("what=" + "x".repeat(Web.LARGEST)));
    assertEquals(413, send(request).statusCode());
    assertEquals(400, get("/api/v1/echo/" + "y".repeat(5_000)).statusCode());
    int long1 = send(to("/number?n=" + "1".repeat(20_000))).statusCode();
    assertTrue(long1 == 414 || long1 == 431, "an address without end: " + long1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/x/../../etc/passwd",
        "/assets/x/..%2f..%2fetc%2fpasswd",
        "/assets/x/%2e%2e/%2e%2e/pom.xml",
        "/assets/x/..\\..\\pom.xml",
        "/assets/x/Web.class",
        "/assets/",
        "//etc/passwd",
        "/assets/x/base.css%00"
      })
  void nothingOutsideTheAssetsIsServed(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04].*"), answer);
    assertFalse(
        answer.contains("root:") || answer.contains("Jetty") || answer.contains("org."), answer);
  }

  @Test
  void assetsAreKeptForEverUnderTheirHashAndZipped() throws Exception {
    String page = get("/nowhere").body();
    String css = page.replaceAll("(?s).*href=\"([^\"]*base\\.css)\".*", "$1");
    var plain = get(css);
    assertEquals(
        "public, max-age=31536000, immutable",
        plain.headers().firstValue("Cache-Control").orElse(""));
    HttpRequest request = to(css).header("Accept-Encoding", "gzip").build();
    var zipped = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
    assertEquals(plain.body(), new String(unzipped, StandardCharsets.UTF_8));
    assertEquals(
        "no-cache", get("/assets/old/base.css").headers().firstValue("Cache-Control").orElse(""));
    assertTrue(get(css.replace("base.css", "htmx.js")).body().contains("htmx"));
    assertTrue(get(css.replace("base.css", "echarts.js")).body().length() > 1_000_000);
  }

  @Test
  void anUnchangedAnswerIsNotSentTwice() throws Exception {
    String tag = get("/number").headers().firstValue("ETag").orElseThrow();
    assertEquals(304, send(to("/number").header("If-None-Match", tag)).statusCode());
  }

  @Test
  void aTakenPortIsNamed() {
    Web.Settings taken =
        new Web.Settings(
            "127.0.0.1",
            web.port(),
            Navigation.NONE,
            Languages.ofTheProgram(),
            null,
            null,
            Exposure.local());
    PortTaken trouble =
        assertThrows(
            PortTaken.class,
            () -> Web.start(taken, ROUTES, OPEN, Guard.ONLY_YOU, () -> {}).close());
    assertEquals(web.port(), trouble.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", "no.such.host.invalid"})
  void onlyThisMachineMayBeListenedOn(String host) {
    Web.Settings open =
        new Web.Settings(
            host, 0, Navigation.NONE, Languages.ofTheProgram(), null, null, Exposure.local());
    assertThrows(
        Exposed.class, () -> Web.start(open, ROUTES, OPEN, Guard.ONLY_YOU, () -> {}).close());
  }

  private static Web start(CompletableFuture<Boolean> opened) {
    return Web.start(
        new Web.Settings(
            "127.0.0.1",
            0,
            Navigation.NONE,
            Languages.ofTheProgram(),
            null,
            null,
            Exposure.local()),
        ROUTES,
        opened,
        Guard.ONLY_YOU,
        () -> {});
  }

  private static Answer refusedEarly(InputStream in) throws UncheckedIOException {
    try {
      throw Refused.unfit("It begins with " + in.read() + ", not what we know.", "Send it.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer brokenAnswer() {
    throw new IllegalStateException("secret");
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
