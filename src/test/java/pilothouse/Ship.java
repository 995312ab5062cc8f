package pilothouse;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import pilothouse.debt.interest.Meters;
import pilothouse.evidence.facts.Fact;
import pilothouse.git.Progress;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** The real program on a free port with a data folder of its own, for tests that look at pages. */
final class Ship implements AutoCloseable {
  private static final long PATIENCE_MILLISECONDS = 10_000;
  private final App app;
  private final House.Serving serving;
  private final List<HttpClient> clients = new CopyOnWriteArrayList<>();
  private final HttpClient client = client(HttpClient.newBuilder());

  private Ship(App app, House.Serving serving) {
    this.app = app;
    this.serving = serving;
  }

  /** Starts with repositories that are read behind the pages. */
  static Ship with(Path... repositories) {
    return heard(Progress.SILENT, repositories);
  }

  /** The same, and somebody hears the readings. */
  static Ship heard(Progress hears, Path... repositories) {
    return set(Map.of(), hears, repositories);
  }

  /** The same with settings of its own. */
  static Ship set(Map<String, String> given, Progress hears, Path... repositories) {
    return set(given, hears, InstantSource.fixed(Village.NOW), repositories);
  }

  /** Starts with a clock that the test moves. */
  static Ship at(InstantSource clock, Path... repositories) {
    return set(Map.of(), Progress.SILENT, clock, repositories);
  }

  /** The same with settings of its own. */
  static Ship set(
      Map<String, String> given, Progress hears, InstantSource clock, Path... repositories) {
    try {
      Path data = Files.createTempDirectory(Path.of("target"), "ship");
      Settings settings = settings(data, given);
      PrintStream out = new PrintStream(PrintStream.nullOutputStream());
      Console console = new Console(out, out, Map.of(), clock);
      App app = new App(settings, console, hears);
      List<String> named = List.of(repositories).stream().map(Path::toString).toList();
      return new Ship(app, app.serve(named, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On any free port, in UTC, with two workers. */
  static Settings settings(Path data, Map<String, String> given) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "data", data.toString(),
                "port", "0",
                "browser", "false",
                "zone", "UTC",
                "workers", "2"));
    all.putAll(Databases.ready(Path.of(given.getOrDefault("data", data.toString()))));
    all.putAll(given);
    return Settings.read(all, null, Map.of());
  }

  /** Asks until the repository has been read to the end; the answer says so by having no poll. */
  Ship read(String repository) {
    String progress = "/systems/" + repository + "/progress";
    HttpResponse<String> answer = get(progress);
    while (answer.statusCode() == 200 && answer.body().contains("hx-get")) {
      app.jobs().forEach(job -> job.await(PATIENCE_MILLISECONDS));
      answer = get(progress);
    }
    if (answer.statusCode() != 200) {
      throw new AssertionError(progress + " answers " + answer.statusCode());
    }
    return this;
  }

  /** Keeps facts as a source would tell them. */
  Ship told(List<? extends Fact> facts) {
    app.store().facts().add(facts, "village");
    return this;
  }

  /** Looks after what is due now, as is done once a minute. */
  Ship rounds() {
    app.rounds().forEach(Runnable::run);
    return this;
  }

  /** What debt is measured by. */
  Meters meters() {
    return app.store().loop().meters();
  }

  /** Where all of it is kept. */
  Storage storage() {
    return app.store().storage();
  }

  /** Takes a delivery, and one that it cannot understand; returns when both were looked at. */
  Ship delivered() {
    String deployment =
        """
        {"id":"1","service":"ferry","environment":"production","revision":"4f5d127",
         "started_at":"2026-10-30T09:00:00Z","finished_at":"2026-10-30T09:04:00Z",
         "outcome":"success"}
        """;
    for (String path : List.of("/in/deployment", "/in/gitlab")) {
      String body = path.equals("/in/gitlab") ? "{\"object_kind\":" : deployment;
      HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
      send(HttpRequest.newBuilder(at(path)).header("X-Gitlab-Event", "Push Hook").POST(sent));
    }
    while (get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
    return this;
  }

  /** Declares a team and a system that it answers for, as the forms do. */
  Ship declared() {
    post("/teams", "title=Harbour");
    post("/catalog", "title=Harbour+lights&owner=harbour&repository=ferry&folder=web");
    return this;
  }

  /** Intends, promises, predicts and hears one of each for the team that is declared. */
  Ship intended() {
    Things.at("team:harbour")
        .forEach((path, body) -> {
          HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
          HttpResponse<String> answer =
              send(
                  HttpRequest.newBuilder(at("/api/v1" + path))
                      .header("Content-Type", "application/json")
                      .POST(sent));
          if (answer.statusCode() >= 300) {
            throw new AssertionError(path + ": " + answer.body());
          }
          String id = answer.body().replaceAll("(?s).*?\"id\" : \"([0-9a-f-]{36})\".*", "$1");
          if (path.equals("/forums")) {
            post("/forums/" + id + "/occasions", "day=2026-11-02");
          } else if (path.equals("/briefs")) {
            post("/briefs/" + id + "/publish", "");
          }
        });
    return this;
  }

  /** Joins a login and an address to one person, and a person to a team, as the forms do. */
  Ship joined() {
    post("/people/identities", "say=join&name=Mara+Lind&one=mara%2C+mara%40ferry.example");
    post("/teams/harbour/members", "person=Mara+Lind");
    return this;
  }

  /** Sends a form and follows where it leads. */
  HttpResponse<String> post(String path, String form) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    return answer.headers().firstValue("Location").map(this::get).orElse(answer);
  }

  /** Returns once nothing is worked out behind any more. */
  Ship settled() {
    app.store().patches().settle();
    return this;
  }

  /** All that is kept, beside its pages. */
  Stored stored() {
    return app.store();
  }

  URI at(String path) {
    return serving.address().resolve(path);
  }

  List<pilothouse.web.Route> routes() {
    return app.routes();
  }

  /** What the doors tell that somebody should look at. */
  List<pilothouse.findings.Finding> found() {
    return app.store().loop().findings().all();
  }

  /** What is known, beside its pages. */
  pilothouse.evidence.facts.Facts facts() {
    return app.store().facts();
  }

  /** What comes in, beside its pages. */
  pilothouse.evidence.inbox.Inbox inbox() {
    return app.inbox();
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that leaves before the ship stops, so that it waits for nobody. */
  HttpClient client(HttpClient.Builder how) {
    HttpClient made = how.build();
    clients.add(made);
    return made;
  }

  @Override
  public void close() {
    clients.forEach(HttpClient::shutdownNow);
    app.close();
  }
}
