import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real program as its launcher starts it, with accounts that were made through its pages. */
final class Served implements AutoCloseable {
  static final String PASSWORD = "seven gulls over the pier";
  final Process process;
  final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private String captain = "";

  Served(String launcher, Path data, String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(launcher, "up", "--port", "0", "--no-browser", "--data", data.toString()));
    line.addAll(List.of(more));
    process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = process.inputReader().readLine();
    if (said == null) {
      throw new IOException("It did not start.");
    }
    port = URI.create(said.replaceAll(".*(http://\\S+).*", "$1")).getPort();
    // What it says later is read away, or it would wait for somebody to read it.
    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(told -> {}));
  }

  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Asks with a cookie; anything but 200 ends the bench. */
  String get(String path, String cookie) throws Exception {
    HttpResponse<String> answer = send(at(path).header("Cookie", cookie));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  HttpResponse<String> post(String path, String cookie, Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(one -> coded(one.getKey()) + "=" + coded(one.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        at(path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The first account, which administers all; its cookie. */
  String captain() throws Exception {
    if (captain.isEmpty()) {
      captain =
          cookie(
              post(
                  "/account/first",
                  "none=1",
                  Map.of(
                      "email",
                      "captain@bench.example",
                      "name",
                      "Captain",
                      "password",
                      PASSWORD,
                      "again",
                      PASSWORD)));
    }
    return captain;
  }

  /** Somebody new with a role; the cookie of the session that joining begins. */
  String join(String email, String role, String scope, String place) throws Exception {
    HttpResponse<String> invited =
        post(
            "/administration/roles",
            captain(),
            Map.of("who", email, "role", role, "scope", scope, "place", place));
    String path = invited.body().replaceAll("(?s).*(/invitations/[\\w-]+).*", "$1");
    return cookie(
        post(path, "none=1", Map.of("name", email, "password", PASSWORD, "again", PASSWORD)));
  }

  static String cookie(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()))
        .replaceAll(";.*", "");
  }

  /** A table that the API takes, sent in pieces; every line must be taken. */
  void take(String path, String heading, List<String> lines) throws Exception {
    for (int from = 0; from < lines.size(); from += 500) {
      List<String> piece = lines.subList(from, Math.min(lines.size(), from + 500));
      HttpResponse<String> answer =
          send(
              at(path)
                  .header("Cookie", captain())
                  .header("Content-Type", "text/csv")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          heading + "\n" + String.join("\n", piece) + "\n")));
      if (answer.statusCode() != 200
          || !answer.body().replace(" ", "").contains("\"refused\":[]")) {
        throw new IllegalStateException(path + " says " + answer.statusCode() + answer.body());
      }
    }
  }

  /** Processor time of the whole process so far, in seconds. */
  double processorSeconds() throws IOException {
    String[] words =
        Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
            .replaceAll(".*\\) ", "")
            .split(" ");
    return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / 100.0;
  }

  /** Resident memory in MiB. */
  long resident() throws IOException {
    return resident(process.pid());
  }

  /** Resident memory of a process in MiB. */
  static long resident(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  /** The head of a table: where it was measured, and how busy the machine was with other things. */
  static void head(String what) throws IOException {
    String load = "";
    try {
      load =
          ", load before " + Files.readString(Path.of("/proc/loadavg")).replaceAll(" .*\\s*", "");
    } catch (IOException elsewhere) {
      // Only Linux says it there.
    }
    System.out.printf(
        "%s: %s, %d processors, JDK %s%s%n%n| what | measured | to reach |%n|---|---:|---:|%n",
        what,
        java.time.LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        load);
  }

  static void row(String what, String measured, String goal) {
    System.out.printf("| %s | %s | %s |%n", what, measured, goal);
  }

  /** Of sorted values, the one below which that share of them lies. */
  static double percentile(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
  }

  /** Median, 95th and 99th percentile in words. */
  static String spread(long[] nanos) {
    long[] sorted = nanos.clone();
    java.util.Arrays.sort(sorted);
    return "%.0f ms, %.0f ms, %.0f ms"
        .formatted(percentile(sorted, 0.5), percentile(sorted, 0.95), percentile(sorted, 0.99));
  }

  /** How long a page takes, asked so often after some times that do not count. */
  String timed(String path, String cookie, int before, int times) throws Exception {
    long[] nanos = new long[times];
    for (int i = -before; i < times; i++) {
      long begun = System.nanoTime();
      get(path, cookie);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
      }
    }
    return spread(nanos);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
