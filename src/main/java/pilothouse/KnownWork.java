package pilothouse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Ground;
import pilothouse.direction.bets.Bets;
import pilothouse.direction.roadmap.Roadmaps;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.facts.TestCase;
import pilothouse.text.Addresses;
import pilothouse.web.Where;

/** The systems of places, what is told of them, and the work that is open there. */
final class KnownWork implements Ground {
  /** What began longer ago and was never told to have ended is not taken for a rollout. */
  private static final Duration ROLLOUT = Duration.ofDays(1);

  private final Supplier<Stored> stored;
  private final InstantSource clock;
  private final ZoneId zone;
  private final OpenFacts facts = new OpenFacts();

  KnownWork(Supplier<Stored> stored, InstantSource clock, ZoneId zone) {
    this.stored = stored;
    this.clock = clock;
    this.zone = zone;
  }

  private Services services() {
    return stored.get().services();
  }

  @Override
  public List<String> systems(Where place) {
    return switch (place.kind()) {
      case SYSTEM -> List.of(place.name());
      case REPOSITORY -> services().in(place.name());
      case TEAM -> {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        yield stored.get().scopes().systems(place.name(), today).stream().sorted().toList();
      }
      case ORGANISATION -> {
        TreeSet<String> all = new TreeSet<>(stored.get().systems().rules().systems());
        all.addAll(services().names());
        yield List.copyOf(all);
      }
      case ANYWHERE -> List.of();
    };
  }

  @Override
  public List<Open> open(Where place) {
    List<String> systems = systems(place);
    List<Open> all = new ArrayList<>();
    Instant since = clock.instant().minus(ROLLOUT);
    List<Open> told =
        facts.all(services()).stream()
            .filter(group -> lies(group.systems(), place, systems))
            .flatMap(group ->
                group.pieces().stream()
                    .filter(piece -> !piece.kind().equals("rollout") || isAfter(piece, since))
                    .map(piece -> open(piece, group.systems())))
            .toList();
    List<Open> planned = planned(place, systems);
    Stream.of("rollout", "change", "milestone", "bet", "work")
        .forEach(kind ->
            Stream.concat(told.stream(), planned.stream())
                .filter(one -> one.kind().equals(kind))
                .forEach(all::add));
    return all;
  }

  private static boolean isAfter(OpenFacts.Piece piece, Instant since) {
    Instant begun = piece.begun();
    return begun != null && begun.isAfter(since);
  }

  /** What a repository alone shows need not be seen by all who see the repository. */
  private static boolean lies(List<String> of, Where place, List<String> systems) {
    return switch (place.kind()) {
      case ORGANISATION -> true;
      case REPOSITORY -> !of.isEmpty() && systems.containsAll(of);
      default -> of.stream().anyMatch(systems::contains);
    };
  }

  private static Open open(OpenFacts.Piece piece, List<String> systems) {
    String page = systems.isEmpty() ? "" : "/delivery/" + Addresses.slug(systems.getFirst());
    return new Open(piece.kind(), piece.name(), page, systems.stream().map(Where::system).toList());
  }

  private List<Open> planned(Where place, List<String> systems) {
    Stream<Open> milestones =
        Roadmaps.committed(stored.get().storage()).stream()
            .map(one -> new Open("milestone", one.title(), one.page(), List.of(one.where())));
    Stream<Open> bets =
        Bets.committed(stored.get().storage()).stream()
            .map(one -> new Open("bet", one.title(), one.page(), List.of(one.where())));
    return Stream.concat(milestones, bets)
        .filter(one -> isAt(one.places().getFirst(), place, systems))
        .toList();
  }

  private static boolean isAt(Where own, Where place, List<String> systems) {
    return place.equals(Where.ORGANISATION)
        || own.equals(place)
        || (place.kind() == Where.Kind.TEAM
            && own.kind() == Where.Kind.SYSTEM
            && systems.contains(own.name()));
  }

  @Override
  public Told told(String system, String kind) {
    return services()
        .passing(system)
        .map(of ->
            new Told(
                at(of, kind),
                KINDS.stream()
                    .flatMap(each -> at(of, each).stream())
                    .max(Instant::compareTo)
                    .orElse(null),
                "/delivery/" + Addresses.slug(system)))
        .orElseGet(() -> new Told(List.of(), null, ""));
  }

  private static List<Instant> at(ServiceFacts of, String kind) {
    return switch (kind) {
      case "deployments" ->
          known(
              of.deployments().stream()
                  .filter(one -> Boolean.TRUE.equals(one.production()))
                  .filter(one -> one.outcome() == Outcome.SUCCESS)
                  .toList(),
              one -> one.finishedAt());
      case "changes" -> known(of.changes(), one -> one.mergedAt());
      case "reviews" -> known(of.reviews(), one -> one.submittedAt());
      case "builds" ->
          known(of.builds(), one -> one.finishedAt() == null ? one.startedAt() : one.finishedAt());
      case "tests" -> known(of.tests(), TestCase::at);
      case "pushes" -> known(of.pushes(), Push::at);
      case "incidents" -> known(of.incidents(), Incident::detectedAt);
      default ->
          known(of.work().stream().filter(one -> one.isDone()).toList(), one -> one.closedAt());
    };
  }

  private static <F> List<Instant> known(List<F> all, Function<F, @Nullable Instant> when) {
    return all.stream().flatMap(one -> Stream.ofNullable(when.apply(one))).toList();
  }
}
