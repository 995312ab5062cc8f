package pilothouse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Decisions;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.verdicts.Event;
import pilothouse.verdicts.Events;
import pilothouse.web.Where;

/**
 * Deployments to production and incidents of the services of a place, and what was decided there.
 */
final class KnownEvents implements Events {
  private static final int MOST = 2_000;
  private final Supplier<Stored> stored;
  private final ZoneId zone;
  private final Supplier<Stream<Decisions.Made>> decided;

  KnownEvents(Supplier<Stored> stored, ZoneId zone, Supplier<Stream<Decisions.Made>> decided) {
    this.stored = stored;
    this.zone = zone;
    this.decided = decided;
  }

  @Override
  public List<Event> between(Where place, LocalDate from, LocalDate to) {
    List<Event> all = new ArrayList<>();
    for (String system : systems(place, to)) {
      stored
          .get()
          .services()
          .passing(system)
          .ifPresent(facts -> {
            deployments(facts, all);
            incidents(facts, all);
          });
    }
    decided
        .get()
        .filter(one -> one.isAt(place) || one.place().equals(Where.ORGANISATION))
        .map(one -> new Event(one.day(), "decision", one.says(), one.page(), one.place()))
        .forEach(all::add);
    return all.stream()
        .filter(event -> !event.day().isBefore(from) && !event.day().isAfter(to))
        .sorted(Comparator.comparing(Event::day).reversed())
        .limit(MOST)
        .sorted(Comparator.comparing(Event::day))
        .toList();
  }

  private List<String> systems(Where place, LocalDate day) {
    Stored here = stored.get();
    return switch (place.kind()) {
      case SYSTEM -> List.of(place.name());
      case REPOSITORY -> here.services().in(place.name());
      case TEAM -> List.copyOf(here.scopes().systems(place.name(), day));
      case ORGANISATION -> here.services().names();
      case ANYWHERE -> List.of();
    };
  }

  private void deployments(ServiceFacts facts, List<Event> into) {
    for (Deployment one : facts.deployments()) {
      Instant at = one.finishedAt();
      if (at != null && Boolean.TRUE.equals(one.production())) {
        String key =
            one.outcome() == Outcome.SUCCESS
                ? "kept.events.deployed"
                : "kept.events.deployment-failed";
        add(into, facts, at, "deployment", Texts.kept(key, facts.system(), named(one.revision())));
      }
    }
  }

  private static String named(@Nullable String revision) {
    return revision == null ? "?" : revision.substring(0, Math.min(10, revision.length()));
  }

  private void incidents(ServiceFacts facts, List<Event> into) {
    for (Incident one : facts.incidents()) {
      Instant at = one.detectedAt();
      String title = one.title();
      if (at != null) {
        add(into, facts, at, "incident", title == null ? facts.system() : title);
      }
    }
  }

  private void add(List<Event> into, ServiceFacts of, Instant at, String kind, String says) {
    into.add(
        new Event(
            LocalDate.ofInstant(at, zone),
            kind,
            says,
            "/delivery/" + Addresses.slug(of.system()),
            Where.system(of.system())));
  }
}
