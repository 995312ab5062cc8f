package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears the components of a fact, one after the other, in the order of its {@link Form}. */
interface Out {
  /** A text of which hardly any two are alike. */
  void text(@Nullable String value);

  /** A name of which there are few. */
  void word(@Nullable String value);

  /** A person's login or address. */
  void person(@Nullable String value);

  /** A commit's id, whole or short. */
  void revision(@Nullable String value);

  void at(@Nullable Instant value);

  void whole(@Nullable Integer value);

  void real(@Nullable Double value);

  void flag(@Nullable Boolean value);

  void choice(@Nullable Enum<?> value);

  void words(@Nullable List<String> values);

  void commits(List<CommitRef> values);
}
