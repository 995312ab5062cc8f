package pilothouse.catalog;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.facts.NamesSeen;
import pilothouse.journal.Journal;
import pilothouse.people.People;
import pilothouse.people.Teams;
import pilothouse.systems.Catalogue;
import pilothouse.systems.Systems;

/** The doors that who and what are kept behind, and today. */
public record Kept(
    Systems systems,
    People people,
    Teams teams,
    Evidence evidence,
    NamesSeen seen,
    Journal journal,
    InstantSource clock,
    ZoneId zone) {
  Catalogue catalogue() {
    return systems.catalogue();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** Whether a team is one person today. */
  public boolean isAlone(String team) {
    return teams.find(team).filter(one -> one.size(today()) == 1).isPresent();
  }
}
