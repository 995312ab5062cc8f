package pilothouse.accounts;

import java.lang.System.Logger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.people.Membership;
import pilothouse.people.People;
import pilothouse.people.Teams;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/**
 * What follows from the groups of directories. A role is given to a group, and whoever is in it has
 * it; a team is given to a group, and whoever is in it belongs to the team, from the day on which
 * that is seen to the day on which it is over. What a person said by hand stays as it is.
 */
final class Groups {
  private static final Logger LOG = System.getLogger(Groups.class.getName());
  private static final String SOURCE = "group ";
  private static final String SCIM = "scim";
  private static final int NAME = 290;
  private static final int MOST = 1_000;
  private final Storage storage;
  private final InstantSource clock;
  private final ZoneId zone;
  private final People people;
  private final Teams teams;
  private final Set<String> directories;

  Groups(Storage storage, People people, InstantSource clock, ZoneId zone, Providers providers) {
    this.directories = new TreeSet<>(Set.of(SCIM));
    providers.all().forEach(provider -> directories.add(provider.name()));
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
    this.people = people;
    this.teams = new Teams(storage, clock);
  }

  /**
   * A group.
   *
   * @param name with its directory before it
   * @param there how many accounts are in it now
   */
  record Known(String name, int there) {}

  /** That those of a group belong to a team. */
  record Rule(String id, String name, String team, String function, Instant at, String by) {
    String source() {
      return SOURCE + name;
    }

    boolean isKept(Membership one) {
      return one.team().equals(team) && one.function().equals(function);
    }
  }

  private static final RowMapper<Rule> RULE =
      (row, context) ->
          new Rule(
              row.getString("id"),
              row.getString("name"),
              row.getString("team"),
              row.getString("function"),
              Instants.parse(row.getString("said_at")),
              row.getString("said_by"));

  /**
   * Refuses what cannot become a group: one of a directory that is not there. Who is in it shows
   * when they sign in, so one that nobody is in yet is waited for.
   *
   * @param field where it was typed
   */
  void refuse(String name, String field) {
    boolean formed = name.matches("[a-z][a-z0-9-]*/.+") && name.length() <= NAME;
    if (!formed || !directories.contains(name.replaceFirst("/.*", ""))) {
      String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
      throw Refused.unfit(
              Texts.say("accounts.groups.is-no-group", shown),
              Texts.say("accounts.groups.write-the-directory-a", String.join(", ", directories)))
          .at(field);
    }
  }

  /** Whether somebody is in it now. */
  boolean isEmpty(String name) {
    return storage.read(rows -> GroupRows.accounts(rows, name)).isEmpty();
  }

  List<Known> known() {
    return storage.read(rows -> GroupRows.known(rows, MOST));
  }

  List<Rule> rules() {
    return storage.read(rows ->
        rows.createQuery(
                "select * from group_team where ended_at is null order by name, team limit 5000")
            .map(RULE)
            .list());
  }

  /**
   * Says that those of a group belong to a team; it shows when they next sign in, or when their
   * directory next tells of them.
   *
   * @throws Refused where the group is no group, or the team is not known
   */
  void rule(String name, String team, String function, String why, Caller by) {
    refuse(name, "group");
    Instant now = clock.instant();
    String what = function.strip().toLowerCase(Locale.ROOT);
    storage.write(rows -> {
      refuseUnknown(rows, team, what);
      rows.execute(
          "update group_team set ended_at = ?, ended_by = ? where name = ? and team = ? and ended_at is null",
          Instants.text(now),
          by.name(),
          name,
          team);
      rows.execute(
          """
          insert into group_team (id, name, team, function, said_at, said_by, why)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          Secret.id(),
          name,
          team,
          what,
          Instants.text(now),
          by.name(),
          why);
      note(rows, now, By.of(by), "group joined to team", name, why, Map.of("team", team));
      return true;
    });
  }

  private static void refuseUnknown(Handle rows, String team, String what) {
    boolean isThere =
        rows.createQuery("select count(*) from team where name = :team")
                .bind("team", team)
                .mapTo(Integer.class)
                .one()
            > 0;
    if (!isThere || what.length() > 40) {
      throw Refused.unfit(
          Texts.say("accounts.groups.there-is-no-team-2", team),
          Texts.say("accounts.groups.see-teams-for-the"));
    }
  }

  /** Ends such a rule; memberships that came from it end when it is next looked at. */
  void endRule(String id, Caller by) {
    Instant now = clock.instant();
    storage.write(rows -> {
      Rule rule =
          rows.createQuery("select * from group_team where id = :id and ended_at is null")
              .bind("id", id)
              .map(RULE)
              .findOne()
              .orElseThrow(() ->
                  new NotFound(
                      Texts.say("accounts.groups.that-rule-is-over"),
                      Texts.say("accounts.groups.look-at-the-page")));
      rows.execute(
          "update group_team set ended_at = ?, ended_by = ? where id = ?",
          Instants.text(now),
          by.name(),
          id);
      note(
          rows, now, By.of(by), "group parted from team", rule.name, "", Map.of("team", rule.team));
      return true;
    });
  }

  private static void note(
      Handle rows,
      Instant now,
      By by,
      String what,
      String group,
      String why,
      Map<String, String> fields) {
    Told.note(rows, now, by, what, Told.About.group(group), why, fields);
  }

  /**
   * The groups of one directory that an account is in are these now; in a transaction that runs.
   */
  static void set(
      Handle rows, Account account, String directory, Collection<String> groups, Instant now) {
    GroupRows.Change change = GroupRows.set(rows, account.id(), directory, groups, now);
    tell(rows, account, change, now);
  }

  /** Tells the journal which groups came and went. */
  static void tell(Handle rows, Account account, GroupRows.Change change, Instant now) {
    if (!change.isNothing()) {
      Told.note(
          rows,
          now,
          By.PROGRAM,
          "groups changed",
          Told.About.account(account),
          "",
          Map.of(
              "joined", String.join(", ", change.joined()),
              "left", String.join(", ", change.left())));
    }
  }

  /** Lets memberships of teams follow from the groups that an account is in now. */
  void follow(String id) {
    Optional<Account> found = storage.read(rows -> AccountRows.find(rows, id));
    List<Rule> rules = rules();
    Set<String> groups = storage.read(rows -> GroupRows.of(rows, id));
    List<Rule> meant =
        found.filter(Account::isOpen).isEmpty()
            ? List.of()
            : rules.stream().filter(rule -> groups.contains(rule.name())).toList();
    String person = found.map(Account::person).orElse(null);
    if (person == null) {
      if (meant.isEmpty() || found.isEmpty()) {
        return;
      }
      person = person(found.get());
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<Membership> theirs = memberships(person, today);
    for (Rule rule : meant) {
      if (theirs.stream().noneMatch(rule::isKept)) {
        join(rule, person, today);
      }
    }
    for (Membership one : theirs) {
      String source = one.said().source();
      boolean holds =
          meant.stream().anyMatch(rule -> source.equals(rule.source()) && rule.isKept(one));
      if (source.startsWith(SOURCE) && !holds) {
        teams.leave(one.id(), today.minusDays(1), said(source));
      }
    }
  }

  /** What stands against it, such as an end that a person said, is no reason to let nobody in. */
  private void join(Rule rule, String person, LocalDate today) {
    try {
      teams.join(rule.team(), person, rule.function(), today, null, said(rule.source()));
    } catch (NotFound _) {
      LOG.log(Logger.Level.WARNING, "{0} does not follow: its team is not there", rule.source());
    } catch (Refused _) {
      // Why is a sentence that names the person, which no log shall.
      LOG.log(
          Logger.Level.WARNING, "{0} does not follow everywhere: look at its team", rule.source());
    }
  }

  private List<Membership> memberships(String person, LocalDate today) {
    List<Membership> theirs = new ArrayList<>();
    for (String team : storage.read(rows -> teams(rows, person))) {
      teams.memberships(team, person).stream()
          .filter(one -> one.last() == null && one.ended().isEmpty() && one.holds(today))
          .forEach(theirs::add);
    }
    return theirs;
  }

  private static Set<String> teams(Handle rows, String person) {
    return new TreeSet<>(
        rows.createQuery("select team from membership where person = :person and last_day is null")
            .bind("person", person)
            .mapTo(String.class)
            .list());
  }

  /** Who the account is among those who are known: by its address, which its directory proved. */
  private String person(Account account) {
    String joined = people.joined(account.email()).orElse(null);
    if (joined == null) {
      people.join(account.name(), List.of(account.email()), said("account of " + account.name()));
      joined = people.joined(account.email()).orElseThrow();
    }
    String person = joined;
    storage.write(rows -> {
      AccountRows.rename(rows, account.id(), account.name(), person);
      return true;
    });
    return person;
  }

  private static Said said(String source) {
    return new Said("Pilothouse", source, false, "the directory says so");
  }

  /** The teams that rules may name. */
  List<String> teams() {
    return List.copyOf(teams.titles().keySet());
  }
}
