package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.debt.interest.Interest;
import pilothouse.debt.interest.Item;
import pilothouse.debt.interest.Merged;
import pilothouse.debt.interest.Meter;
import pilothouse.debt.interest.Meters;
import pilothouse.debt.interest.Plot;
import pilothouse.git.GitRepo;
import pilothouse.metrics.Window;

/** What debt costs, by changes that the real program was told of and the files that git knows. */
class InterestTest {
  private static final Instant FIRST = Instant.parse("2026-08-24T09:00:00Z");
  private static final Window TEN_WEEKS =
      new Window(FIRST, FIRST.plus(70, ChronoUnit.DAYS), ZoneOffset.UTC);

  @TempDir Path folder;
  private GitRepo repo;
  private Ship ship;
  private int number;

  @BeforeEach
  void sails() {
    repo = GitRepo.init(folder.resolve("shop"));
    repo.run("remote", "add", "origin", "https://github.com/acme/shop.git");
    repo.on("2026-08-01T08:00:00Z").write("src/Old.java", "0\n").write("src/New.java", "0\n");
    repo.write("web/Page.java", "0\n").commit("Base");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  /** A squashed change, one a day. */
  private String change(String path, double hours) {
    number++;
    Instant merged = FIRST.plus(number, ChronoUnit.DAYS);
    repo.on(merged.toString()).write(path, number + "\n").commit("Sail (#" + number + ")");
    return told(merged, hours, repo.id("HEAD"));
  }

  private String told(Instant merged, double hours, @Nullable String revision) {
    Instant opened = merged.minusSeconds((long) (hours * 3_600));
    return """
    {"id":"%d","repository":"github.com/acme/shop","number":%d,%s
     "opened_at":"%s","merged_at":"%s","author":"ada"}
    """
        .formatted(
            number,
            number,
            revision == null ? "" : "\"revision\":\"" + revision + "\",",
            opened,
            merged);
  }

  private void tell(String... bodies) {
    for (String body : bodies) {
      HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
      var answer = ship.send(HttpRequest.newBuilder(ship.at("/in/change")).POST(sent));
      assertEquals(202, answer.statusCode(), answer.body());
    }
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
  }

  private Interest interest(String path) {
    Item item = new Item("item", List.of(new Plot("shop", List.of(path))));
    return ship.meters().meter().measure(List.of(item), TEN_WEEKS).getFirst();
  }

  /** Ten changes of ten hours to the old, nine of four hours to the new. */
  private String[] voyage() {
    String[] all = new String[19];
    for (int i = 0; i < all.length; i++) {
      all[i] = i % 2 == 0 ? change("src/Old.java", 10) : change("src/New.java", 4);
    }
    return all;
  }

  @Practice("D2")
  @Test
  void measuredInterestRecomputesWhenNewChangesArrive() {
    String[] told = voyage();
    repo.on("2026-10-20T08:00:00Z").move("src/Old.java", "lib/Older.java").commit("Move it");
    number = 19;
    String late = change("lib/Older.java", 40);
    ship = Ship.with(repo.path()).read("shop");
    tell(told);
    Interest found = interest("lib/Older.java");
    assertEquals(10, found.touches(), "as it was called before");
    assertEquals(6.0, found.extra());
    assertEquals(6.0 * 10 / found.weeks(), found.hours().likely(), 1e-9);
    assertEquals(Interest.Place.MOVED, interest("src/Old.java").place());
    Meter meter = ship.meters().meter();
    long version = ship.meters().version();
    assertSame(meter, ship.meters().meter(), "nothing new, nothing done again");
    tell(late);
    assertNotSame(meter, ship.meters().meter());
    assertTrue(ship.meters().version() > version);
    Interest now = interest("lib/Older.java");
    assertEquals(11, now.touches());
    Merged merged = ship.meters().meter().merged();
    assertEquals("github.com/acme/shop#change/20", merged.key()[now.changes()[0]]);
    assertTrue(now.hours().likely() > found.hours().likely());
  }

  @Test
  void mergesTouchWhatTheirBranchesDid() {
    String[] told = voyage();
    repo.on("2026-10-21T08:00:00Z").branch("work").write("src/Old.java", "x\n").commit("One");
    repo.on("2026-10-21T10:00:00Z").write("web/Page.java", "x\n").commit("Two");
    repo.on("2026-10-22T08:00:00Z").checkout("main").merge("work");
    number = 20;
    ship = Ship.with(repo.path()).read("shop");
    tell(told);
    tell(told(Instant.parse("2026-10-22T08:00:00Z"), 1, repo.id("main")));
    assertEquals(11, interest("src/Old.java").touches());
    assertEquals(1, interest("web").touches());
    Merged merged = ship.meters().meter().merged();
    double hours = merged.hours()[interest("web").changes()[0]];
    assertEquals(24, hours, "from its first commit");
  }

  @Test
  void changesAreFoundByTheirNumberAndThoseOfWhichNobodyKnowsArePathless() {
    voyage();
    ship = Ship.with(repo.path()).read("shop");
    number = 1;
    tell(told(FIRST.plus(1, ChronoUnit.DAYS), 10, null));
    number = 77;
    tell(told(FIRST.plus(1, ChronoUnit.DAYS), 10, null));
    assertEquals(1, interest("src/Old.java").touches());
    assertEquals(List.of(new Meters.Known("shop", true, 1, 1)), ship.meters().known());
    assertEquals("shop", ship.meters().repository("https://github.com/acme/shop.git"));
  }

  @Test
  void withoutChangeRequestsCommitsAreTouchesAndHoursUnknown() {
    voyage();
    ship = Ship.with(repo.path()).read("shop");
    Interest found = interest("src/Old.java");
    assertEquals(10, found.touches());
    assertEquals(10, found.timeless());
    assertNull(found.hours());
    assertEquals(List.of(new Meters.Known("shop", false, 20, 0)), ship.meters().known());
  }

  @Test
  void changesAreComparedWithThoseOfTheTeamWhoseFolderTheyAreIn() {
    String[] told = voyage();
    String[] web = new String[6];
    Arrays.setAll(web, i -> change("web/Page.java", 100));
    ship = Ship.with(repo.path()).read("shop");
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
    ship.post("/catalog", "title=Core&owner=harbour&repository=shop&folder=src");
    ship.post("/catalog", "title=Front&owner=pier&repository=shop&folder=web");
    tell(told);
    tell(web);
    Merged merged = ship.meters().meter().merged();
    assertEquals(
        List.of("team:harbour", "team:pier"), Arrays.stream(merged.teams()).sorted().toList());
    assertEquals(6.0, interest("src/Old.java").extra(), "no change of the pier is a measure");
    assertEquals(6, interest("web").alone(), "the pier has no others");
  }
}
