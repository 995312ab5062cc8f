package pilothouse.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.systems.Circle;
import pilothouse.systems.Declared;
import pilothouse.systems.Edge;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What may be said of a dependency to whoever does not see all systems. */
final class Sight {
  private final Kept kept;
  private final Caller caller;

  Sight(Kept kept, Caller caller) {
    this.kept = kept;
    this.caller = caller;
  }

  /**
   * Refuses what the caller does not see as if it were not there, and a way that leads back without
   * saying through what.
   */
  void refuseNeed(String system, String other, @Nullable LocalDate last) {
    if (caller.sees(Where.ORGANISATION)) {
      return; // Whoever sees all is told all when it is written.
    }
    Optional<Declared> there =
        kept.catalogue().find(other).filter(one -> caller.sees(Where.system(one.name())));
    if (there.isEmpty()) {
      throw Refused.unfit(
          Texts.say("catalog.sight.no-system-is-called", other),
          Texts.say("catalog.sight.declare-it-first-or"));
    }
    if (last == null && leadsBack(system, other)) {
      throw Refused.conflict(
          Texts.say("catalog.sight.cannot-need-for-that", system, other),
          Texts.say("catalog.sight.ask-somebody-who-sees"));
    }
  }

  private boolean leadsBack(String system, String other) {
    try {
      Circle.refuse(system, other, this::needs);
      return false;
    } catch (Refused _) {
      return true;
    }
  }

  private Collection<String> needs(String system) {
    return kept.catalogue().find(system).map(Declared::edges).orElse(List.of()).stream()
        .filter(edge -> edge.kind() == Edge.Kind.NEEDS && edge.last() == null)
        .map(Edge::other)
        .toList();
  }
}
