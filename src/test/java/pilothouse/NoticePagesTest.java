package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.git.Progress;

/** The journal and notices as people see them, and what is refused there. */
class NoticePagesTest {
  private static final Ship SHIP =
      Ship.set(
              Map.of(
                  "smtp_host", "127.0.0.1",
                  "smtp_port", "9",
                  "smtp_tls", "none",
                  "smtp_from", "pilot@ferry.example",
                  "outgoing_allowed", "127.0.0.1"),
              Progress.SILENT)
          .declared()
          .joined();
  private static final Ship BARE = Ship.with();

  @AfterAll
  static void stops() {
    SHIP.close();
    BARE.close();
  }

  @Test
  void theJournalTellsWhatChangedWithBeforeAndAfter() {
    SHIP.post("/teams/harbour", "title=Harbour+crew&focus=&type=&why=renamed");
    String page = SHIP.get("/journal?what=team&text=renamed").body();
    assertTrue(page.contains("<del>Harbour</del> → <ins>Harbour crew</ins>"), page);
    assertTrue(page.contains("renamed"), page);
    assertTrue(page.contains("/journal/entries.csv?what=team&amp;text=renamed"), page);
    assertTrue(SHIP.get("/teams/harbour").body().contains("What changed last"));
    assertTrue(SHIP.get("/catalog/harbour-lights").body().contains("system declared"));
  }

  @Test
  void whoIsWhoStandsApart() {
    assertFalse(SHIP.get("/journal").body().contains("mara"));
    assertFalse(SHIP.get("/journal/entries.jsonl").body().contains("mara"));
    assertFalse(SHIP.get("/api/v1/journal").body().contains("mara"));
    assertTrue(SHIP.get("/journal/people").body().contains("mara@ferry.example"));
    assertTrue(SHIP.get("/journal/people/entries.csv").body().contains("member added"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/journal?from=soon | 400 | is not a day",
        "/journal?before=x | 400 | is no entry's number",
        "/journal?place=ship:one | 400 | is no place",
        "/journal?wht=team | 400 | Did you mean",
        "/api/v1/journal?most=0 | 400 | whole number",
        "/api/v1/journal?colour=red | 400 | is nothing that",
        "/notices/none | 404 | no subscription like that",
        "/notices/stop?id=1&proof=2 | 404 | ends nothing",
        "/notices/stop | 404 | ends nothing"
      })
  void whatMakesNoSenseIsRefused(String path, int status, String says) {
    HttpResponse<String> answer = SHIP.get(path);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().replace("&#39;", "'").contains(says), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "way=email&target=nobody | 422 | no address for mails",
        "way=email&target=mara%40ferry.example&rhythm=never | 422 | no rhythm",
        "way=email&target=mara%40ferry.example&zone=Moon | 422 | no time zone",
        "way=email&target=mara%40ferry.example&hour=24 | 422 | is not from 0 to 23",
        "way=email&target=mara%40ferry.example&what=a%0Ab | 422 | one line",
        "way=webhook&target=http%3A%2F%2F10.0.0.1%2F | 422 | not on the internet",
        "way=webhook&target=http%3A%2F%2F169.254.169.254%2Flatest | 422 | not on the internet",
        "way=webhook&target=file%3A%2F%2F%2Fetc%2Fpasswd | 422 | no address that can be asked"
      })
  void whatCannotBeSubscribedIsRefused(String form, int status, String says) {
    HttpResponse<String> answer = SHIP.post("/notices", form);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
  }

  @Test
  void withoutAServerForMailsNoneArePromised() {
    assertTrue(BARE.get("/notices").body().contains("smtp_host"));
    HttpResponse<String> answer =
        BARE.post("/notices", "way=email&target=mara%40ferry.example&rhythm=daily");
    assertEquals(422, answer.statusCode());
  }

  @Test
  void aWebhooksSecretIsShownOnceAndStandsNowhereElse() {
    HttpResponse<String> made =
        SHIP.post("/notices", "way=webhook&target=http%3A%2F%2F127.0.0.1%3A9%2Fhook&what=team");
    assertEquals(200, made.statusCode(), made.body());
    Matcher secret = Pattern.compile("whsec_[A-Za-z0-9+/=]{44}").matcher(made.body());
    assertTrue(secret.find(), made.body());
    String address = found(made.body(), "href=\"(/notices/[0-9a-f-]{36})\"");
    for (String path : List.of("/notices", address, "/journal/people/entries.jsonl")) {
      assertFalse(SHIP.get(path).body().contains(secret.group()), path);
    }
    assertTrue(SHIP.get("/journal").body().contains("subscription made"));
    assertFalse(SHIP.get("/journal").body().contains("/hook"), "only the machine is told");
    assertTrue(SHIP.post(address + "/pause", "").body().contains("It is paused."));
    assertFalse(SHIP.post(address + "/resume", "").body().contains("It is paused."));
    assertEquals(404, SHIP.post(address + "/again", "message=none").statusCode());
    SHIP.post(address + "/end", "");
    assertEquals(404, SHIP.get(address).statusCode());
  }

  @Test
  void anotherSiteCannotSubscribe() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SHIP.at("/notices"))
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.ofString("way=email"));
    assertEquals(403, SHIP.send(request).statusCode());
  }

  private static String found(String body, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(body);
    assertTrue(found.find(), body);
    return found.group(1);
  }
}
