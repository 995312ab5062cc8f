package pilothouse.systems;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** Who answers for which system, and which system needs which: each from a day to a day. */
public final class Edges {
  private final Storage storage;
  private final InstantSource clock;

  Edges(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** The systems that need this one on that day, by name. */
  public List<String> needing(String system, LocalDate day) {
    return storage.read(rows -> EdgeRows.needing(rows, system, day));
  }

  /**
   * Adds an edge; one that says the same is there only once.
   *
   * @param last the last day on which it held, null while it holds
   * @return whether anything is new
   * @throws Refused where the days, the names or a circle make no sense
   */
  public boolean add(
      Edge.Kind kind,
      String system,
      String other,
      LocalDate first,
      @Nullable LocalDate last,
      Said said) {
    if (last != null && last.isBefore(first)) {
      throw Refused.unfit(
          Texts.say("systems.edges.ends-before", last, first),
          Texts.say("systems.edges.turn-round"));
    }
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      known(rows, system);
      if (kind == Edge.Kind.NEEDS) {
        known(rows, other);
        refuseCircle(rows, system, other, last);
      }
      if (isThere(EdgeRows.of(rows, system), kind, system, other, first, last)) {
        return false;
      }
      EdgeRows.add(rows, kind, system, other, first, last, said, at);
      Revision.raise(rows);
      Entry entry = Entry.of(at, said, called(kind) + " added", Subject.system(system));
      Journal.write(rows, entry.with(told(kind, other, first, last)));
      return true;
    });
  }

  /** Ends an edge after that day; one that began later never held. */
  public void end(String id, LocalDate last, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      Edge edge =
          EdgeRows.find(rows, id)
              .filter(there -> there.end() == null)
              .orElseThrow(() ->
                  new NotFound(
                      Texts.say("systems.edges.over-already"), Texts.say("systems.look-again")));
      LocalDate never = edge.first().minusDays(1);
      LocalDate end = last.isBefore(never) ? never : last;
      EdgeRows.end(rows, id, end, said, at);
      Revision.raise(rows);
      Entry entry =
          Entry.of(at, said, called(edge.kind()) + " ended", Subject.system(edge.system()));
      Journal.write(rows, entry.with(told(edge.kind(), edge.other(), edge.first(), end)));
      return true;
    });
  }

  private static String called(Edge.Kind kind) {
    return kind == Edge.Kind.OWNER ? "owner" : "dependency";
  }

  private static Map<String, String> told(
      Edge.Kind kind, String other, LocalDate first, @Nullable LocalDate last) {
    return Map.of(
        kind.word(), other, "from", first.toString(), "to", last == null ? "" : last.toString());
  }

  /**
   * Takes over what a file says now: edges that files said before and this one does not say any
   * more end, new ones begin today. Where a person said who answers, that stays.
   *
   * @return what stays although the file says otherwise
   */
  public Followed follow(
      Edge.Kind kind, String system, List<String> others, LocalDate today, Said said) {
    List<Edge> open =
        storage.read(rows -> EdgeRows.of(rows, system)).stream()
            .filter(edge -> edge.kind() == kind && edge.holds(today))
            .toList();
    boolean person = open.stream().anyMatch(edge -> edge.said().byHand());
    List<String> kept = new ArrayList<>();
    boolean changed = false;
    for (String other : others) {
      boolean there = open.stream().anyMatch(edge -> edge.other().equals(other));
      if (!there && person && kind == Edge.Kind.OWNER && !said.byHand()) {
        kept.add(other);
      } else if (!there) {
        changed |= add(kind, system, other, today, null, said);
      }
    }
    for (Edge edge : open) {
      if (!others.contains(edge.other()) && (!edge.said().byHand() || said.byHand())) {
        end(edge.id(), today.minusDays(1), said);
        changed = true;
      }
    }
    return new Followed(changed, kept);
  }

  /** What following a file came to: whether anything differs, and what was not taken over. */
  public record Followed(boolean changed, List<String> kept) {
    public Followed {
      kept = List.copyOf(kept);
    }
  }

  private static void known(Handle rows, String system) {
    if (Catalogue.isUnknown(rows, system)) {
      throw Refused.unfit(
          Texts.say("systems.catalogue.unknown", system), Texts.say("systems.declare-first"));
    }
  }

  private static boolean isThere(
      List<Edge> all,
      Edge.Kind kind,
      String system,
      String other,
      LocalDate first,
      @Nullable LocalDate last) {
    Optional<Edge> met =
        all.stream()
            .filter(edge -> edge.kind() == kind && edge.system().equals(system))
            .filter(edge -> edge.other().equals(other) && edge.meets(first, last))
            .findFirst();
    if (met.isEmpty()) {
      return false;
    }
    Edge edge = met.get();
    LocalDate until = edge.last();
    if (edge.first().equals(first) && java.util.Objects.equals(until, last)) {
      return true;
    }
    throw Refused.conflict(
        until == null
            ? Texts.say("systems.edges.there-since", other, system, edge.first())
            : Texts.say("systems.edges.there", other, system, edge.first(), until),
        Texts.say("systems.edges.end-first"));
  }

  private static void refuseCircle(
      Handle rows, String system, String other, @Nullable LocalDate last) {
    if (last != null || (!system.equals(other) && !EdgeRows.isReached(rows, other, system))) {
      return; // What is over goes round no more.
    }
    Circle.refuse(
        system,
        other,
        here ->
            EdgeRows.of(rows, here).stream()
                .filter(edge -> edge.kind() == Edge.Kind.NEEDS && edge.last() == null)
                .map(Edge::other)
                .toList());
  }
}
