package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The forms of the catalogue take nothing away that nobody asked to take away. */
class CatalogPagesTest {
  @Test
  void aNameThatExistsIsNotDeclaredAgain() {
    try (Ship ship = Ship.with()) {
      ship.post("/catalog", "title=Wall&kind=library&description=It+stands&repository=no%2Fsuch");
      HttpResponse<String> again = ship.post("/catalog", "title=Wall");
      assertEquals(409, again.statusCode());
      assertTrue(again.body().contains("wall exists already."), again.body());
      assertTrue(again.body().contains("/catalog/wall"), again.body());
      assertTrue(ship.get("/api/v1/catalog").body().contains("It stands"));
      assertTrue(
          ship.get("/catalog/wall").body().contains("no repository of that name is read here yet"));
      ship.post("/catalog/wall", "title=Wall&description=");
      String left = ship.get("/api/v1/catalog").body();
      assertFalse(left.contains("It stands"), left);
      assertTrue(left.contains("library"), left);
      assertEquals(422, ship.post("/catalog", "title=Gate&part_of=nothing").statusCode());
      assertEquals(422, ship.post("/catalog", "title=Gate&owner=nobody").statusCode());
      assertFalse(ship.get("/api/v1/catalog").body().contains("Gate"));
    }
  }

  @Test
  void teamsAreOfAKnownTypeAndDeclaredOnce() {
    try (Ship ship = Ship.with()) {
      assertEquals(422, ship.post("/teams", "title=Harbour&type=bogus").statusCode());
      assertEquals(200, ship.post("/teams", "title=Harbour&type=platform").statusCode());
      assertEquals(409, ship.post("/teams", "title=Harbour").statusCode());
      String teams = ship.get("/api/v1/teams").body();
      assertTrue(teams.contains("platform"), teams);
      String ghost = "person=ghost%40x.example&from=2026-03-01&to=2026-01-01";
      assertEquals(422, ship.post("/teams/harbour/members", ghost).statusCode());
      assertFalse(ship.get("/people/identities").body().contains("ghost@x.example"));
    }
  }

  @Test
  void nothingToTryIsRefused() {
    try (Ship ship = Ship.with()) {
      for (String asked : new String[] {"", "?service=", "?service=&path=web", "?branch=+"}) {
        HttpResponse<String> answer = ship.get("/api/v1/rules/try" + asked);
        assertEquals(400, answer.statusCode(), asked);
        assertTrue(answer.body().contains("Name something to try."), answer.body());
      }
      assertEquals(200, ship.get("/api/v1/rules/try?branch=main").statusCode());
    }
  }
}
