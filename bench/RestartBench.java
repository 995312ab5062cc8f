import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Restarts under load: whoever asked and whose request was read gets a whole answer before the
 * program ends. What was asked on a connection that had been answered before, and had not been told
 * that it would close, counts as accepted; a new connection that is closed before a byte of an
 * answer was never taken, and is counted by itself.
 */
final class RestartBench {
  private static final int CLIENTS = 64;
  private static final List<String> PAGES =
      List.of("/", "/catalog", "/teams", "/journal", "/delivery", "/search?q=light");

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    Served.head("%d restarts, %d clients".formatted(rounds, CLIENTS));
    try (Folder folder = Folder.make()) {
      String cookie;
      try (Served served = new Served(args[0], folder.of("data"))) {
        new Organisation(300, 20, 60).tell(served);
        cookie = served.captain();
      }
      int answered = 0;
      int cut = 0;
      int turned = 0;
      double longest = 0;
      for (int i = 0; i < rounds; i++) {
        Round round = new Round(cookie);
        longest = Math.max(longest, round.run(args[0], folder));
        answered += round.answered.get();
        cut += round.cut.get();
        turned += round.turned.get();
      }
      Served.row("answered whole", "%,d".formatted(answered), "");
      Served.row("accepted and not answered, or not wholly", "%,d".formatted(cut), "0");
      Served.row(
          "new connections that were refused or closed unanswered", "%,d".formatted(turned), "");
      Served.row("longest stop, from the signal to the end", "%.1f s".formatted(longest), "");
    }
  }

  private static final class Round {
    private final String cookie;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger turned = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    Round(String cookie) {
      this.cookie = cookie;
    }

    /** Seconds that the stop took. */
    double run(String launcher, Folder folder) throws Exception {
      try (Served served = new Served(launcher, folder.of("data"))) {
        CountDownLatch all = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
          int first = i;
          Thread.ofPlatform()
              .start(() -> {
                asks(served.port, first);
                all.countDown();
              });
        }
        Thread.sleep(6000);
        long begun = System.nanoTime();
        served.process.destroy();
        served.process.waitFor(60, TimeUnit.SECONDS);
        double took = (System.nanoTime() - begun) / 1e9;
        over.set(true);
        all.await(30, TimeUnit.SECONDS);
        return took;
      }
    }

    private void asks(int port, int first) {
      int page = first;
      while (!over.get()) {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
          socket.setSoTimeout(60_000);
          boolean stays = true;
          for (int asked = 0; stays && !over.get(); asked++) {
            stays = ask(socket, PAGES.get(page++ % PAGES.size()), asked == 0);
          }
        } catch (IOException gone) {
          turned.incrementAndGet();
          return;
        }
      }
    }

    /** Whether the connection stays open. */
    private boolean ask(Socket socket, String page, boolean first) throws IOException {
      String request =
          "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie + "\r\n\r\n";
      StringBuilder got = new StringBuilder();
      if (!first && isOver(socket)) {
        throw new IOException("The connection had ended before anything was asked.");
      }
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[1 << 16];
        for (int n;
            !isWhole(got);
            got.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1))) {
          n = socket.getInputStream().read(buffer);
          if (n < 0 && isWholeAtEnd(got)) {
            break;
          }
          if (n < 0) {
            throw new IOException("closed");
          }
        }
      } catch (IOException e) {
        if (!first || !got.isEmpty()) {
          cut.incrementAndGet();
          System.err.println(page + ": " + e.getMessage() + " after " + got.length() + " bytes");
        }
        throw e;
      }
      if (!got.substring(9, 12).equals("200") && !got.substring(9, 12).equals("503")) {
        cut.incrementAndGet();
        System.err.println(page + ": " + got.substring(0, 12));
      }
      answered.incrementAndGet();
      return !got.substring(0, got.indexOf("\r\n\r\n"))
          .toLowerCase(java.util.Locale.ROOT)
          .contains("connection: close");
    }

    /** Whether the server has closed it already: then nothing is asked there, as browsers do. */
    private static boolean isOver(Socket socket) throws IOException {
      socket.setSoTimeout(1);
      try {
        return socket.getInputStream().read() < 0;
      } catch (SocketTimeoutException open) {
        return false;
      } finally {
        socket.setSoTimeout(60_000);
      }
    }

    /** An answer of no said length on a connection that closes ends with it. */
    private static boolean isWholeAtEnd(StringBuilder got) {
      String head =
          got.toString().replaceAll("(?s)\r\n\r\n.*", "").toLowerCase(java.util.Locale.ROOT);
      return head.contains("connection: close")
          && !head.contains("content-length: ")
          && got.toString().strip().endsWith("</html>");
    }

    private static boolean isWhole(StringBuilder got) {
      int end = got.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      String head = got.substring(0, end).toLowerCase(java.util.Locale.ROOT);
      if (head.contains("transfer-encoding: chunked")) {
        return got.toString().endsWith("0\r\n\r\n");
      }
      int length = head.indexOf("content-length: ");
      return length >= 0
          && got.length() - end - 4
              >= Integer.parseInt(head.substring(length + 16).split("\r\n")[0].strip());
    }
  }
}
