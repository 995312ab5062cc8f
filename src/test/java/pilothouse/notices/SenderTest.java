package pilothouse.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.journal.Asked;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Line;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.outgoing.Reachable;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** What the journal holds arrives: once found, in order, signed, and again when it did not. */
class SenderTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  @TempDir Path folder;
  private HttpServer receiver;
  private final PostOffice office = new PostOffice();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final AtomicInteger answers = new AtomicInteger(200);
  private final List<Notices> open = new ArrayList<>();

  private record Posted(String id, String timestamp, String signature, String body) {}

  @BeforeEach
  void starts() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          posted.add(
              new Posted(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.sendResponseHeaders(answers.get(), -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stops() {
    open.forEach(Notices::close);
    receiver.stop(0);
    office.close();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void eachEntryIsPostedOnceInOrderAndSigned(Databases kind) throws Exception {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Notices notices = notices(storage);
      write(storage, "before it was made", Subject.team("core"));
      String secret = notices.shelf().add(webhook(notices, Asked.about("team", "")), Who.program());
      write(storage, "team declared", Subject.team("core"));
      write(storage, "system declared", Subject.system("bell"));
      write(storage, "team changed", Subject.team("core"));
      assertEquals(2, notices.sender().turn(NOW));
      assertEquals(0, notices.sender().turn(NOW), "nothing is found twice");
      assertEquals(2, posted.size());
      Posted first = posted.getFirst();
      assertTrue(first.body().startsWith("{\"type\":\"team.declared\",\"timestamp\":\"2026"));
      assertTrue(posted.get(1).body().contains("\"what\":\"team changed\""));
      assertEquals("1793610000", first.timestamp());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
      String signed = first.id() + "." + first.timestamp() + "." + first.body();
      String right = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
      assertEquals("v1," + right, first.signature());
    }
  }

  @Test
  void whatDidNotArriveIsTriedEverLaterUnderTheSameIdAndHoldsBackWhatFollows() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Subscription made = webhook(notices, Asked.about("team", ""));
      notices.shelf().add(made, Who.program());
      answers.set(503);
      write(storage, "first", Subject.team("core"));
      write(storage, "second", Subject.team("core"));
      Instant now = NOW;
      List<Duration> pauses = new ArrayList<>();
      for (int tries = 1; tries <= 10; tries++) {
        assertEquals(0, notices.sender().turn(now));
        assertEquals(tries, posted.size(), "the second one waits behind the first");
        Notice waiting = notices.shelf().newest(made, Notice.State.WAITING, 9).getLast();
        assertTrue(waiting.trouble().contains("503"), waiting.trouble());
        assertEquals(0, notices.sender().turn(waiting.nextAt().minusMillis(1)), "not yet");
        assertEquals(tries, posted.size());
        pauses.add(Duration.between(now, waiting.nextAt()));
        now = waiting.nextAt();
      }
      assertEquals(0, notices.sender().turn(now));
      assertEquals(1, posted.stream().map(Posted::id).distinct().count());
      Duration all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
      assertTrue(all.toHours() >= 18 && all.toHours() <= 29, "about a day: " + all);
      assertTrue(pauses.getFirst().toSeconds() <= 6, "soon at first: " + pauses);
      Notice dead = notices.shelf().newest(made, Notice.State.DEAD, 9).getFirst();
      assertEquals(1, notices.dead());
      answers.set(204);
      assertEquals(1, notices.sender().turn(now), "then the one behind it goes on");
      assertTrue(notices.shelf().again(made, dead.id(), Who.program()));
      Line told = new Journal(storage).after(Asked.about("subscription", ""), 0, 9).getLast();
      assertEquals("message sent again", told.entry().what());
      assertFalse(told.json().contains("/hook"), "what stands behind the machine may be secret");
      assertFalse(notices.shelf().again(made, dead.id(), Who.program()), "it waits already");
      assertTrue(notices.sender().turn(now.plusSeconds(1)) > 0);
      assertEquals(0, notices.dead());
      assertTrue(posted.stream().anyMatch(one -> one.id().equals(dead.id())));
    }
  }

  /** A process that breaks off between sending and writing that down sends it again, marked. */
  @Test
  void whatIsLeftOfABrokenOffTurnGoesOnUnderTheSameId() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Subscription made = webhook(notices, Asked.ALL);
      notices.shelf().add(made, Who.program());
      write(storage, "first", Subject.team("core"));
      assertTrue(notices.sender().turn(NOW) > 0);
      String id = posted.getLast().id();
      storage.write(rows -> {
        rows.execute("update notice set state = 'waiting', ended_at = null where id = ?", id);
        return rows.execute(
            "insert into lease (name, holder, until) values (?, 'gone', '9999-01-01T00:00:00.000Z')",
            "sending of " + made.id());
      });
      Notices other = notices(storage);
      assertEquals(0, other.sender().turn(NOW.plusSeconds(60)), "another process may be at it");
      storage.write(rows -> rows.execute("update lease set until = '2026-01-01T00:00:00.000Z'"));
      assertEquals(1, other.sender().turn(NOW.plusSeconds(600)), "which is gone for sure now");
      assertEquals(id, posted.getLast().id());
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void severalProcessesSendEachMessageOnce(Databases kind) throws Exception {
    String where = kind.create(folder);
    try (Storage one = Storage.open(where);
        Storage two = Storage.open(where);
        var threads = Executors.newFixedThreadPool(4)) {
      Notices first = notices(one);
      Notices second = notices(two);
      first.shelf().add(webhook(first, Asked.about("team", "")), Who.program());
      for (int i = 0; i < 30; i++) {
        write(one, "team changed", Subject.team("core " + i));
      }
      for (int turn = 0; turn < 3; turn++) {
        var work =
            List.of(first, second, first, second).stream()
                .map(notices -> threads.submit(() -> notices.sender().turn(NOW.plusSeconds(1))))
                .toList();
        for (var done : work) {
          done.get();
        }
      }
      assertEquals(30, posted.size());
      assertEquals(30, posted.stream().map(Posted::id).distinct().count());
    }
  }

  @Test
  void aReceiverThatIsGoneIsNotAskedAgain() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Subscription made = webhook(notices, Asked.ALL);
      notices.shelf().add(made, Who.program());
      answers.set(410);
      write(storage, "first", Subject.team("core"));
      assertEquals(0, notices.sender().turn(NOW));
      assertEquals(0, notices.sender().turn(NOW.plus(Duration.ofDays(2))));
      assertEquals(1, posted.size());
      assertTrue(notices.shelf().find(made.id()).orElseThrow().pausedWhy().contains("410"));
    }
  }

  @Test
  void whatTheOwnerMayNotSeeIsNotTold() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      notices.shelf().add(webhook(notices, Asked.ALL, "account/reader"), Who.program());
      write(storage, "system changed", Subject.system("mine"));
      write(storage, "system changed", Subject.system("other"));
      write(storage, "member added", Subject.system("mine").needing(Permission.PEOPLE));
      notices.sender().turn(NOW);
      assertEquals(1, posted.size());
      assertTrue(posted.getFirst().body().contains("\"subject\":\"mine\""));
      notices.shelf().add(webhook(notices, Asked.ALL, "account/closed"), Who.program());
      write(storage, "system changed", Subject.system("bell"));
      notices.sender().turn(NOW);
      assertEquals(1, posted.size());
      assertTrue(
          notices.shelf().of("account/closed").getFirst().pausedWhy().contains("no open account"));
    }
  }

  @Test
  void whoActedIsToldToThoseAloneWhoMaySeePeopleThere() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Asked ofMara = new Asked("Mara Lind", "", "", "", null, null, null, "", false);
      notices.shelf().add(webhook(notices, Asked.ALL, "account/reader"), Who.program());
      notices.shelf().add(webhook(notices, ofMara, "account/reader"), Who.program());
      notices.shelf().add(webhook(notices, ofMara), Who.program());
      storage.write(rows -> {
        Who mara = Who.of("account/7", "Mara Lind");
        Journal.write(rows, Entry.of(NOW, mara, "system changed", Subject.system("mine"), ""));
        return true;
      });
      notices.sender().turn(NOW);
      assertEquals(2, posted.size(), "a name that is not told is nothing to be told by");
      long named = posted.stream().filter(post -> post.body().contains("Mara Lind")).count();
      long nameless =
          posted.stream()
              .filter(post -> post.body().contains("\"who\":\"\",\"who_kind\":\"person\""))
              .count();
      assertEquals(1, named);
      assertEquals(1, nameless);
    }
  }

  @Test
  void aDailyMailComesAtTheReadersHourWithAllThatHappened() throws Exception {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Subscription made = mail(notices, Rhythm.DAILY, 8);
      notices.shelf().add(made, Who.program());
      assertEquals(Instant.parse("2026-11-03T07:00:00Z"), made.dueAt(), "eight in Berlin");
      write(storage, "team declared", Subject.team("core"));
      write(storage, "team changed", Subject.team("<b>quay</b>"));
      assertEquals(0, notices.sender().turn(Instant.parse("2026-11-03T06:59:59Z")));
      assertEquals(1, notices.sender().turn(Instant.parse("2026-11-03T07:00:00Z")));
      assertEquals(0, notices.sender().turn(Instant.parse("2026-11-03T07:00:05Z")));
      assertEquals(0, notices.sender().turn(Instant.parse("2026-11-04T07:00:00Z")), "no news");
      MimeMessage mail = read(office.mails().getFirst());
      assertEquals("Pilothouse: 2 changes", mail.getSubject());
      assertEquals("pilot@ferry.example", mail.getFrom()[0].toString());
      assertEquals("mara@ferry.example", mail.getAllRecipients()[0].toString());
      assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post", null));
      String plain = part(mail, 0);
      assertTrue(plain.contains("Team declared: core\n2 Nov 2026, 10:00, Pilothouse"), plain);
      assertTrue(plain.contains("http://127.0.0.1:7070/teams/core"), plain);
      String html = part(mail, 1);
      assertTrue(html.contains("&lt;b&gt;quay&lt;/b&gt;"), html);
      assertFalse(html.contains("<b>quay</b>"), html);
    }
  }

  @Test
  void aMailThatWasNotTakenIsSentAgainUnderTheSameId() throws Exception {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Subscription made = mail(notices, Rhythm.AT_ONCE, 8);
      notices.shelf().add(made, Who.program());
      office.refuse(true);
      write(storage, "team declared", Subject.team("core\r\nBcc: all@ferry.example"));
      assertEquals(0, notices.sender().turn(NOW));
      Notice waiting = notices.shelf().newest(made, Notice.State.WAITING, 1).getFirst();
      assertTrue(waiting.trouble().contains("did not take it"), waiting.trouble());
      office.refuse(false);
      assertEquals(1, notices.sender().turn(NOW.plusSeconds(10)));
      MimeMessage mail = read(office.mails().getFirst());
      assertEquals("<" + waiting.id() + "@ferry.example>", mail.getMessageID());
      assertEquals(1, mail.getAllRecipients().length, "no header hides in a name");
      assertFalse(mail.getSubject().contains("\n"), mail.getSubject());
    }
  }

  @Test
  void theLinkInTheMailEndsItAndNoOtherDoes() throws Exception {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Notices notices = notices(storage);
      Subscription made = mail(notices, Rhythm.AT_ONCE, 8);
      notices.shelf().add(made, Who.program());
      write(storage, "team declared", Subject.team("core"));
      notices.sender().turn(NOW);
      String link = read(office.mails().getFirst()).getHeader("List-Unsubscribe", null);
      String proof = link.replaceAll(".*proof=([^>&]+).*", "$1");
      assertTrue(notices.stopped(made.id(), proof).isPresent());
      assertTrue(notices.stopped(made.id(), proof + "x").isEmpty());
      assertTrue(notices.stopped(made.id(), "").isEmpty());
      String other = notices.shelf().add(webhook(notices, Asked.ALL), Who.program());
      assertFalse(other.isEmpty());
      for (Subscription one : notices.shelf().all()) {
        assertEquals(one.id().equals(made.id()), notices.stopped(one.id(), proof).isPresent());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HOURLY, 2026-11-02T09:00:00Z, 2026-11-02T10:00:00Z",
    "HOURLY, 2026-11-02T09:59:59Z, 2026-11-02T10:00:00Z",
    "DAILY, 2026-11-02T06:59:59Z, 2026-11-02T07:00:00Z",
    "DAILY, 2026-11-02T07:00:00Z, 2026-11-03T07:00:00Z",
    "DAILY, 2026-10-24T06:30:00Z, 2026-10-25T07:00:00Z",
    "DAILY, 2026-03-28T08:00:00Z, 2026-03-29T06:00:00Z",
    "WEEKLY, 2026-11-02T06:00:00Z, 2026-11-03T07:00:00Z",
    "WEEKLY, 2026-11-03T07:00:00Z, 2026-11-10T07:00:00Z"
  })
  void digestsAreDueInTheReadersTimeZone(Rhythm rhythm, Instant after, Instant due) {
    assertEquals(due, rhythm.next(after, 8, 2, BERLIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mara@ferry.example | true",
        "mara+quay@ferry.example | true",
        "'mara@ferry.example\nBcc: x@y.example' | false",
        "mara@ferry.example,bo@ferry.example | false",
        "Mara <mara@ferry.example> | false",
        "mara | false",
        "mara@ | false",
        "@ferry.example | false"
      })
  void oneAddressAloneIsTaken(String address, boolean taken) {
    assertEquals(taken, Mail.isAddress(address));
  }

  private Notices notices(Storage storage) {
    InstantSource clock = InstantSource.fixed(NOW);
    Notices notices =
        new Notices(
            storage,
            new Vault(storage, folder.resolve("key"), clock),
            new Journal(storage),
            SenderTest::owner,
            new Notices.Setup(
                clock,
                ZoneOffset.UTC,
                "http://127.0.0.1:7070",
                Reachable.with("127.0.0.1"),
                office.mailbox()),
            new Leases(storage));
    open.add(notices);
    return notices;
  }

  private static Optional<Owner> owner(String id) {
    return switch (id) {
      case "local" -> Optional.of(new Owner(Caller.onlyYou(), ""));
      case "account/reader" -> Optional.of(new Owner(new Reader(), "reader@ferry.example"));
      default -> Optional.empty();
    };
  }

  private Subscription webhook(Notices notices, Asked asked) {
    return webhook(notices, asked, "local");
  }

  private Subscription webhook(Notices notices, Asked asked, String owner) {
    String target = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    return made(notices, owner, Subscription.Way.WEBHOOK, target, asked, Rhythm.AT_ONCE, 0, null);
  }

  private static Subscription mail(Notices notices, Rhythm rhythm, int hour) {
    Instant due = rhythm == Rhythm.AT_ONCE ? null : rhythm.next(NOW, hour, 1, BERLIN);
    Asked asked = Asked.about("team", "");
    return made(
        notices, "local", Subscription.Way.EMAIL, "mara@ferry.example", asked, rhythm, hour, due);
  }

  private static Subscription made(
      Notices notices,
      String owner,
      Subscription.Way way,
      String target,
      Asked asked,
      Rhythm rhythm,
      int hour,
      @Nullable Instant due) {
    String id = java.util.UUID.randomUUID().toString();
    long head = notices.head();
    return new Subscription(
        id, owner, "Mara", way, target, asked, rhythm, hour, 1, BERLIN, head, due, NOW, null, "");
  }

  private static void write(Storage storage, String what, Subject subject) {
    storage.write(rows -> {
      Journal.write(rows, Entry.of(NOW, Who.program(), what, subject, ""));
      return true;
    });
  }

  private static MimeMessage read(String mail) throws Exception {
    String message = mail.substring(mail.indexOf("DATA\n") + 5);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(message.getBytes(UTF_8)));
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    BodyPart part = ((Multipart) mail.getContent()).getBodyPart(number);
    return String.valueOf(part.getContent()).replace("\r\n", "\n");
  }

  /** Somebody who may look at one system alone. */
  private record Reader() implements Caller {
    @Override
    public String id() {
      return "account/reader";
    }

    @Override
    public String name() {
      return "Reader";
    }

    @Override
    public boolean may(Permission permission, Where where) {
      return permission == Permission.READ && where.equals(Where.system("mine"));
    }
  }
}
