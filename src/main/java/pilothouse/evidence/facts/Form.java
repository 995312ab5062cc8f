package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the facts of one kind are told, component by component: their table, packs, digests and
 * checks all follow from it.
 *
 * @param columns of its table, in the order in which {@code tell} tells them
 * @param tell tells all components but key and time
 * @param read makes a fact of what was told
 * @param place where a fact belongs
 * @param time that its kind is ordered by; null when nobody named it
 */
record Form<F extends Fact>(
    String table,
    Class<F> type,
    List<String> columns,
    BiConsumer<F, Out> tell,
    Reader<F> read,
    Function<F, Place> place,
    Function<F, @Nullable Instant> time) {

  /** Makes a fact of what an {@link In} tells. */
  @FunctionalInterface
  interface Reader<F> {
    F read(String key, Instant saidAt, In in);
  }

  /** By time; what has none stands where it was said. */
  Comparator<F> order() {
    return Comparator.comparing((F fact) -> moment(fact)).thenComparing(Fact::key);
  }

  Instant moment(F fact) {
    Instant named = time.apply(fact);
    return named == null ? fact.saidAt() : named;
  }

  /** There is one form a table. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Form<?> form && table.equals(form.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }
}
