package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what an {@link Out} heard, in the same order. */
interface In {
  @Nullable String text();

  @Nullable String word();

  @Nullable String person();

  @Nullable String revision();

  @Nullable Instant at();

  @Nullable Integer whole();

  @Nullable Double real();

  @Nullable Boolean flag();

  /** One of the values, which are all of its type. */
  <E extends Enum<E>> @Nullable E choice(E[] values);

  @Nullable List<String> words();

  List<CommitRef> commits();

  /** What no fact of the kind goes without. */
  static <T> T sure(@Nullable T value) {
    return Objects.requireNonNull(value, "a component that every fact of this kind has");
  }
}
