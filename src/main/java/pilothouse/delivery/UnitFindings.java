package pilothouse.delivery;

import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.UnitsTold;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Stretch;

/**
 * Measured numbers of which some values came in another unit than their own, and so do not count.
 */
final class UnitFindings implements Source {
  private final Supplier<Ground> ground;
  private @Nullable UnitsTold units;

  UnitFindings(Supplier<Ground> ground) {
    this.ground = ground;
  }

  @Override
  public List<Finding> found(Instant now) {
    return told().several().stream()
        .filter(one -> !Measured.isRead(one.metric()))
        .sorted(Comparator.comparing(UnitsTold.Of::scope).thenComparing(UnitsTold.Of::metric))
        .flatMap(one -> found(one, now).stream())
        .toList();
  }

  private synchronized UnitsTold told() {
    UnitsTold told = units;
    if (told == null) {
      told = new UnitsTold(ground.get().storage());
      units = told;
    }
    return told;
  }

  /** What was told again in the right unit is mended. */
  private List<Finding> found(UnitsTold.Of one, Instant now) {
    Ground here = ground.get();
    List<Measurement> own =
        here.services().measured(one.scope()).stream()
            .filter(each -> each.metric().equals(one.metric()) && each.scope().equals(one.scope()))
            .toList();
    String unit = Measured.unit(own);
    List<Measurement> strange = own.stream().filter(each -> !Measured.isIn(unit, each)).toList();
    if (strange.isEmpty()) {
      return List.of();
    }
    MeasuredSight sight =
        new MeasuredSight(one.scope(), one.metric(), Stretch.usual(now, here.zone()));
    String says =
        Texts.say(
            "delivery.units.found",
            Say.counted(strange.size(), "value"),
            one.metric(),
            sight.says(),
            strange.stream()
                .map(Measured::told)
                .distinct()
                .sorted()
                .collect(Collectors.joining("”, “")),
            unit);
    return List.of(
        Finding.of(
                "measured-in-another-unit", LOOK, says, one.metric(), sight.place(), sight.form())
            .begun(strange.getFirst().at())
            .weighing(0.4));
  }
}
