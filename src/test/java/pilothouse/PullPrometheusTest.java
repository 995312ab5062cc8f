package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** The past of a query, read from a server that answers as Prometheus does. */
class PullPrometheusTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private int status = 200;
  private @Nullable String answer;
  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/prom/api/v1/query_range", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Each point has the seconds of its time for its value; every hundredth is NaN. */
  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> form = new HashMap<>();
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : sent.split("&", -1)) {
      String[] both = pair.split("=", 2);
      form.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    asked.add(form);
    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String given = answer;
    byte[] body = (given == null ? points(form) : given).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String points(Map<String, String> form) {
    List<String> values = new ArrayList<>();
    long step = Long.parseLong(form.get("step"));
    for (long at = Long.parseLong(form.get("start"));
        at <= Long.parseLong(form.get("end"));
        at += step) {
      String value = at / step % 100 == 0 ? "NaN" : String.valueOf(at);
      values.add("[%d,\"%s\"]".formatted(at, value));
    }
    return series("{\"metric\":{},\"values\":[%s]}".formatted(String.join(",", values)));
  }

  private static String series(String all) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + all + "]}}";
  }

  private Terminal.Ended pull(Map<String, String> environment, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(Databases.environment(folder));
    all.putAll(environment);
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            all,
            InstantSource.fixed(NOW));
    Map<String, String> options = new HashMap<>();
    options.put("--url", "http://127.0.0.1:" + server.getAddress().getPort() + "/prom/");
    options.put("--query", "sum(orders_paid)");
    options.put("--metric", "orders-paid");
    options.put("--scope", "system:checkout");
    options.put("--since", "2026-04-21T12:00:00Z");
    options.put("--step", "1h");
    options.put("--data", folder.toString());
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    List<String> words = new ArrayList<>(List.of("pull", "prometheus"));
    options.forEach((name, value) -> words.addAll(List.of(name, value)));
    int exit = new Commands(App::new, console).run(words.toArray(String[]::new));
    return new Terminal.Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Terminal.Ended pull(String... more) {
    return pull(Map.of(), more);
  }

  private @Nullable Measurement known(Instant at) {
    try (Storage storage = Databases.of(folder)) {
      return new Facts(storage, InstantSource.fixed(NOW))
          .known(Measurement.class, Measurement.key("orders-paid", "system:checkout", at));
    }
  }

  @Test
  void readsThePastOfAQueryAndTheSameAgainChangesNothing() {
    assertEquals(
        "orders-paid of system:checkout: seen 241, 239 new, 0 unchanged, 0 refused,"
            + " 2 left out as no numbers.\n",
        pull("--unit", "orders").fine().out());
    assertEquals("sum(orders_paid)", asked.getFirst().get("query"));
    assertEquals("3600", asked.getFirst().get("step"));
    assertEquals("null", tokens.getFirst());
    Instant nine = Instant.parse("2026-04-30T09:00:00Z");
    Measurement measurement = known(nine);
    assertEquals(
        new Measurement(
            Measurement.key("orders-paid", "system:checkout", nine),
            nine,
            "orders-paid",
            "system:checkout",
            nine,
            nine.getEpochSecond(),
            "orders"),
        measurement);
    assertTrue(pull("--unit", "orders").fine().out().contains(" 0 new, 239 unchanged"));
  }

  @Test
  void aPointThatIsToldOtherwiseLaterIsCorrected() {
    Instant nine = Instant.parse("2026-04-30T09:00:00Z");
    for (String value : List.of("9", "100", "12", "9")) {
      answer = series("{\"values\":[[%d,\"%s\"]]}".formatted(nine.getEpochSecond(), value));
      String out = pull().fine().out();
      assertTrue(out.contains(tokens.size() == 1 ? "1 new" : "0 new, 1 corrected, 0 unch"), out);
      assertEquals(
          Double.parseDouble(value), java.util.Objects.requireNonNull(known(nine)).value());
    }
    assertTrue(pull().fine().out().contains("0 new, 1 unchanged"));
  }

  @Test
  void pointsLieOnMultiplesOfTheStepWheneverItIsAsked() {
    pull("--since", "2026-04-30T09:17:31Z", "--until", "2026-04-30T11:59:00Z").fine();
    assertEquals("1777543200", asked.getFirst().get("start"));
    assertEquals("1777546800", asked.getFirst().get("end"));
    assertNull(known(Instant.parse("2026-04-30T09:00:00Z")));
    assertEquals(
        "orders-paid",
        java.util.Objects.requireNonNull(known(Instant.parse("2026-04-30T10:00:00Z"))).metric());
  }

  @Test
  void longTimesAreAskedForInParts() {
    pull("--since", "2026-04-30T12:00:00Z", "--step", "5s").fine();
    assertEquals(2, asked.size());
    long end = Long.parseLong(asked.get(0).get("end"));
    assertEquals(end + 5, Long.parseLong(asked.get(1).get("start")));
    assertEquals(NOW.getEpochSecond(), Long.parseLong(asked.get(1).get("end")));
    assertEquals(
        Duration.ofSeconds(5L * 9_999),
        Duration.ofSeconds(end - Long.parseLong(asked.get(0).get("start"))));
  }

  @Test
  void aTokenGoesAlongAndNeverInTheOpen() {
    pull(Map.of("PROMETHEUS_TOKEN", "t0ken")).fine();
    assertEquals("Bearer t0ken", tokens.getFirst());
    pull(Map.of("PROMETHEUS_TOKEN", "t0ken"), "--url", "http://prometheus.invalid:9090")
        .refused("begins with https://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {"status":"success","data":{"result":[{"values":[]},{"values":[]}]}} | has 2 series
          200 | {"status":"success","data":{"result":[]}} | has no number from 2026-04-21T12:00:00Z to 2026-05-01T12:00:00Z
          200 | {"status":"success","data":{"result":[{"values":[[1777543200,"NaN"]]}]}} | has no number
          200 | {"status":"success","data":{"result":[{"values":[[1777543200]]}]}} | A point has no time or no value.
          200 | {"status":"success","data":{"result":[{"values":[["x","1"]]}]}} | A point is no number: x 1.
          400 | {"status":"error","errorType":"bad_data","error":"parse error: unexpected end"} | does not answer the query: parse error: unexpected end; mend --query.
          422 | {"status":"error","errorType":"execution","error":"too many samples"} | too many samples
          401 | no | PROMETHEUS_TOKEN
          302 | <html> | answers with 302 and nothing that Prometheus says; check --url.
          200 | <html> | answers with 200 and nothing that Prometheus says; check --url.
          """)
  void whatIsNoAnswerIsSaidInASentence(int code, String body, String says) {
    status = code;
    answer = body;
    pull().refused(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --url | prometheus.example | --url is no address
          --url | http://user:secret@prometheus.example | --url is no address
          --url | http://127.0.0.1:1 | cannot be reached
          --metric | Orders Paid | --metric Orders Paid is no name
          --scope | checkout | --scope checkout is none
          --step | soon | --step "soon" is no span
          --since | 2026-05-01T12:30:00Z | No point lies in that time
          --since | yesterday | is no date
          --step | 1s | That would be 864,001 points, and at most 200,000 are read
          """)
  void aWishThatMakesNoSenseIsRefused(String option, String value, String says) {
    pull(option, value).refused(says);
    assertTrue(asked.isEmpty());
  }

  @Test
  void theForgesAreStillAskedFor() {
    Terminal.bare("pull", "--repo", "a/b").says("write github or gitlab");
    String err = Terminal.bare("pull", "prometheus").err();
    assertTrue(err.contains("--url=URL") && err.contains("pilothouse pull help prometheus"), err);
    assertTrue(Terminal.bare("pull", "help", "prometheus").out().contains("PromQL"));
  }
}
