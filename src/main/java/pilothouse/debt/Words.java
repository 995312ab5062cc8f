package pilothouse.debt;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * What an item says of itself.
 *
 * @param says what it is, and why it hurts
 * @param place whose it is: who may look there sees it
 * @param owner an owner's id; empty for nobody
 * @param origin the decision that it comes from: an address, or words
 * @param outcome the id of the outcome that it hurts; empty for none
 * @param principal hours to mend it; null where nobody estimated
 * @param principalBy who estimated, in words
 * @param interest hours a week that it costs, as somebody estimated; null for nobody
 * @param requires the numbers of the items that must be mended before
 */
record Words(
    String title,
    String says,
    Where place,
    List<Spot> spots,
    Nature nature,
    Effect effect,
    Severity severity,
    String owner,
    String origin,
    String outcome,
    @Nullable Hours principal,
    String principalBy,
    @Nullable Hours interest,
    List<Integer> requires) {
  static final int TITLE = 200;
  static final int TEXT = 4_000;
  static final int LINE = 500;
  static final int SPOTS = 500;
  static final int REQUIRED = 20;

  Words {
    spots = List.copyOf(spots);
    requires = List.copyOf(requires);
  }

  /** What a source knows, and no more. */
  static Words of(
      String title,
      String says,
      Where place,
      List<Spot> spots,
      Nature nature,
      Effect effect,
      Severity severity) {
    return new Words(
        title, says, place, spots, nature, effect, severity, "", "", "", null, "", null, List.of());
  }

  /** The same with another owner. */
  Words of(String other) {
    return new Words(
        title,
        says,
        place,
        spots,
        nature,
        effect,
        severity,
        other,
        origin,
        outcome,
        principal,
        principalBy,
        interest,
        requires);
  }

  /** The same at other places in code. */
  Words at(UnaryOperator<Spot> moved) {
    return new Words(
        title,
        says,
        place,
        spots.stream().map(moved).distinct().toList(),
        nature,
        effect,
        severity,
        owner,
        origin,
        outcome,
        principal,
        principalBy,
        interest,
        requires);
  }
}
