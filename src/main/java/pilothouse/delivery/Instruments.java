package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Services;
import pilothouse.metrics.Ledger;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;
import pilothouse.views.Stretch;
import pilothouse.web.Caller;

/**
 * The numbers that others measured, in a section of a page.
 *
 * @param more what is not shown, in words; empty where all are
 */
public record Instruments(List<One> all, String more) {
  private static final int MOST = 40;

  public Instruments {
    all = List.copyOf(all);
  }

  /**
   * One number.
   *
   * @param of what was measured; empty where the page says it
   * @param says when it was measured, or why it is unknown
   */
  public record One(String of, Shown shown, String says) {}

  /** Those of one service. */
  static Instruments of(Lookout look, Bearing bearing) {
    List<Measurement> told = bearing.facts().measurements();
    String scope = "system:" + look.system();
    return shown(
        Measured.names(told).stream()
            .map(name -> new Asked(name, scope, told, look.stretch(), ""))
            .toList());
  }

  /** Those of the organisation and of its teams that the caller may see. */
  static Instruments of(Lookout look, Services services, Caller caller) {
    List<Measurement> told =
        services.measured("organisation").stream()
            .filter(one -> caller.sees(AddressWords.where(one.scope())))
            .toList();
    Map<String, List<Measurement>> scopes = new TreeMap<>();
    told.forEach(one -> scopes.computeIfAbsent(one.scope(), _ -> new ArrayList<>()).add(one));
    return shown(
        scopes.entrySet().stream()
            .flatMap(scope -> of(scope.getKey(), scope.getValue(), look.stretch()))
            .toList());
  }

  private static Stream<Asked> of(String scope, List<Measurement> told, Stretch stretch) {
    return Measured.all(told).stream()
        .map(name ->
            new Asked(name, scope, told, stretch, new MeasuredSight(scope, "", stretch).says()));
  }

  private record Asked(
      String name, String scope, List<Measurement> told, Stretch stretch, String of) {
    One one() {
      MeasuredSight sight = new MeasuredSight(scope, name, stretch);
      Measured measured = Measured.of(name, scope, told, stretch.window(), Meaning.NONE.better());
      Shown shown = Shown.of(sight, measured.reading());
      Measurement last = measured.last();
      String unknown = measured.reading().unknown();
      String says =
          last == null
              ? Say.sentence(String.valueOf(unknown))
              : Texts.say("delivery.instruments.measured-on", sight.day(last.at()));
      return new One(
          of,
          new Shown(shown.name(), measured.says(), shown.receipt(), unknown, shown.spark()),
          says + left(measured.reading().ledger()));
    }

    private static String left(Ledger ledger) {
      long out = ledger.entries().stream().mapToLong(Ledger.LeftOut::count).sum();
      return out == 0
          ? ""
          : Texts.say("delivery.instruments.left-out", Say.counted(out, "measurement"));
    }
  }

  private static Instruments shown(List<Asked> all) {
    int more = all.size() - MOST;
    return new Instruments(
        all.stream().limit(MOST).map(Asked::one).toList(),
        more <= 0
            ? ""
            : Texts.say("delivery.instruments.by-name", Say.counted(more, "more number")));
  }
}
