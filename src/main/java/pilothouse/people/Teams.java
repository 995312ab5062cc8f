package pilothouse.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.storage.DatedFields.Change;
import pilothouse.storage.DatedFields.Field;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;

/** The teams: what is said of them, and who belonged to them from when to when. */
public final class Teams {
  private final Storage storage;
  private final InstantSource clock;
  private volatile Titles titles = new Titles(-1, new TreeMap<>());

  public Teams(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** All teams that are not dissolved, by name. */
  public List<Team> all() {
    return everything().stream().filter(team -> !team.isRetired()).toList();
  }

  /** All teams, the dissolved ones too. */
  public List<Team> everything() {
    return storage.read(TeamRows::all);
  }

  /** The teams of these names, in their order; what is not there is left out. */
  public List<Team> some(List<String> names) {
    return storage.read(rows -> TeamRows.some(rows, names));
  }

  /**
   * The titles of all teams that are not dissolved, by name; the same snapshot until something
   * changes.
   */
  public SortedMap<String, String> titles() {
    return storage.read(rows -> {
      long version = Revision.read(rows);
      Titles known = titles;
      if (known.version() != version) {
        known = new Titles(version, Collections.unmodifiableSortedMap(TeamRows.titles(rows)));
        titles = known;
      }
      return known.all();
    });
  }

  private record Titles(long version, SortedMap<String, String> all) {}

  /** The team of this name, dissolved or not. */
  public Optional<Team> find(String name) {
    return storage.read(rows -> TeamRows.find(rows, name));
  }

  /** When somebody belonged to a team, and for what. */
  public List<Membership> memberships(String team, String person) {
    return storage.read(rows -> MembershipRows.of(rows, team, person));
  }

  /** All that was ever said of it, the newest first. */
  public List<Field> history(String name) {
    return storage.read(rows -> TeamRows.FIELDS.history(rows, name));
  }

  /**
   * Adds a team, or says something new of it. A dissolved one comes back.
   *
   * @throws Refused where something makes no sense
   */
  public Change declare(TeamDraft draft, Said said) {
    List<String> problems = draft.problems();
    if (!problems.isEmpty()) {
      throw Refused.unfit(String.join(" ", problems), Texts.say("people.mend-it"));
    }
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      boolean isNew = TeamRows.isUnknown(rows, draft.name());
      if (isNew) {
        rows.execute(
            "insert into team (name, added_at, added_by, source) values (?, ?, ?, ?)",
            draft.name(),
            Instants.text(at),
            said.by(),
            said.source());
      }
      Map<String, String> all = new LinkedHashMap<>(draft.fields());
      all.put("retired", "");
      Map<String, String> before = TeamRows.FIELDS.values(rows, draft.name());
      Change change = TeamRows.FIELDS.set(rows, draft.name(), isNew, all, said, at);
      if (!change.isNothing()) {
        Revision.raise(rows);
        String what = isNew ? "team declared" : "team changed";
        write(rows, Entry.of(at, said, what, Subject.team(draft.name())), before);
      }
      return change;
    });
  }

  /** Dissolves a team: it stands in no list any more; its past stays. */
  public void retire(String name, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      TeamRows.known(rows, name);
      Map<String, String> before = TeamRows.FIELDS.values(rows, name);
      TeamRows.FIELDS.set(rows, name, "retired", "yes", said, at);
      Revision.raise(rows);
      write(rows, Entry.of(at, said, "team dissolved", Subject.team(name)), before);
      return true;
    });
  }

  /**
   * Adds a member; a membership that is there already is not added again.
   *
   * @param last the last day; null while it holds
   * @return whether anything is new
   * @throws Refused where days or names make no sense
   */
  public boolean join(
      String team,
      String person,
      String function,
      LocalDate first,
      @Nullable LocalDate last,
      Said said) {
    if (last != null && last.isBefore(first)) {
      throw Refused.unfit(
          Texts.say("people.teams.ends-before", last, first), Texts.say("people.teams.turn-round"));
    }
    String what = checked(function);
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      TeamRows.known(rows, team);
      if (!IdentityRows.isThere(rows, person)) {
        throw new NotFound(
            Texts.say("people.teams.nobody-known", person), Texts.say("people.teams.add-person"));
      }
      for (Membership there : MembershipRows.of(rows, team, person)) {
        if (there.function().equals(what) && there.meets(first, last)) {
          if (there.first().equals(first) && Objects.equals(there.last(), last)) {
            return false;
          }
          throw Refused.conflict(already(team, there), Texts.say("people.teams.end-first"));
        }
      }
      MembershipRows.add(rows, team, person, what, first, last, said, at);
      Revision.raise(rows);
      Entry entry = Entry.of(at, said, "member added", members(team));
      Journal.write(rows, entry.with(MembershipRows.told(person, what, first, last)));
      return true;
    });
  }

  private static String checked(String function) {
    String what = function.strip().toLowerCase(Locale.ROOT);
    if (what.length() > 40 || what.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(Texts.say("people.teams.long-function"), Texts.say("people.shorten-it"));
    }
    return what;
  }

  /** Ends a membership after that day; one that began later never was. */
  public void leave(String id, LocalDate last, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      Membership there =
          MembershipRows.find(rows, id)
              .filter(one -> one.ended().isEmpty())
              .orElseThrow(() ->
                  new NotFound(
                      Texts.say("people.teams.over-already"), Texts.say("people.look-again")));
      LocalDate never = there.first().minusDays(1);
      LocalDate end = last.isBefore(never) ? never : last;
      MembershipRows.end(rows, id, end, said, at);
      Revision.raise(rows);
      Journal.write(
          rows,
          Entry.of(at, said, "membership ended", members(there.team()))
              .with(MembershipRows.told(there.person(), there.function(), there.first(), end)));
      return true;
    });
  }

  private static void write(Handle rows, Entry entry, Map<String, String> before) {
    Map<String, String> after = TeamRows.FIELDS.values(rows, entry.subject().name());
    Journal.write(rows, entry.changing(before, after));
  }

  /** Who belongs to a team is seen by those who may see who is who. */
  private static Subject members(String team) {
    return Subject.team(team).needing(Permission.PEOPLE);
  }

  private static String already(String team, Membership there) {
    LocalDate first = there.first();
    return there.last() == null
        ? Texts.say("people.teams.already-since", team, first)
        : Texts.say("people.teams.already", team, first, there.last());
  }
}
