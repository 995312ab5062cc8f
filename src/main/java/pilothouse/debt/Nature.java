package pilothouse.debt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** What sort of debt it is: by the work that mends it, or by what a history shows of it. */
enum Nature {
  REFACTORING,
  PERFORMANCE,
  TESTING,
  MODERNISATION,
  SECURITY,
  HOTSPOT,
  COUPLING,
  ISLAND,
  STALE_MARKER;

  static final List<String> ALL = Stream.of(values()).map(Nature::word).toList();

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String says() {
    return Texts.say("debt.kind." + word());
  }

  static Optional<Nature> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** The one of a candidate, with the effect that is most likely. */
  static Nature of(Candidate.Kind kind) {
    return switch (kind) {
      case HOTSPOT -> HOTSPOT;
      case COUPLING -> COUPLING;
      case ISLAND -> ISLAND;
      case STALE_MARKER -> STALE_MARKER;
    };
  }

  /** What it most likely does. */
  Effect usually() {
    return switch (this) {
      case ISLAND, SECURITY -> Effect.RISKS;
      case STALE_MARKER -> Effect.WAITS;
      default -> Effect.SLOWS;
    };
  }
}
