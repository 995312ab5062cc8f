package pilothouse.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.people.IdentityRows.Pair;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** Who is who: persons with their logins and addresses, joined and split again, each with why. */
public final class People {
  static final String PREFIX = "person/";
  private static final String APART = "apart";
  private static final String PROGRAM = "program";
  private static final String HUMAN = "human";
  private final Storage storage;
  private final InstantSource clock;
  private volatile Identities identities = Identities.none();

  public People(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Who is meant by a login or an address now; the same snapshot until something changes. */
  public Identities identities() {
    return storage.read(rows -> {
      long version = Revision.read(rows);
      Identities known = identities;
      if (known.version() != version) {
        known = read(rows, version);
        identities = known;
      }
      return known;
    });
  }

  /** The id of the person that a login or an address was joined to, asked for it alone. */
  public Optional<String> joined(String address) {
    String key = Identities.key(address);
    return storage.read(
        rows -> Optional.ofNullable(IdentityRows.persons(rows, List.of(key)).get(key)));
  }

  /** Whether it is a program, as {@link Identities#isBot} says, asked for it alone. */
  public boolean isBot(String address) {
    String key = Identities.key(address);
    return storage.read(rows -> {
      Map<String, String> all = IdentityRows.persons(rows, List.of(key));
      return new Identities(0, all, spread(rows, PROGRAM, all), spread(rows, HUMAN, all))
          .isBot(address);
    });
  }

  /** All who have any login or address, by id. */
  public List<Person> all() {
    return storage.read(IdentityRows::all);
  }

  /**
   * Some who have any login or address, or are in a team on that day, by id.
   *
   * @param after the slug that they come after; empty for the first
   * @param words what they are called by, or their logins or addresses hold
   * @param most how many at most
   */
  public List<Person> next(String after, List<String> words, int most, LocalDate day) {
    return storage.read(rows -> PersonRows.next(rows, after, words, most, day));
  }

  /** How many have any login or address, or are in a team on that day. */
  public long count(LocalDate day) {
    return storage.read(rows -> PersonRows.count(rows, day));
  }

  /** How many were ever added. */
  public long count() {
    return storage.read(
        rows -> rows.createQuery("select count(*) from person").mapTo(Long.class).one());
  }

  /** Those of these ids, in no order. */
  public List<Person> some(Collection<String> ids) {
    return storage.read(rows -> PersonRows.some(rows, List.copyOf(ids)));
  }

  /** Those of exactly this name, or with this slug. */
  public List<Person> called(String name) {
    return storage.read(rows -> PersonRows.called(rows, name));
  }

  /** What some were joined to once and were split from again. */
  public List<Joining> splits(Collection<String> ids) {
    return storage.read(rows -> PersonRows.joinings(rows, List.copyOf(ids), false));
  }

  /** The teams that some are in on that day, by person. */
  public Map<String, List<String>> teams(Collection<String> ids, LocalDate day) {
    return ids.isEmpty()
        ? Map.of()
        : storage.read(rows -> MembershipRows.teams(rows, List.copyOf(ids), day));
  }

  /** Those of them who were ever in a team. */
  public Set<String> belonged(Collection<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : storage.read(rows -> MembershipRows.belonged(rows, List.copyOf(ids)));
  }

  /** The person of this id. */
  public Optional<Person> find(String id) {
    return some(List.of(id)).stream().findFirst();
  }

  /** What people called a program. */
  public List<String> programs() {
    return words(PROGRAM);
  }

  /** What looks like a program, and people said it is none. */
  public List<String> humans() {
    return words(HUMAN);
  }

  /** Whether somebody said that the two are not one person's. */
  public boolean isApart(String one, String other) {
    Pair pair = Pair.of(Identities.key(one), Identities.key(other));
    return storage.read(rows -> IdentityRows.words(rows, APART)).contains(pair);
  }

  /**
   * Joins these logins and addresses to one person: to the one whom any of them has already, else
   * to a new one. A rule joins nothing that a person split or said to be apart.
   *
   * @param name as people say it, for a new person
   * @return what is new; empty where all were joined already
   * @throws Refused where a person would become two, or what is no address is given
   */
  public List<String> join(String name, Collection<String> addresses, Said said) {
    List<String> keys = addresses.stream().map(People::checked).distinct().toList();
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      Map<String, String> persons = IdentityRows.persons(rows, keys);
      Set<String> there = new LinkedHashSet<>();
      keys.stream().filter(persons::containsKey).forEach(key -> there.add(persons.get(key)));
      if (!said.byHand() && (there.size() > 1 || isApart(rows, keys, persons, there))) {
        return List.of();
      }
      if (there.size() == 1 && keys.stream().allMatch(persons::containsKey)) {
        return List.of();
      }
      String id = there.isEmpty() ? added(rows, name, keys, said, at) : there.iterator().next();
      List<String> joined = new ArrayList<>();
      for (String key : all(keys, persons, there)) {
        if (!id.equals(persons.get(key))) {
          IdentityRows.split(rows, key, said, at);
          IdentityRows.join(rows, key, id, said, at);
          joined.add(key);
        }
      }
      forgetApart(rows, keys, said, at);
      there.remove(id);
      there.forEach(other -> MembershipRows.hand(rows, other, id, said, at));
      Revision.raise(rows);
      Journal.write(
          rows,
          Entry.of(at, said, "identity joined", Subject.person(id))
              .with(
                  Map.of(
                      "logins and addresses", String.join(", ", joined),
                      "taken from", String.join(", ", there))));
      return joined;
    });
  }

  /** Takes a login or an address away from its person, and lets no rule join it there again. */
  public void split(String address, Said said) {
    String key = Identities.key(address);
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      Map<String, String> persons = IdentityRows.persons(rows);
      String person = persons.get(key);
      if (person == null || IdentityRows.split(rows, key, said, at) == 0) {
        throw new NotFound(
            Texts.say("people.people.joined-to-nobody", key), Texts.say("people.look-again"));
      }
      Set<Pair> apart = IdentityRows.words(rows, APART);
      persons.forEach((other, owner) -> {
        Pair pair = Pair.of(key, other);
        if (owner.equals(person) && !other.equals(key) && !apart.contains(pair)) {
          IdentityRows.say(rows, APART, pair, said, at);
        }
      });
      Revision.raise(rows);
      write(rows, said, at, "identity split", person, Map.of("login or address", key));
      return true;
    });
  }

  /** Says that two are not one person's: it is not proposed again. */
  public void apart(String one, String other, Said said) {
    Pair pair = Pair.of(checked(one), checked(other));
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      if (!IdentityRows.words(rows, APART).contains(pair)) {
        IdentityRows.say(rows, APART, pair, said, at);
        Revision.raise(rows);
        write(rows, said, at, "identity told apart", pair.one(), Map.of("from", pair.other()));
      }
      return true;
    });
  }

  /**
   * Says whether a login or an address is a program's; it goes for all that is joined with it.
   *
   * @return whether that is new
   */
  public boolean program(String address, boolean isProgram, Said said) {
    Pair pair = new Pair(checked(address), "");
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      String word = isProgram ? PROGRAM : HUMAN;
      if (IdentityRows.words(rows, word).contains(pair)) {
        return false;
      }
      IdentityRows.unsay(rows, isProgram ? HUMAN : PROGRAM, pair, said, at);
      IdentityRows.say(rows, word, pair, said, at);
      Revision.raise(rows);
      write(rows, said, at, "identity called", pair.one(), Map.of("is", word));
      return true;
    });
  }

  private static void write(
      Handle rows, Said said, Instant at, String what, String whose, Map<String, String> told) {
    Journal.write(rows, Entry.of(at, said, what, Subject.person(whose)).with(told));
  }

  private static Identities read(Handle rows, long version) {
    Map<String, String> persons = IdentityRows.persons(rows);
    return new Identities(
        version, persons, spread(rows, PROGRAM, persons), spread(rows, HUMAN, persons));
  }

  /** What was said of one address goes for all of the same person. */
  private static Set<String> spread(Handle rows, String word, Map<String, String> persons) {
    Set<String> said =
        IdentityRows.words(rows, word).stream().map(Pair::one).collect(Collectors.toSet());
    Set<String> all = new TreeSet<>(said);
    persons.forEach((address, person) -> {
      if (said.stream().anyMatch(one -> person.equals(persons.get(one)))) {
        all.add(address);
      }
    });
    return all;
  }

  private List<String> words(String word) {
    return storage.read(
        rows -> IdentityRows.words(rows, word).stream().map(Pair::one).sorted().toList());
  }

  private static boolean isApart(
      Handle rows, List<String> keys, Map<String, String> persons, Set<String> there) {
    Set<Pair> apart = IdentityRows.words(rows, APART);
    List<String> all = all(keys, persons, there);
    return all.stream()
        .anyMatch(one -> all.stream().anyMatch(two -> apart.contains(Pair.of(one, two))));
  }

  /** The addresses with all that belong to the same persons. */
  private static List<String> all(
      List<String> keys, Map<String, String> persons, Set<String> there) {
    Set<String> all = new LinkedHashSet<>(keys);
    persons.forEach((address, person) -> {
      if (there.contains(person)) {
        all.add(address);
      }
    });
    return all.stream().sorted().toList();
  }

  private static void forgetApart(Handle rows, List<String> keys, Said said, Instant at) {
    for (Pair pair : IdentityRows.words(rows, APART)) {
      if (keys.contains(pair.one()) && keys.contains(pair.other())) {
        IdentityRows.unsay(rows, APART, pair, said, at);
      }
    }
  }

  private static String added(Handle rows, String name, List<String> keys, Said said, Instant at) {
    String shown = name.isBlank() ? keys.getFirst() : name.strip();
    if (shown.length() > 120 || shown.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(Texts.say("people.people.long-name"), Texts.say("people.shorten-it"));
    }
    String slug = Slug.of(shown.contains("@") ? shown.replaceFirst("@.*", "") : shown);
    String id = PREFIX + slug;
    for (int number = 2; IdentityRows.isThere(rows, id); number++) {
      id = PREFIX + slug + "-" + number;
    }
    IdentityRows.add(rows, id, shown, said, at);
    return id;
  }

  private static String checked(String address) {
    String key = Identities.key(address);
    if (key.isEmpty() || key.length() > 254 || !key.matches("[^\\s,;<>\"\\p{Cntrl}]+")) {
      throw Refused.unfit(
          Texts.say("people.people.no-login", key.length() > 80 ? key.substring(0, 80) + "…" : key),
          Texts.say("people.people.write-one"));
    }
    return key;
  }
}
