package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;
import pilothouse.web.Permission;
import pilothouse.web.Route;

/**
 * Who may use which address: {@code policy.txt} says it, one line an address, and the real program
 * is asked by everybody for each of them.
 */
@OnBothDatabases
class RoutesTest {
  private static final String UNSEEN = "There is nothing at this address that you may see.";
  private static final String FORBIDDEN = "You may look at this, but not do it.";

  /** What each role may, by the words of the policy. */
  private static final Map<String, Set<String>> MAY =
      Map.of(
          "reader", Set.of("look"),
          "member", Set.of("look", "people", "say"),
          "lead", Set.of("look", "people", "say", "change"),
          "administrator", Set.of("look", "people", "say", "change", "administer", "scim"));

  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(Crew::ofTwoTeams);
  private static final PerDatabase<Map<String, Asker>> ASKERS =
      new PerDatabase<>(() -> askers(CREWS.here()));
  private final Ship ship = CREWS.here().ship();
  private final Map<String, Asker> askers = ASKERS.here();

  /**
   * Somebody who asks.
   *
   * @param scope organisation, harbour (whose team answers for ferry), pier (for something else)
   */
  private record Asker(Crew.Hand hand, Set<String> may, String scope, boolean signedIn) {
    boolean may(Line line) {
      return switch (line.may()) {
        case "everybody", "sender" -> true;
        case "own", "notices" -> signedIn;
        case "known" -> !isNobody();
        default -> may.contains(line.may()) && reaches(line.where());
      };
    }

    boolean sees(Line line) {
      return (Set.of("own", "notices").contains(line.may()) && may.contains("look"))
          || (may.contains("look") && reaches(line.where()));
    }

    private boolean reaches(String where) {
      return switch (where) {
        case "anywhere" -> true;
        case "organisation" -> scope.equals("organisation");
        default -> scope.equals("organisation") || scope.equals("harbour");
      };
    }

    boolean isNobody() {
      return hand.proof() == null;
    }
  }

  /** One line of the policy. */
  private record Line(String method, String path, String may, String where) {
    String address() {
      return path.replace("{repository}", "ferry")
          .replace("{system}", "ferry")
          .replace("{team}", "harbour")
          .replace("{metric}", "deployment-frequency")
          .replace("{badge}", "deployment-frequency.svg")
          .replaceAll("\\{[^}]*}", "none");
    }
  }

  private static Map<String, Asker> askers(Crew crew) {
    Map<String, Asker> askers = new LinkedHashMap<>();
    askers.put("nobody", new Asker(Crew.Hand.nobody(crew.ship()), Set.of(), "", false));
    for (String role : List.of("reader", "member", "lead")) {
      add(askers, crew, role, "organisation", "");
    }
    for (String role : List.of("reader", "member", "lead", "administrator")) {
      add(askers, crew, role, "team", "harbour");
    }
    add(askers, crew, "administrator", "team", "pier");
    askers.put(
        "a token to look",
        new Asker(crew.program("read", "organisation"), Set.of("look"), "organisation", false));
    askers.put(
        "a token of elsewhere",
        new Asker(
            crew.program("read change say people administer scim", "system pier-lamp"),
            Objects.requireNonNull(MAY.get("administrator")),
            "pier",
            false));
    askers.put(
        "a directory",
        new Asker(crew.program("scim", "organisation"), Set.of("scim"), "organisation", false));
    askers.put(
        "the administrator",
        new Asker(
            crew.captain(),
            Objects.requireNonNull(MAY.get("administrator")),
            "organisation",
            true));
    return askers;
  }

  private static void add(
      Map<String, Asker> askers, Crew crew, String role, String scope, String place) {
    String name = role + " of " + (place.isEmpty() ? "the organisation" : place);
    Crew.Hand hand = crew.join(role + place + "@ferry.example", role, scope, place);
    Set<String> may = Objects.requireNonNull(MAY.get(role));
    askers.put(name, new Asker(hand, may, place.isEmpty() ? "organisation" : place, true));
  }

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  @Test
  void thePolicyNamesEveryAddressAndNoOther() {
    Set<String> served = new TreeSet<>();
    ship.routes().forEach(route -> served.add(route.method() + " " + route.path()));
    Set<String> named = new TreeSet<>();
    policy()
        .forEach(line -> {
          String address = line.method() + " " + line.path();
          assertTrue(named.add(address), address + " stands twice");
        });
    Set<String> missing = new TreeSet<>(served);
    missing.removeAll(named);
    named.removeAll(served);
    assertEquals(Set.of(), missing, "policy.txt says nothing of these");
    assertEquals(Set.of(), named, "these are served no more");
  }

  @Test
  void whatChangesIsNeverOnlyLookedAt() {
    for (Route route : ship.routes()) {
      boolean changes = route.method() != Route.Method.GET;
      if (changes) {
        assertEquals(
            false,
            Set.of(Permission.READ, Permission.PEOPLE).contains(route.permission()),
            route.path());
      }
    }
  }

  @Test
  void everybodyGetsWhatThePolicySays() {
    List<String> breaches = new ArrayList<>();
    for (Line line : inOrder()) {
      askers.forEach((name, asker) -> {
        String wanted = wanted(line, asker);
        String got = got(line, asker);
        if (!wanted.equals(got)) {
          breaches.add(
              "%s %s by %s: %s, and should be: %s"
                  .formatted(line.method(), line.path(), name, got, wanted));
        }
      });
    }
    assertEquals("", String.join("\n", breaches));
  }

  /** What ends a session or a thing that others ask for comes last. */
  private static List<Line> inOrder() {
    return policy().stream()
        .sorted(
            Comparator.comparing((Line line) -> line.path().equals("/sign-out"))
                .thenComparing(line -> line.path().endsWith("/retire")))
        .toList();
  }

  private static String wanted(Line line, Asker asker) {
    if (asker.may(line)) {
      return "may";
    }
    if (asker.isNobody()) {
      return "sign in first";
    }
    return asker.sees(line) ? "may only look" : "nothing there";
  }

  private static String got(Line line, Asker asker) {
    HttpResponse<String> answer =
        switch (line.method()) {
          case "GET" -> asker.hand().get(line.address());
          case "POST" -> asker.hand().post(line.address(), Map.of());
          default -> asker.hand().send(line.method(), line.address());
        };
    String body = answer.body();
    boolean toSignIn =
        answer.headers().firstValue("Location").orElse("").startsWith("/sign-in?to=");
    if (toSignIn || body.contains("This needs somebody who is signed in.")) {
      return "sign in first";
    }
    if (body.contains(UNSEEN)) {
      return "nothing there";
    }
    if (body.contains(FORBIDDEN)) {
      return "may only look";
    }
    return answer.statusCode() >= 500 && answer.statusCode() != 503
        ? "broken: " + answer.statusCode()
        : "may";
  }

  private static List<Line> policy() {
    Map<String, Line> lines = new TreeMap<>();
    for (String text : text().lines().toList()) {
      if (!text.isBlank() && !text.startsWith("#")) {
        String[] words = text.strip().split("\\s+", 4);
        Line line = new Line(words[0], words[1], words[2], words.length > 3 ? words[3] : "");
        lines.put(line.method() + " " + line.path(), line);
      }
    }
    return List.copyOf(lines.values());
  }

  private static String text() {
    try (var in = RoutesTest.class.getResourceAsStream("policy.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
