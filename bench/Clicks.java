import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * People who each ask for a page, look at it for a while, and ask for the next: one thread with one
 * connection for each of them, for it shares the machine. A click counts from the moment at which
 * it was meant to be made, so that a server that makes everybody wait does not look quick.
 */
final class Clicks {
  private final int port;
  private final long pause;
  private final Random random = new Random(7);
  private final PriorityQueue<Person> waiting =
      new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
  private long[] nanos = new long[1 << 16];
  private final Map<String, List<Long>> byPage = new HashMap<>();
  int count;
  int errors;
  String wrong = "";

  /**
   * Clicks.
   *
   * @param pause between two clicks of one person, in the mean, in nanoseconds
   */
  Clicks(int port, long pause) {
    this.port = port;
    this.pause = pause;
  }

  /** Somebody with what proves it, and the pages that this one may look at. */
  private static final class Person {
    private final String cookie;
    private final List<String> pages;
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out;
    private String page = "";
    private long due;
    private StringBuilder head = new StringBuilder();
    private long left = -1;
    private boolean chunked;
    private String tail = "";
    private int status;

    Person(String cookie, List<String> pages) {
      this.cookie = cookie;
      this.pages = pages;
    }
  }

  void person(String cookie, List<String> pages) {
    waiting.add(new Person(cookie, pages));
  }

  /** Lets them click for a time; what comes before {@code from} is not counted. */
  void run(double warm, double seconds) throws IOException {
    long start = System.nanoTime();
    long from = start + (long) (warm * 1e9);
    long end = from + (long) (seconds * 1e9);
    try (Selector selector = Selector.open()) {
      for (Person person : waiting) {
        person.due = start + (long) (random.nextDouble() * pause);
        open(person, selector);
      }
      PriorityQueue<Person> again = new PriorityQueue<>(waiting);
      waiting.clear();
      waiting.addAll(again);
      int under = 0;
      while (System.nanoTime() < end || under > 0) {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peek().due <= now && now < end) {
          Person person = waiting.poll();
          ask(person);
          under++;
        }
        long wait = waiting.isEmpty() || now >= end ? 5 : (waiting.peek().due - now) / 1_000_000;
        if (wait <= 0) {
          selector.selectNow();
        } else {
          selector.select(wait);
        }
        for (SelectionKey key : selector.selectedKeys()) {
          Person person = (Person) key.attachment();
          if (key.isValid() && read(person, selector)) {
            under--;
            done(person, from);
            person.due = Math.max(System.nanoTime(), person.due) + looks();
            waiting.add(person);
          }
        }
        selector.selectedKeys().clear();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
  }

  private long looks() {
    return (long) ((0.5 + random.nextDouble()) * pause);
  }

  private void open(Person person, Selector selector) throws IOException {
    person.channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    person.channel.configureBlocking(false);
    person.key = person.channel.register(selector, SelectionKey.OP_READ, person);
  }

  private void ask(Person person) throws IOException {
    person.page = person.pages.get(random.nextInt(person.pages.size()));
    String request =
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: %s\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: en\r\nSec-Fetch-Site: same-origin\r\n\r\n"
            .formatted(person.page, person.cookie);
    person.head.setLength(0);
    person.left = -1;
    person.tail = "";
    person.out = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (person.out.hasRemaining()) {
      person.channel.write(person.out);
    }
  }

  /** Reads what came; whether the answer is whole. */
  private boolean read(Person person, Selector selector) throws IOException {
    buffer.clear();
    int got = person.channel.read(buffer);
    if (got < 0) {
      boolean asked = person.out != null && person.left != 0;
      person.channel.close();
      open(person, selector);
      if (asked) {
        person.status = -1;
      }
      return asked;
    }
    buffer.flip();
    if (person.left < 0 && !person.chunked || person.head.indexOf("\r\n\r\n") < 0) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      person.head.append(new String(bytes, StandardCharsets.ISO_8859_1));
      int end = person.head.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      String head = person.head.substring(0, end).toLowerCase(java.util.Locale.ROOT);
      person.status = Integer.parseInt(head.substring(9, 12));
      person.chunked = head.contains("transfer-encoding: chunked");
      long body = person.head.length() - end - 4;
      int length = head.indexOf("content-length: ");
      if (person.chunked) {
        person.tail = last(person.head.substring(end + 4));
        person.left = 1;
        return person.tail.endsWith("0\r\n\r\n");
      }
      long whole =
          length < 0 ? 0 : Long.parseLong(head.substring(length + 16).split("\r\n")[0].strip());
      person.left = whole - body;
      return person.left <= 0;
    }
    if (person.chunked) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      person.tail = last(person.tail + new String(bytes, StandardCharsets.ISO_8859_1));
      return person.tail.endsWith("0\r\n\r\n");
    }
    person.left -= got;
    return person.left <= 0;
  }

  private static String last(String text) {
    return text.substring(Math.max(0, text.length() - 7));
  }

  private void done(Person person, long from) {
    person.out = null;
    person.chunked = false;
    person.left = -1;
    if (person.due < from) {
      return;
    }
    if (person.status != 200) {
      errors++;
      wrong = person.page + " answers " + person.status;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    long took = System.nanoTime() - person.due;
    nanos[count++] = took;
    byPage
        .computeIfAbsent(person.page.replaceAll("\\?.*", ""), page -> new java.util.ArrayList<>())
        .add(took);
  }

  long[] nanos() {
    return Arrays.copyOf(nanos, count);
  }

  /** The slowest kinds of pages, each with its spread. */
  Map<String, long[]> pages() {
    Map<String, long[]> all = new java.util.TreeMap<>();
    byPage.forEach((page, some) -> all.put(page, some.stream().mapToLong(one -> one).toArray()));
    return all;
  }
}
