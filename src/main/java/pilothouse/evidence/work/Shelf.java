package pilothouse.evidence.work;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Lot;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.facts.WorkItem;

/** All work items and all merged changes, read anew only where something new was said. */
final class Shelf {
  private final Services services;
  private SoftReference<Now> last = new SoftReference<>(null);

  Shelf(Services services) {
    this.services = services;
  }

  /** One thing, where it lies, and whose it is. */
  record Held<F>(F thing, String path, List<String> systems) {}

  /** What is known at one moment. */
  record Now(
      long version,
      Map<String, Kept<?>> kept,
      List<Held<WorkItem>> items,
      List<Held<ChangeRequest>> merged,
      Names names,
      Function<String, @Nullable History> histories) {}

  /** What was read of one place. */
  private record Kept<F>(long version, List<String> systems, List<Held<F>> things) {}

  synchronized Now now() {
    long version = services.version();
    Now before = last.get();
    if (before != null && before.version == version) {
      return before;
    }
    Map<String, Kept<?>> earlier = before == null ? Map.of() : before.kept;
    Map<String, Kept<?>> kept = new HashMap<>();
    List<Held<WorkItem>> items = all(WorkItem.class, item -> true, earlier, kept);
    List<Held<ChangeRequest>> merged =
        all(ChangeRequest.class, change -> change.mergedAt() != null, earlier, kept);
    Now now = new Now(version, kept, items, merged, Names.of(items), services::history);
    last = new SoftReference<>(now);
    return now;
  }

  private <F extends Fact> List<Held<F>> all(
      Class<F> kind, Predicate<F> wanted, Map<String, Kept<?>> earlier, Map<String, Kept<?>> kept) {
    List<Held<F>> all = new ArrayList<>();
    for (Lot<F> lot : services.lots(kind)) {
      String id = kind.getSimpleName() + "\0" + lot.id();
      Kept<F> one = same(earlier.get(id), lot);
      if (one == null) {
        List<Held<F>> things =
            lot.things().get().stream()
                .filter(wanted)
                .map(thing -> new Held<>(thing, lot.path(), lot.systems()))
                .toList();
        one = new Kept<>(lot.version(), lot.systems(), things);
      }
      kept.put(id, one);
      all.addAll(one.things);
    }
    return all;
  }

  @SuppressWarnings("unchecked") // An id holds what is of one kind.
  private static <F extends Fact> @Nullable Kept<F> same(@Nullable Kept<?> there, Lot<F> lot) {
    boolean isSame =
        there != null && there.version == lot.version() && there.systems.equals(lot.systems());
    return isSame ? (Kept<F>) there : null;
  }
}
