package pilothouse.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.scim.Filter;
import pilothouse.accounts.scim.Listing;
import pilothouse.accounts.scim.ScimTrouble;
import pilothouse.accounts.scim.User;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import tools.jackson.databind.node.ObjectNode;

/** What a directory sees and says of accounts through SCIM. */
final class Directory {
  static final String WHY = "the directory says so";
  private final Storage storage;
  private final InstantSource clock;
  private final Registry registry;
  private final Groups groups;

  Directory(Storage storage, InstantSource clock, Registry registry, Groups groups) {
    this.storage = storage;
    this.clock = clock;
    this.registry = registry;
    this.groups = groups;
  }

  /** Some accounts, as SCIM lists them. */
  ObjectNode users(Listing asked, String base) {
    Optional<String[]> exact = exact(asked.filter(), "id", "userName", "externalId");
    boolean whole = exact.isEmpty() && asked.filter() != null;
    return storage.read(rows -> {
      var groupsOf = ScimGroupRows.of(rows, null);
      String[] one = exact.orElse(new String[] {"", ""});
      int from = whole || exact.isPresent() ? 0 : asked.start() - 1;
      int most = whole || exact.isPresent() ? Integer.MAX_VALUE : asked.count();
      List<ObjectNode> found =
          ScimRows.people(rows, one[0], one[1], from, most).stream()
              .map(person ->
                  json(person, groupsOf.getOrDefault(person.account().id(), List.of()), base))
              .toList();
      return exact.isEmpty() && !whole
          ? asked.page(ScimRows.people(rows), found)
          : paged(asked, found);
    });
  }

  static ObjectNode paged(Listing asked, List<ObjectNode> all) {
    List<ObjectNode> meant = asked.meant(all);
    return asked.page(
        meant.size(), meant.stream().skip(asked.start() - 1L).limit(asked.count()).toList());
  }

  /** The attribute and the value, where the filter asks for one alone. */
  static Optional<String[]> exact(@Nullable Filter filter, String... attributes) {
    for (String attribute : attributes) {
      Optional<String> value = filter == null ? Optional.empty() : filter.exactly(attribute);
      if (value.isPresent()) {
        return Optional.of(new String[] {attribute, value.get()});
      }
    }
    return Optional.empty();
  }

  /** One account. */
  ObjectNode user(String id, String base) {
    return storage.read(rows -> json(rows, person(rows, id), base));
  }

  private static ScimRows.Person person(Handle rows, String id) {
    return ScimRows.people(rows, "id", id, 0, 1).stream()
        .findFirst()
        .orElseThrow(() -> ScimTrouble.missing("There is no such user."));
  }

  private static ObjectNode json(Handle rows, ScimRows.Person person, String base) {
    String id = person.account().id();
    return json(person, ScimGroupRows.of(rows, id).getOrDefault(id, List.of()), base);
  }

  private static ObjectNode json(ScimRows.Person person, List<User.Reference> groups, String base) {
    long version = version(person.user() + " " + groups);
    return person
        .user()
        .json(
            person.account().id(),
            new User.Stamp(person.account().at(), person.changed(), version),
            groups,
            base);
  }

  /** The same for the same contents, whoever changed them. */
  static long version(String contents) {
    return Long.parseLong(Secret.hash(contents).substring(0, 15), 16);
  }

  /** Makes an account; one that the directory had deleted opens again. */
  String make(User user, Caller by) {
    String email = email(user);
    Instant now = clock.instant();
    String id =
        storage.writeDurably(rows -> {
          Optional<String> taken = ScimRows.taken(rows, user, "");
          if (taken.isPresent() && !ScimRows.people(rows, "id", taken.get(), 0, 1).isEmpty()) {
            throw ScimTrouble.uniqueness("Somebody has this userName or e-mail address already.");
          }
          String made =
              taken.orElseGet(() -> registry.make(rows, email, name(user), By.of(by)).id());
          ScimRows.tell(rows, made, user, now);
          return made;
        });
    apply(id, user, by);
    return id;
  }

  private static String name(User user) {
    return user.name().isEmpty() ? user.email().replaceFirst("@.*", "") : user.name();
  }

  private static String email(User user) {
    try {
      return Emails.checked(user.email());
    } catch (Refused e) {
      throw ScimTrouble.value(String.valueOf(e.getMessage()));
    }
  }

  /** Changes an account to what the directory says now. */
  void change(String id, User user, Caller by) {
    String email = email(user);
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      ScimRows.Person before = person(rows, id);
      if (ScimRows.taken(rows, user, id).isPresent()) {
        throw ScimTrouble.uniqueness("Somebody else has this userName or e-mail address.");
      }
      ScimRows.tell(rows, id, user, now);
      if (!email.equals(before.account().email())) {
        ScimRows.email(rows, id, email);
        note(rows, before.account(), now, by, "address changed", Map.of("email", email));
      }
      return true;
    });
    apply(id, user, by);
  }

  /** The name, and whether the account is open. */
  private void apply(String id, User user, Caller by) {
    Account account = registry.find(id).orElseThrow();
    if (!account.name().equals(name(user))) {
      registry.rename(id, name(user), by);
    }
    if (user.active() && !account.isOpen()) {
      registry.reopen(id, by);
    }
    if (!user.active() && account.isOpen()) {
      registry.close(id, WHY, by);
    }
    if (user.active() != account.isOpen()) {
      groups.follow(id);
    }
  }

  /** Closes an account that the directory deletes: its groups are over, and it is hidden there. */
  void delete(String id, Caller by) {
    Instant now = clock.instant();
    User user = storage.read(rows -> person(rows, id)).user();
    registry.close(id, WHY, by);
    storage.writeDurably(rows -> {
      Account account = AccountRows.find(rows, id).orElseThrow();
      ScimRows.tell(rows, id, user, now);
      ScimRows.gone(rows, id, now);
      Groups.set(rows, account, "scim", List.of(), now);
      return true;
    });
    groups.follow(id);
  }

  private static void note(
      Handle rows,
      Account account,
      Instant now,
      Caller by,
      String what,
      Map<String, String> fields) {
    Told.note(rows, now, By.of(by), what, Told.About.account(account), WHY, fields);
  }
}
