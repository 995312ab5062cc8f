package pilothouse.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.scim.Group;
import pilothouse.accounts.scim.Listing;
import pilothouse.accounts.scim.ScimTrouble;
import pilothouse.accounts.scim.User;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;
import tools.jackson.databind.node.ObjectNode;

/** What a directory sees and says of groups through SCIM. */
final class DirectoryGroups {
  private final Storage storage;
  private final InstantSource clock;
  private final Groups groups;

  DirectoryGroups(Storage storage, InstantSource clock, Groups groups) {
    this.storage = storage;
    this.clock = clock;
    this.groups = groups;
  }

  /** Some groups, as SCIM lists them. */
  ObjectNode all(Listing asked, String base) {
    String[] one =
        Directory.exact(asked.filter(), "id", "displayName", "externalId")
            .orElse(new String[] {"", ""});
    boolean withMembers = asked.shows("members") || asked.filter() != null;
    return storage.read(rows ->
        Directory.paged(
            asked,
            ScimGroupRows.all(rows, one[0], one[1]).stream()
                .map(group -> json(rows, group, withMembers, base))
                .toList()));
  }

  /** One group. */
  ObjectNode one(String id, String base) {
    return storage.read(rows -> json(rows, kept(rows, id), true, base));
  }

  private static ScimGroupRows.Kept kept(Handle rows, String id) {
    return ScimGroupRows.all(rows, "id", id).stream()
        .findFirst()
        .orElseThrow(() -> ScimTrouble.missing("There is no such group."));
  }

  private static ObjectNode json(
      Handle rows, ScimGroupRows.Kept kept, boolean withMembers, String base) {
    List<User.Reference> members =
        withMembers ? ScimGroupRows.members(rows, kept.name()) : List.of();
    Group group =
        new Group(
            kept.name(), kept.externalId(), members.stream().map(User.Reference::id).toList());
    long version = Directory.version(group.toString());
    return group.json(
        kept.id(), new User.Stamp(kept.made(), kept.changed(), version), members, base);
  }

  /** Makes a group. */
  String make(Group group, Caller by) {
    return set(Secret.id(), null, group, by);
  }

  /** Changes a group to what the directory says now. */
  void change(String id, Group group, Caller by) {
    ScimGroupRows.Kept before = storage.read(rows -> kept(rows, id));
    set(id, before.name(), group, by);
  }

  /** Forgets a group: nobody is in it any more. */
  void delete(String id, Caller by) {
    ScimGroupRows.Kept before = storage.read(rows -> kept(rows, id));
    Set<String> changed =
        storage.writeDurably(rows -> {
          Set<String> all = members(rows, before.name(), List.of(), by);
          ScimGroupRows.drop(rows, id);
          note(rows, by, "group removed", before.name(), Map.of());
          return all;
        });
    follow(before.name(), "", changed);
  }

  private String set(String id, @Nullable String before, Group group, Caller by) {
    Instant now = clock.instant();
    Set<String> changed =
        storage.writeDurably(rows -> {
          boolean taken =
              ScimGroupRows.all(rows, "displayName", group.name()).stream()
                  .anyMatch(there -> !there.id().equals(id));
          if (taken) {
            throw ScimTrouble.uniqueness("A group has this displayName already.");
          }
          ScimGroupRows.keep(rows, id, group, now);
          Set<String> all = new LinkedHashSet<>();
          if (before != null && !before.equals(group.name())) {
            all.addAll(members(rows, before, List.of(), by));
          }
          all.addAll(members(rows, group.name(), group.members(), by));
          if (before == null) {
            note(rows, by, "group made", group.name(), Map.of());
          } else if (!before.equals(group.name())) {
            note(rows, by, "group renamed", group.name(), Map.of("was", before));
          }
          return all;
        });
    follow(before == null ? "" : before, group.name(), changed);
    return id;
  }

  /** Who is in a group now; whose groups that changed. */
  private Set<String> members(Handle rows, String name, List<String> wanted, Caller by) {
    Instant now = clock.instant();
    String full = ScimGroupRows.DIRECTORY + name;
    Set<String> there = new TreeSet<>(GroupRows.accounts(rows, full));
    List<String> joined = new ArrayList<>(wanted);
    joined.removeIf(there::contains);
    for (String id : joined) {
      if (ScimRows.people(rows, "id", id, 0, 1).isEmpty()) {
        throw ScimTrouble.value("A member is no user here: " + id.replaceAll("[^\\w-]", "?"));
      }
      GroupRows.join(rows, id, full, now);
    }
    there.removeAll(new LinkedHashSet<>(wanted));
    there.forEach(id -> GroupRows.leave(rows, id, full, now));
    Set<String> changed = new LinkedHashSet<>(joined);
    changed.addAll(there);
    if (!changed.isEmpty()) {
      Map<String, String> who = Map.of("joined", emails(rows, joined), "left", emails(rows, there));
      note(rows, by, "group members changed", name, who);
    }
    return changed;
  }

  private void note(Handle rows, Caller by, String what, String name, Map<String, String> fields) {
    Told.About group = Told.About.group(ScimGroupRows.DIRECTORY + name);
    Told.note(rows, clock.instant(), By.of(by), what, group, Directory.WHY, fields);
  }

  private static String emails(Handle rows, Iterable<String> ids) {
    List<String> emails = new ArrayList<>();
    for (String id : ids) {
      AccountRows.find(rows, id).ifPresent(account -> emails.add(account.email()));
    }
    return String.join(", ", emails);
  }

  /** Teams follow, where a rule names one of the two groups. */
  private void follow(String before, String after, Set<String> changed) {
    boolean isRuled =
        groups.rules().stream()
            .map(Groups.Rule::name)
            .anyMatch(name ->
                name.equals(ScimGroupRows.DIRECTORY + before)
                    || name.equals(ScimGroupRows.DIRECTORY + after));
    if (isRuled) {
      changed.forEach(groups::follow);
    }
  }
}
