package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears the components of a fact, one after the other, in the order of its {@link Form}. Who keeps
 * all texts alike hears {@link #text} alone.
 */
interface Out {
  /** A text of which hardly any two are alike. */
  void text(@Nullable String value);

  /** A name of which there are few. */
  default void word(@Nullable String value) {
    text(value);
  }

  /** A person's login or address. */
  default void person(@Nullable String value) {
    text(value);
  }

  /** A commit's id, whole or short. */
  default void revision(@Nullable String value) {
    text(value);
  }

  void at(@Nullable Instant value);

  void whole(@Nullable Integer value);

  void real(@Nullable Double value);

  void flag(@Nullable Boolean value);

  void choice(@Nullable Enum<?> value);

  void words(@Nullable List<String> values);

  void commits(List<CommitRef> values);
}
