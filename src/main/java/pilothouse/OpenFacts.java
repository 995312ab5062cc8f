package pilothouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Lot;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.text.Say;

/** Work of which sources told and that is not over, read anew only where something was said. */
final class OpenFacts {
  private static final int LONGEST = 120;
  private Map<String, Kept> kept = new HashMap<>();

  /**
   * Something that is not over.
   *
   * @param kind {@code rollout}, {@code change} or {@code work}
   * @param begun when; null where nobody told
   */
  record Piece(String kind, String name, @Nullable Instant begun) {}

  /** Those of one place where facts lie, and the systems that they belong to. */
  record Group(List<String> systems, List<Piece> pieces) {}

  private record Kept(long version, Group group) {}

  /** All of them by where they lie, what is being rolled out first. */
  synchronized List<Group> all(Services services) {
    Map<String, Kept> now = new HashMap<>();
    List<Group> all = new ArrayList<>();
    all.addAll(groups(services, Deployment.class, OpenFacts::rollout, now));
    all.addAll(groups(services, ChangeRequest.class, OpenFacts::change, now));
    all.addAll(groups(services, WorkItem.class, OpenFacts::item, now));
    kept = now;
    return all;
  }

  private <F extends Fact> List<Group> groups(
      Services services, Class<F> kind, Function<F, @Nullable Piece> open, Map<String, Kept> now) {
    List<Group> groups = new ArrayList<>();
    for (Lot<F> lot : services.lots(kind)) {
      String id = kind.getSimpleName() + "\0" + lot.id();
      Kept one = kept.get(id);
      if (one == null
          || one.version() != lot.version()
          || !one.group().systems().equals(lot.systems())) {
        one = new Kept(lot.version(), group(lot, open));
      }
      now.put(id, one);
      groups.add(one.group());
    }
    return groups;
  }

  private static <F extends Fact> Group group(Lot<F> lot, Function<F, @Nullable Piece> open) {
    List<Piece> pieces = new ArrayList<>();
    for (F thing : lot.things().get()) {
      Piece piece = open.apply(thing);
      if (piece != null) {
        pieces.add(piece);
      }
    }
    return new Group(lot.systems(), List.copyOf(pieces));
  }

  private static @Nullable Piece rollout(Deployment one) {
    boolean runs = one.finishedAt() == null && Boolean.TRUE.equals(one.production());
    String revision = one.revision();
    String what =
        revision == null ? one.key() : revision.substring(0, Math.min(10, revision.length()));
    String service = one.service();
    return runs && one.startedAt() != null
        ? new Piece("rollout", service == null ? what : service + " " + what, one.startedAt())
        : null;
  }

  private static @Nullable Piece change(ChangeRequest one) {
    boolean open =
        !Boolean.FALSE.equals(one.open()) && one.mergedAt() == null && one.closedAt() == null;
    String number = one.number() == 0 ? "" : "!" + one.number();
    return open ? new Piece("change", named(number, one.title(), one.key()), one.openedAt()) : null;
  }

  private static @Nullable Piece item(WorkItem one) {
    boolean open = one.isTold() && !Boolean.FALSE.equals(one.open());
    String number = one.number();
    String name = number == null ? "" : number.matches("\\d+") ? "#" + number : number;
    return open ? new Piece("work", named(name, one.title(), one.key()), one.openedAt()) : null;
  }

  private static String named(String number, @Nullable String title, String key) {
    String name = title == null || title.isBlank() ? number : (number + " " + title).strip();
    return Say.cut(name.isEmpty() ? key.replaceFirst("^own:", "") : name, LONGEST);
  }
}
