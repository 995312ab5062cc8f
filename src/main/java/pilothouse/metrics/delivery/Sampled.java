package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Facts with a value each, from which a quantile is read. */
final class Sampled<T> {
  final Spans spans = new Spans();
  final Notes notes = new Notes();
  private final List<T> facts = new ArrayList<>();

  void add(T fact, long at, double value, boolean open) {
    facts.add(fact);
    spans.add(at, value, open);
  }

  void add(T fact, long at, double value) {
    add(fact, at, value, false);
  }

  int size() {
    return facts.size();
  }

  T fact(int i) {
    return facts.get(i);
  }

  /**
   * The reading of a quantile.
   *
   * @param why there is no value, where there are no facts
   * @param says how the value came out of the rows
   * @param row the cells of a fact, the value apart, which stands first
   */
  Reading read(
      Metric metric,
      Dossier dossier,
      double quantile,
      Weeks weeks,
      String why,
      String says,
      List<String> columns,
      BiFunction<T, Integer, List<Cell>> row) {
    Double value = spans.quantile(quantile);
    if (value == null) {
      String open =
          Texts.counted(
              "metrics.sampled.open-only",
              spans.openOnes(),
              Say.count(size()),
              Say.span(size() == 0 ? 0 : spans.most()));
      return size() == 0
          ? dossier.unknown(metric, why, notes)
          : dossier
              .unknown(metric, open, size(), receipt(says, columns, row), notes)
              .withOpen(spans.openOnes());
    }
    Series series = spans.weekly(weeks, quantile);
    return dossier
        .known(metric, value, size(), series, receipt(says, columns, row), notes)
        .withOpen(spans.openOnes())
        .within(() -> spans.interval(quantile));
  }

  private Receipt receipt(
      String says, List<String> columns, BiFunction<T, Integer, List<Cell>> row) {
    int n = size();
    return new Receipt(says + open(), columns, n, i -> row.apply(facts.get(n - 1 - i), n - 1 - i));
  }

  private String open() {
    int open = spans.openOnes();
    if (open == 0) {
      return "";
    }
    String key = spans.isCensored() ? "metrics.sampled.open-quantile" : "metrics.sampled.open";
    return " " + Texts.counted(key, open, Say.count(size()));
  }

  /** The value of a row in hours, "at least" where it is open. */
  Cell hours(int i) {
    String hours = Dossier.hours(spans.value(i)).text();
    return Cell.of(spans.isOpen(i) ? Texts.say("metrics.sampled.at-least", hours) : hours);
  }
}
