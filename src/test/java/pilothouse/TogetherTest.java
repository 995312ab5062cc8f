package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.journal.Journal;
import pilothouse.storage.Databases;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/**
 * Three processes on one PostgreSQL, with load on them, of which one is killed: nothing is lost.
 */
class TogetherTest {
  private static final int SENDERS = 6;
  private static final int EACH = 40;
  private static final int TESTS = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private final Set<String> posted = ConcurrentHashMap.newKeySet();
  private final Queue<String> odd = new ConcurrentLinkedQueue<>();
  private HttpServer receiver;
  private String database = "";

  @BeforeEach
  void listens() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          posted.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void ends() {
    receiver.stop(0);
  }

  @Test
  void ofThreeOneIsKilledUnderLoadAndNothingIsLost() throws Exception {
    database = Databases.POSTGRESQL.empty(folder);
    String settings = "takeover=3s\nzone=UTC\noutgoing_allowed=127.0.0.1\nworkers=1\n";
    try (Fleet fleet = Fleet.of(3, database, folder, settings, Village.repository())) {
      for (Fleet.Boat boat : fleet.boats()) {
        boat.page("/sources", "");
      }
      try (Storage storage = Storage.open(database)) {
        assertEquals(3, count(storage, "select count(*) from process"));
        String cookie = signedIn(fleet.boats());
        toldAtOneShowsAtTheOthers(fleet.boats(), cookie);
        String job = killedUnderLoad(fleet, storage, cookie);
        nothingIsLost(storage, job);
        readAfterItsReaderWasKilled(fleet.boats(), storage, cookie);
        for (Fleet.Boat boat : fleet.boats()) {
          shows(boat.page("/metrics/program", cookie), "pilothouse_processes 2\n");
        }
        String doctor =
            Terminal.plain(
                    "doctor", "--data", folder.resolve("data").toString(), "--database", database)
                .out();
        shows(doctor, "Processes  2 serve: ");
        shows(doctor, " broke off before ");
      }
    }
  }

  /** What begins at one goes on at the others, and ends everywhere. */
  private static String signedIn(List<Fleet.Boat> boats) throws IOException {
    String first = Crew.cookie(boats.get(0).post("/account/first", "", Crew.FIRST));
    assertEquals(303, boats.get(1).get("/teams", "").statusCode(), "everybody signs in now");
    String second = Crew.cookie(boats.get(1).post("/sign-in", "", Crew.FIRST));
    for (Fleet.Boat boat : boats) {
      boat.page("/account", first);
      boat.page("/account", second);
    }
    boats.get(2).post("/sign-out", second, Map.of());
    for (Fleet.Boat boat : boats) {
      assertNotEquals(200, boat.get("/account", second).statusCode());
      boat.page("/account", first);
    }
    return first;
  }

  private static void toldAtOneShowsAtTheOthers(List<Fleet.Boat> boats, String cookie)
      throws IOException {
    for (Fleet.Boat boat : boats) {
      boat.page("/teams", cookie);
      boat.page("/search?q=quay", cookie);
    }
    for (int i = 0; i < boats.size(); i++) {
      String title = "Quay " + i;
      boats.get(i).post("/teams", cookie, Map.of("title", title));
      boats.get(i).post("/catalog", cookie, Map.of("title", "Crane " + i, "owner", "quay-" + i));
      for (Fleet.Boat boat : boats) {
        shows(boat.page("/teams", cookie), title);
        shows(boat.page("/catalog/crane-" + i, cookie), "/teams/quay-" + i);
        shows(boat.page("/search?q=crane", cookie), "Crane " + i);
      }
    }
  }

  private static void shows(String page, String what) {
    assertTrue(page.contains(what), () -> "no " + what + " in " + page);
  }

  /** The id of an import that the one that was killed had begun. */
  private String killedUnderLoad(Fleet fleet, Storage storage, String cookie) throws Exception {
    Fleet.Boat any = fleet.boats().getFirst();
    String hook = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    any.post("/notices", cookie, Map.of("way", "webhook", "target", hook, "rhythm", "each"));
    assertEquals(1, count(storage, "select count(*) from subscription"));
    AtomicInteger answered = new AtomicInteger();
    List<Thread> load = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      int sender = i;
      load.add(Thread.ofPlatform().start(() -> sends(fleet, sender, cookie, answered)));
    }
    String[] job = new String[1];
    // Whoever writes facts waits until this transaction ends: all are in the middle of it.
    storage.write(rows -> {
      rows.execute("update fact_clock set value = value");
      job[0] = killed(fleet, cookie, answered);
      return true;
    });
    for (Thread one : load) {
      one.join();
    }
    assertEquals(List.of(), List.copyOf(odd));
    assertEquals(SENDERS * EACH, answered.get());
    return job[0];
  }

  /** Kills the one that understands deliveries, while it also imports. */
  private String killed(Fleet fleet, String cookie, AtomicInteger answered) {
    try (Storage other = Storage.open(database)) {
      until(
          "somebody understands deliveries",
          () -> count(other, "select count(*) from lease where name = " + UNDERSTANDING) > 0);
      String holder = text(other, "select holder from lease where name = " + UNDERSTANDING);
      Fleet.Boat victim =
          fleet.boats().stream()
              .filter(boat -> holder.startsWith(boat.name()))
              .findFirst()
              .orElseThrow();
      HttpResponse<String> sent =
          victim.put(
              "/imports/upload?kind=tests&name=r.xml&repository=ferry", "Cookie", cookie, report());
      assertEquals(200, sent.statusCode(), sent.body());
      String job = sent.body().replaceAll("(?s).*/imports/([0-9a-f-]{36}).*", "$1");
      assertEquals("RUNNING", text(other, STATE + job + "'"));
      until("half is sent", () -> answered.get() >= SENDERS * EACH / 2);
      victim.kill();
      return job;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String STATE =
      "select state || coalesce(' ' || trouble, '') from import_job where id = '";
  private static final String UNDERSTANDING = "'understanding of deployment'";

  private static String report() {
    StringBuilder report =
        new StringBuilder("<testsuite name=\"quay\" timestamp=\"2026-11-01T10:00:00Z\">");
    for (int i = 0; i < TESTS; i++) {
      report.append("<testcase classname=\"Crane\" name=\"lifts %d\" time=\"0.1\"/>".formatted(i));
    }
    return report.append("</testsuite>").toString();
  }

  /** Sends as a forge does: what nobody answered is sent again, to whoever answers. */
  private void sends(Fleet fleet, int sender, String cookie, AtomicInteger answered) {
    for (int i = 0; i < EACH; i++) {
      String body =
          """
          {"id":"%d-%d","service":"crane-1","environment":"production","revision":"4f5d127",
           "started_at":"2026-10-30T09:00:00Z","finished_at":"2026-10-30T09:04:00Z",
           "outcome":"success"}
          """
              .formatted(sender, i);
      int turn = sender + i;
      while (!isTaken(fleet, turn++, sender + "-" + i, body)) {
        Thread.onSpinWait();
      }
      answered.incrementAndGet();
      looks(fleet, sender + i, cookie);
    }
  }

  private boolean isTaken(Fleet fleet, int turn, String id, String body) {
    List<Fleet.Boat> boats = fleet.boats();
    try {
      Fleet.Boat boat = boats.get(turn % boats.size());
      int status = boat.put("/in/deployment", "Idempotency-Key", id, body).statusCode();
      if (status != 202 && status != 200) {
        odd.add("a delivery is answered with " + status);
      }
      return true;
    } catch (IOException killed) {
      return false;
    }
  }

  /** Now and then looks at a page, or changes something. */
  private void looks(Fleet fleet, int turn, String cookie) {
    List<Fleet.Boat> boats = fleet.boats();
    Fleet.Boat boat = boats.get(turn % boats.size());
    try {
      HttpResponse<String> answer =
          turn % 8 == 0
              ? boat.post("/teams/quay-0", cookie, Map.of("title", "Quay 0", "focus", "x" + turn))
              : turn % 4 == 1 ? boat.get("/delivery", cookie) : boat.get("/health/ready", cookie);
      if (answer.statusCode() != 200 && answer.statusCode() != 303) {
        odd.add(answer.uri() + " answers " + answer.statusCode() + said(answer.body()));
      }
    } catch (IOException killed) {
      // It was asked while it was killed; what is asked of others is answered.
    }
  }

  private static String said(String page) {
    return page.replaceAll("(?s).*<main[^>]*>|</main>.*|<[^>]+>", "").strip();
  }

  private void nothingIsLost(Storage storage, String job) {
    until("all is understood", () -> count(storage, WAITING) == 0);
    until("the import ends", () -> count(storage, UNDER_WAY) == 0);
    until("all is told", () -> count(storage, UNTOLD) == 0);
    int all = SENDERS * EACH;
    assertEquals(all, count(storage, "select count(*) from delivery where state = 'done'"));
    assertEquals(all, count(storage, "select sum(facts_new) from delivery"), "none counts twice");
    assertEquals(all, count(storage, "select count(*) from deployment where service = 'crane-1'"));
    assertEquals("DONE", text(storage, STATE + job + "'"));
    assertEquals(TESTS, count(storage, "select seen from import_job where id = '" + job + "'"));
    assertEquals(TESTS, count(storage, "select count(*) from test_case"));
    assertTrue(new Journal(storage).verify(null).isWhole());
    assertEquals(
        1, count(storage, "select count(*) from journal_entry where what = 'import taken over'"));
    long told = count(storage, "select count(*) from notice");
    assertTrue(told > 5, "too few to tell");
    assertEquals(told, count(storage, "select count(distinct first_seq) from notice"));
    assertEquals(told, posted.size(), "each under one id, however often it was sent");
  }

  private static final String WAITING = "select count(*) from delivery where state = 'waiting'";
  private static final String UNDER_WAY = "select count(*) from import_job where ended_at is null";
  private static final String UNTOLD =
      """
      select (select count(*) from notice where state = 'waiting')
        + (select count(*) from subscription where seen < (select seq from journal_head))
      """;

  /** A lease as a process leaves it that is killed while it reads. */
  private static void readAfterItsReaderWasKilled(
      List<Fleet.Boat> boats, Storage storage, String cookie) throws IOException {
    until(
        "all have read it",
        () -> count(storage, "select count(*) from lease where name = 'reading of ferry'") == 0);
    Instant end = storage.time().plusSeconds(3);
    storage.write(rows ->
        rows.execute(
            "insert into lease (name, holder, until) values ('reading of ferry', 'gone', ?)",
            Instants.text(end)));
    boats.getFirst().post("/systems/ferry/read", cookie, Map.of());
    String progress = boats.getLast().page("/systems/ferry/progress", cookie);
    assertTrue(
        progress.contains("is read by another process") || !storage.time().isBefore(end), progress);
    until("it is read", () -> isRead(boats, cookie));
    assertFalse(storage.time().isBefore(end), "not before the other one is gone");
  }

  private static boolean isRead(List<Fleet.Boat> boats, String cookie) {
    try {
      boolean read = true;
      for (Fleet.Boat boat : boats) {
        read &= !boat.page("/systems/ferry/progress", cookie).contains("hx-get");
      }
      return read;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks again and again, until it holds or far more time went by than it needs. */
  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "never: " + what);
      Thread.onSpinWait();
    }
  }

  private static long count(Storage storage, String query) {
    return storage.read(rows -> rows.createQuery(query).mapTo(Long.class).one());
  }

  private static String text(Storage storage, String query) {
    return storage.read(rows -> rows.createQuery(query).mapTo(String.class).one());
  }
}
