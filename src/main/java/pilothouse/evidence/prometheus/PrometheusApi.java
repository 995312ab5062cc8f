package pilothouse.evidence.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.pull.Access;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Json;

/** Asks a Prometheus, or what speaks as one, for the past of a query. */
public final class PrometheusApi implements AutoCloseable {
  /** Points asked for at once: servers refuse more than 11,000. */
  private static final int AT_ONCE = 10_000;

  private static final int LARGEST = 25 << 20;

  private final URI base;
  private final @Nullable String token;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /**
   * One at that address.
   *
   * @param token that is sent along; then the address must be https, or on this machine
   */
  public PrometheusApi(String url, @Nullable String token, InstantSource clock) {
    this.base = token == null ? open(url) : Access.to(url, Map.of("Authorization", token)).base();
    this.token = token;
    this.clock = clock;
  }

  private static URI open(String url) {
    try {
      URI uri = new URI(url.strip().replaceAll("/+$", ""));
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException noAddress) {
      // Said below.
    }
    throw PullTrouble.wrong(
        "--url is no address of a Prometheus; write it like http://prometheus.example:9090.");
  }

  /**
   * The points of the query.
   *
   * @throws PullTrouble when there is no answer, or one of several series
   */
  public Answers ask(Query query) throws InterruptedException {
    List<Measurement> points = new ArrayList<>();
    int left = 0;
    Duration reach = query.step().multipliedBy(AT_ONCE - 1);
    Instant from = query.from();
    while (!from.isAfter(query.to())) {
      Instant to = from.plus(reach).isBefore(query.to()) ? from.plus(reach) : query.to();
      Answers some = Points.of(query, read(query, from, to));
      points.addAll(some.measurements());
      left += some.left();
      from = to.plus(query.step());
    }
    return new Answers(points, left);
  }

  private Json read(Query query, Instant from, Instant to) throws InterruptedException {
    String form =
        "query=%s&start=%s&end=%s&step=%s"
            .formatted(
                URLEncoder.encode(query.expression(), StandardCharsets.UTF_8),
                seconds(from.toEpochMilli()),
                seconds(to.toEpochMilli()),
                seconds(query.step().toMillis()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/query_range"))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header("User-Agent", "Pilothouse")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return document(response.statusCode(), body.readNBytes(LARGEST + 1));
      }
    } catch (IOException e) {
      throw PullTrouble.wrong(
          "%s cannot be reached; check --url, and whether it runs.".formatted(base));
    }
  }

  private Json document(int status, byte[] body) {
    if (status == 401 || status == 403) {
      throw PullTrouble.wrong(
          "%s wants a token that may read; put it into PROMETHEUS_TOKEN in the environment."
              .formatted(base.getHost()));
    }
    if (body.length > LARGEST) {
      throw PullTrouble.wrong(
          "The answer of %s is larger than 25 MB; give a longer --step.".formatted(base.getHost()));
    }
    try {
      Json document = Json.read(body, clock.instant());
      if ("success".equals(document.text("status"))) {
        return document.object("data");
      }
      throw PullTrouble.wrong(
          "%s does not answer the query: %s; mend --query."
              .formatted(base.getHost(), Excerpts.title(document.need("error"))));
    } catch (Malformed noAnswer) {
      throw PullTrouble.wrong(
          "%s answers with %d and nothing that Prometheus says; check --url."
              .formatted(base.getHost(), status));
    }
  }

  private static String seconds(long milliseconds) {
    return milliseconds % 1_000 == 0
        ? String.valueOf(milliseconds / 1_000)
        : java.math.BigDecimal.valueOf(milliseconds, 3).toPlainString();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
