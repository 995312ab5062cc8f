package pilothouse.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.people.TeamDraft;
import pilothouse.systems.RuleBook;
import pilothouse.systems.SystemDraft;

/** One thing that a file says; {@code where} it stands there, for sentences. */
sealed interface Item {
  String where();

  /**
   * A system.
   *
   * @param owners the teams that answer for it now; null where the file does not speak of them
   * @param needs likewise the systems that it needs
   */
  record OfSystem(
      String where, SystemDraft draft, @Nullable List<String> owners, @Nullable List<String> needs)
      implements Item {}

  /** That a team answered for a system from a day to a day. */
  record OfOwner(
      String where, String system, String team, LocalDate first, @Nullable LocalDate last)
      implements Item {}

  /** That a system needed another from a day to a day. */
  record OfNeed(
      String where, String system, String other, LocalDate first, @Nullable LocalDate last)
      implements Item {}

  /** A rule about names. */
  record OfRule(String where, RuleBook.Draft draft) implements Item {}

  /**
   * A team.
   *
   * @param services systems that its own file says it answers for
   */
  record OfTeam(String where, TeamDraft draft, List<String> services) implements Item {}

  /** A person; {@code bot} null where nothing is said of it. */
  record OfPerson(String where, String name, List<String> addresses, @Nullable Boolean bot)
      implements Item {}

  /**
   * A membership.
   *
   * @param person a login, an address, or a person's short name
   * @param first null: from now on, unless it holds already
   */
  record OfMember(
      String where,
      String team,
      String person,
      String function,
      @Nullable LocalDate first,
      @Nullable LocalDate last)
      implements Item {}

  /** Something to be told that hinders nothing. */
  record Note(String where, String says) implements Item {}

  /** Something that cannot be taken, and why. */
  record Bad(String where, String why, String mend) implements Item {}
}
