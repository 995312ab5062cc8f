import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How fast deliveries are kept: bodies as GitHub sends them, signed, over loopback, each on the
 * disk before it is answered. One thread of prepared bytes sends them, for it shares the machine.
 */
final class Ingest {
  private static final String SECRET = "a secret of the bench";
  private static final int BODIES = 600;

  /** Where the digits of the id stand in a request. */
  private static final int ID_AT = 68;

  private static final Pattern ID = Pattern.compile("\"id\" : \"bench-(\\d{8})\"");
  private static final Pattern NEXT = Pattern.compile("\"next\" : \"([^\"]+)\"");

  private final String launcher;
  private final Path folder;
  private final int burst = Integer.getInteger("burst", 100_000);
  private final int connections = Integer.getInteger("connections", 64);
  private final List<ByteBuffer> requests = new ArrayList<>();

  private Ingest(String launcher, Path folder) {
    this.launcher = launcher;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("pilothouse-ingest");
    try {
      new Ingest(args[0], folder).measure();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void measure() throws Exception {
    long bytes = prepare();
    System.out.printf(
        "%d processors, JDK %s; bodies of %.1f KB in the mean, %d connections%n%n| what | measured | to reach |%n|---|---:|---:|%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        bytes / 1000.0 / BODIES,
        connections);
    burst();
    killed();
  }

  /** Requests as they go over the wire; only the delivery's id is written anew for each. */
  private long prepare() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    long bytes = 0;
    for (Payloads.Payload payload : new Payloads().some(BODIES)) {
      byte[] body = payload.body();
      bytes += body.length;
      String head =
          """
          POST /in/github HTTP/1.1
          Host: localhost
          X-GitHub-Delivery: bench-00000000
          User-Agent: GitHub-Hookshot/044aadd
          Accept: */*
          Content-Type: application/json
          X-GitHub-Event: %s
          X-GitHub-Hook-ID: 292430182
          X-GitHub-Hook-Installation-Target-ID: 79929171
          X-GitHub-Hook-Installation-Target-Type: repository
          X-Hub-Signature-256: sha256=%s
          Content-Length: %d

          """
              .formatted(payload.event(), HexFormat.of().formatHex(mac.doFinal(body)), body.length)
              .replace("\n", "\r\n");
      byte[] start = head.getBytes(StandardCharsets.US_ASCII);
      requests.add(ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip());
    }
    return bytes;
  }

  private void burst() throws Exception {
    try (Server server = new Server(folder.resolve("burst"))) {
      new Load(server.port, 0, 10_000).run();
      long before = server.ticks();
      Load load = new Load(server.port, 10_000, burst);
      load.run();
      double micros = (server.ticks() - before) * 10_000.0 / burst;
      row("deliveries kept a second", "%,.0f".formatted(burst / load.seconds), "≥ 3,000");
      row("processor time of the server for one", "%.0f µs".formatted(micros), "");
      row("99th percentile of the answer", "%.1f ms".formatted(load.percentile(0.99)), "≤ 50 ms");
      row(
          "median, slowest",
          "%.1f ms, %.0f ms".formatted(load.percentile(0.5), load.percentile(1)),
          "");
      long from = System.nanoTime();
      while (!server.get("/api/v1/deliveries?state=waiting").contains("\"deliveries\" : [ ]")) {
        Thread.sleep(200);
      }
      row(
          "and understood after the last answer",
          "%.1f s".formatted((System.nanoTime() - from) / 1e9),
          "");
      BitSet kept = server.kept();
      kept.clear(0, 10_000);
      row(
          "kept of %,d that were answered".formatted(load.answered.cardinality()),
          "%,d".formatted(kept.cardinality()),
          "all");
      row("resident memory afterwards", Served.resident(server.process.pid()) + " MiB", "");
    }
  }

  /**
   * Killed in the middle of a burst: what was answered before must be there after the next start.
   */
  private void killed() throws Exception {
    Path data = folder.resolve("killed");
    Load load;
    try (Server server = new Server(data)) {
      load = new Load(server.port, 0, burst);
      load.killAt = burst / 5;
      load.victim = server.process;
      load.run();
    }
    try (Server server = new Server(data)) {
      BitSet lost = (BitSet) load.answered.clone();
      lost.andNot(server.kept());
      row(
          "kill -9 in the middle: lost of %,d that were answered"
              .formatted(load.answered.cardinality()),
          "%,d".formatted(lost.cardinality()),
          "0");
    }
  }

  /** One run of so many deliveries over some connections, one under way on each. */
  private final class Load {
    private final int port;
    private final int first;
    private final int end;
    private final long[] nanos;
    private final BitSet answered = new BitSet();
    private int next;
    private int open;
    private double seconds;
    private int killAt = Integer.MAX_VALUE;
    private Process victim;

    Load(int port, int first, int count) {
      this.port = port;
      this.first = first;
      this.end = first + count;
      this.next = first;
      this.nanos = new long[count];
    }

    void run() throws IOException {
      try (Selector selector = Selector.open()) {
        for (int i = 0; i < connections && next < end; i++) {
          SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
          channel.configureBlocking(false);
          Line line = new Line(channel);
          line.key = channel.register(selector, SelectionKey.OP_READ, line);
          open++;
          line.begin();
        }
        long start = System.nanoTime();
        while (open > 0) {
          selector.select(key -> {
            Line line = (Line) key.attachment();
            try {
              line.go();
            } catch (IOException gone) {
              line.close();
            }
          });
          if (answered.cardinality() >= killAt) {
            killAt = Integer.MAX_VALUE;
            victim.destroyForcibly();
          }
        }
        seconds = (System.nanoTime() - start) / 1e9;
      }
    }

    double percentile(double share) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /** One connection. */
    private final class Line {
      private final SocketChannel channel;
      private final ByteBuffer out = ByteBuffer.allocateDirect(64 << 10);
      private final ByteBuffer in = ByteBuffer.allocate(8 << 10);
      private SelectionKey key;
      private int number;
      private long began;

      Line(SocketChannel channel) {
        this.channel = channel;
      }

      void begin() throws IOException {
        if (next == end) {
          close();
          return;
        }
        number = next++;
        out.clear().put(requests.get(number % BODIES).duplicate()).flip();
        byte[] digits = "%08d".formatted(number).getBytes(StandardCharsets.US_ASCII);
        out.put(ID_AT, digits);
        began = System.nanoTime();
        go();
      }

      void go() throws IOException {
        if (out.hasRemaining()) {
          channel.write(out);
          key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
          return;
        }
        if (channel.read(in) < 0) {
          throw new IOException("closed");
        }
        if (isWhole()) {
          nanos[number - first] = System.nanoTime() - began;
          answered.set(number);
          in.clear();
          begin();
        }
      }

      /** Whether all of an answer is there; it must be 202. */
      private boolean isWhole() throws IOException {
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0) {
          return false;
        }
        if (!text.startsWith("HTTP/1.1 202")) {
          throw new IllegalStateException(text);
        }
        int length = text.indexOf("Content-Length: ") + 16;
        return text.length() - body - 4
            >= Integer.parseInt(text.substring(length, text.indexOf('\r', length)));
      }

      void close() {
        key.cancel();
        open--;
        try {
          channel.close();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** The real program. */
  private final class Server implements AutoCloseable {
    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    Server(Path data) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              launcher, "up", "--port", "0", "--no-browser", "--data", data.toString());
      builder.environment().put("PILOTHOUSE_GITHUB_SECRET", SECRET);
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = process.inputReader().readLine();
      port = URI.create(said.replaceAll(".*(http://\\S+).*", "$1")).getPort();
    }

    String get(String path) throws Exception {
      URI address = URI.create("http://127.0.0.1:" + port + path);
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }

    /** The numbers of all deliveries that are kept, page by page. */
    BitSet kept() throws Exception {
      BitSet kept = new BitSet();
      for (String path = "/api/v1/deliveries"; path != null; ) {
        String page = get(path);
        for (Matcher id = ID.matcher(page); id.find(); ) {
          kept.set(Integer.parseInt(id.group(1)));
        }
        Matcher next = NEXT.matcher(page);
        path = next.find() ? next.group(1) : null;
      }
      return kept;
    }

    /** Processor time of the whole process so far, in hundredths of a second. */
    long ticks() throws IOException {
      String[] words =
          Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
              .replaceAll(".*\\) ", "")
              .split(" ");
      return Long.parseLong(words[11]) + Long.parseLong(words[12]);
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }

  private static void row(String what, String measured, String goal) {
    System.out.printf("| %s | %s | %s |%n", what, measured, goal);
  }
}
