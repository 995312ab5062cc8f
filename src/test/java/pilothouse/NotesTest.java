package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;

/** Private notes: kept, read and taken away by those whom they are for, and by nobody else. */
@OnBothDatabases
class NotesTest {
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(Crew::ofTwoTeams);
  private final Crew crew = CREWS.here();

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  private static String kept(Crew.Hand hand, Map<String, String> form) {
    HttpResponse<String> answer = hand.post("/account/notes", form);
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private void assertHidden(Crew.Hand other, String note) {
    assertEquals(404, other.get(note).statusCode());
    assertEquals(404, other.post(note, Map.of("title", "x", "text", "y")).statusCode());
    assertEquals(404, other.post(note + "/forget", Map.of()).statusCode());
    assertFalse(other.get("/account/notes").body().contains(note));
  }

  @Test
  void oneKeepsChangesAndTakesAwayWhatNobodyElseReads() {
    Crew.Hand mara = crew.join("mara@ferry.example", "lead", "team", "pier");
    String text = "wants to <lead> by spring\r\nand said so twice";
    String note = kept(mara, Map.of("title", "Mooring & Ada", "text", text));
    String page = mara.get(note).body();
    assertTrue(page.contains("wants to &lt;lead&gt; by spring\nand said so twice"), page);
    assertTrue(mara.get("/account/notes").body().contains("Mooring &amp; Ada"));
    Crew.Hand next = crew.join("next@ferry.example", "lead", "team", "pier");
    List.of(crew.captain(), next).forEach(other -> assertHidden(other, note));
    assertEquals(403, crew.program("read", "organisation").get(note).statusCode());
    assertEquals(303, mara.post(note, Map.of("title", "Ada", "text", "changed")).statusCode());
    assertTrue(mara.get(note).body().contains("changed"));
    assertEquals(303, mara.post(note + "/forget", Map.of()).statusCode());
    assertEquals(404, mara.get(note).statusCode());
    assertFalse(mara.get("/account/notes").body().contains(note));
  }

  @Test
  void theLeadsOfATeamShareTheirsAndNobodyElseDoes() {
    Crew.Hand one = crew.join("one@ferry.example", "lead", "team", "pier");
    Crew.Hand two = crew.join("two@ferry.example", "lead", "team", "pier");
    Crew.Hand harbour = crew.join("three@ferry.example", "lead", "team", "harbour");
    Crew.Hand member = crew.join("four@ferry.example", "member", "team", "pier");
    Map<String, String> form = Map.of("title", "Mooring", "text", "candidates", "for", "pier");
    String note = kept(one, form);
    assertTrue(two.get(note).body().contains("candidates"));
    assertEquals(303, two.post(note, Map.of("title", "Mooring", "text", "two")).statusCode());
    String page = one.get(note).body();
    assertTrue(page.contains("two</textarea>"));
    String seen = page.replaceAll("(?s).*name=\"seen\" value=\"(\\w+)\".*", "$1");
    Map<String, String> first = Map.of("title", "Mooring", "text", "first", "seen", seen);
    assertEquals(303, two.post(note, first).statusCode());
    Map<String, String> late = Map.of("title", "Mooring", "text", "too late", "seen", seen);
    HttpResponse<String> refused = one.post(note, late);
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("too late</textarea>"), refused.body());
    assertTrue(one.get(note).body().contains("first</textarea>"));
    for (Crew.Hand other : List.of(crew.captain(), harbour, member)) {
      assertHidden(other, note);
      assertEquals(403, other.post("/account/notes", form).statusCode());
    }
  }

  @Test
  void theJournalAndTheDatabaseTellNothingOfIt() {
    Crew.Hand mara = crew.join("quiet@ferry.example", "reader", "team", "pier");
    kept(mara, Map.of("title", "Barnacle", "text", "Limpet"));
    String journal = crew.captain().get("/journal/entries.jsonl").body();
    assertTrue(journal.contains("note kept"), journal);
    assertFalse(journal.contains("Barnacle") || journal.contains("Limpet"));
    for (String path : List.of("/search?q=Barnacle", "/search?q=Limpet")) {
      assertFalse(mara.get(path).body().contains("/account/notes/"), path);
    }
  }

  @Test
  void whatIsTooLongOrHasNoTitleIsRefused() {
    Crew.Hand mara = crew.join("long@ferry.example", "reader", "team", "pier");
    for (Map<String, String> form :
        List.of(
            Map.of("text", "none"),
            Map.of("title", "t".repeat(201), "text", "x"),
            Map.of("title", "t\u0007", "text", "x"),
            Map.of("title", "t", "text", "x".repeat(20_001)))) {
      int status = mara.post("/account/notes", form).statusCode();
      assertTrue(status == 422 || status == 413 || status == 400, form.keySet() + " " + status);
    }
    assertEquals(404, mara.get("/account/notes/none").statusCode());
  }
}
