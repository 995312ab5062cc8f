package pilothouse.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pilothouse.evidence.Contributors;
import pilothouse.evidence.History;
import pilothouse.people.Identities;
import pilothouse.people.People;
import pilothouse.people.Person;
import pilothouse.text.Folded;
import pilothouse.text.Texts;

/**
 * Logins and addresses that may be one person's: proposed, never joined without a person's word.
 */
final class Likely {
  private static final int MOST = 200;
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> COMMON =
      Set.of(
          "admin",
          "build",
          "contact",
          "dev",
          "developer",
          "git",
          "github",
          "gitlab",
          "hello",
          "info",
          "mail",
          "noreply",
          "no-reply",
          "office",
          "ops",
          "root",
          "support",
          "team",
          "test",
          "user",
          "webmaster");

  private final People people;
  private final Identities identities;
  private final Map<String, String> names = new TreeMap<>();

  Likely(People people) {
    this.people = people;
    this.identities = people.identities();
  }

  /**
   * What is likely, by address.
   *
   * @param histories where names and addresses stand in
   * @param logins that came in with facts
   */
  List<LikelyPair> of(Collection<History> histories, Collection<String> logins) {
    histories.forEach(history -> add(history.people()));
    logins.forEach(login -> names.putIfAbsent(Identities.key(login), ""));
    for (Person person : people.all()) {
      person.joinings().forEach(joining -> names.put(joining.address(), person.name()));
    }
    names.keySet().removeIf(identities::isBot);
    List<LikelyPair> pairs = new ArrayList<>();
    sameName(pairs);
    sameLocalPart(pairs);
    return pairs;
  }

  private void add(Contributors contributors) {
    for (int i = 0; i < contributors.size(); i++) {
      String key = Identities.key(contributors.emails()[i]);
      if (!key.isEmpty() && !contributors.bots().get(i)) {
        names.merge(key, contributors.names()[i], (one, two) -> one.isEmpty() ? two : one);
      }
    }
  }

  private void sameName(List<LikelyPair> pairs) {
    Map<String, Set<String>> called = new TreeMap<>();
    names.forEach((address, name) -> {
      String plain = plain(name);
      if (plain.contains(" ")) {
        called.computeIfAbsent(plain, key -> new TreeSet<>()).add(address);
      }
    });
    called.forEach((name, addresses) -> {
      List<String> all = List.copyOf(addresses);
      for (int i = 1; i < all.size(); i++) {
        propose(all.getFirst(), all.get(i), Texts.say("catalog.likely.same-name"), pairs);
      }
    });
  }

  private void sameLocalPart(List<LikelyPair> pairs) {
    Map<String, List<String>> locals = new HashMap<>();
    for (String address : names.keySet()) {
      int at = address.indexOf('@');
      if (at > 2) {
        locals.computeIfAbsent(address.substring(0, at), key -> new ArrayList<>()).add(address);
      }
    }
    for (String login : names.keySet()) {
      if (!login.contains("@") && !COMMON.contains(login)) {
        for (String email : locals.getOrDefault(login, List.of())) {
          propose(login, email, Texts.say("catalog.likely.before-the-at"), pairs);
        }
      }
    }
  }

  private void propose(String one, String other, String why, List<LikelyPair> pairs) {
    boolean joined = identities.person(one).equals(identities.person(other));
    if (!joined && pairs.size() < MOST && !people.isApart(one, other)) {
      String name = names.getOrDefault(one, "");
      pairs.add(
          new LikelyPair(one, other, name.isEmpty() ? names.getOrDefault(other, "") : name, why));
    }
  }

  private static String plain(String name) {
    return SIGNS.matcher(Folded.of(name)).replaceAll(" ").strip();
  }
}
