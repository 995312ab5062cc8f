package pilothouse.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.people.Team;
import pilothouse.promises.Promise;
import pilothouse.systems.Declared;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What a team has to keep in mind, as counts of the team, never of people.
 *
 * @param team its name
 * @param systems it answers for
 * @param domains kinds of systems among them
 * @param needs systems of others that they need
 * @param interrupts incidents and unplanned deployments of them in the last four weeks
 * @param blockers that are open
 */
record Load(
    String team,
    String title,
    List<String> systems,
    List<String> domains,
    int needs,
    int interrupts,
    int blockers) {
  private static final Duration SPAN = Duration.ofDays(28);

  Load {
    systems = List.copyOf(systems);
    domains = List.copyOf(domains);
  }

  static List<Load> all(Deck deck, Caller caller) {
    List<Load> loads = new ArrayList<>();
    List<Promise> blockers = new Blockers(deck).open();
    for (Team team : deck.teams().all()) {
      Where where = Where.team(team.name());
      if (caller.sees(where)) {
        loads.add(of(deck, team, where, blockers));
      }
    }
    return loads;
  }

  private static Load of(Deck deck, Team team, Where where, List<Promise> open) {
    List<String> systems =
        deck.systems().ownership().systems(team.name(), deck.today()).stream()
            .filter(system -> deck.systems().catalogue().find(system).isPresent())
            .toList();
    List<Declared> declared = deck.systems().catalogue().some(systems);
    Set<String> domains = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    for (Declared one : declared) {
      String above = one.value("part_of");
      domains.add(above.isEmpty() ? one.name() : above);
      needed.addAll(one.needs(deck.today()));
    }
    needed.removeAll(systems);
    int blockers = (int) open.stream().filter(one -> one.place().equals(where)).count();
    return new Load(
        team.name(),
        team.title(),
        systems,
        List.copyOf(domains),
        needed.size(),
        systems.stream().mapToInt(system -> interrupts(deck, system)).sum(),
        blockers);
  }

  /** Incidents that began, and deployments out of turn, in the last four weeks. */
  private static int interrupts(Deck deck, String system) {
    ServiceFacts facts = deck.services().service(system).orElse(null);
    if (facts == null) {
      return 0;
    }
    Instant from = deck.now().minus(SPAN);
    long incidents =
        facts.incidents().stream()
            .map(Incident::detectedAt)
            .filter(at -> at != null && at.isAfter(from) && !at.isAfter(deck.now()))
            .count();
    long unplanned =
        facts.deployments().stream()
            .filter(one -> Boolean.TRUE.equals(one.unplanned()) || facts.isHotfix(one.branch()))
            .map(one -> one.finishedAt() == null ? one.startedAt() : one.finishedAt())
            .filter(at -> at != null && at.isAfter(from) && !at.isAfter(deck.now()))
            .count();
    return (int) (incidents + unplanned);
  }
}
