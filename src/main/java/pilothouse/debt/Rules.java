package pilothouse.debt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.web.Where;

/** By when debt of each severity is mended, what an hour costs, and which labels mean debt. */
record Rules(Map<String, String> values) {
  static final String WINDOW = "window-";
  static final String RATE = "rate";
  static final String LABELS = "labels";
  static final String INCIDENT = "incident";
  static final String WORKED = "worked";

  /** Hours of a week. */
  static final int WEEK = 168;

  /** Hours of a week that are worked, until somebody says otherwise. */
  static final int USUALLY = 40;

  static final List<String> USUAL = List.of("tech-debt", "technical-debt", "debt");

  Rules {
    values = Map.copyOf(values);
  }

  static Rules of(List<RuleRow> rows) {
    Map<String, String> values = new HashMap<>();
    rows.forEach(row -> values.put(row.what() + " " + row.place(), row.value()));
    values.values().removeIf(String::isEmpty);
    return new Rules(values);
  }

  /** All that were ever set, the oldest first. */
  static List<RuleRow> rows(Handle rows) {
    return rows.createQuery("select * from debt_rule order by number")
        .map((row, _) ->
            new RuleRow(
                row.getInt("number"),
                row.getString("what"),
                row.getString("place"),
                row.getString("value"),
                row.getString("at"),
                row.getString("who"),
                row.getString("who_name"),
                row.getString("why")))
        .list();
  }

  private Optional<String> value(String what, Where place) {
    return own(what, place).or(() -> own(what, Where.ORGANISATION));
  }

  /** Within how many days debt of that severity is mended. */
  int window(Severity severity) {
    return value(WINDOW + severity.word(), Where.ORGANISATION)
        .map(Integer::valueOf)
        .orElse(severity.days());
  }

  /** What was said of that place alone. */
  Optional<String> own(String what, Where place) {
    return Optional.ofNullable(values.get(what + " " + place.text()));
  }

  /** What an incident costs in hours there; empty where nobody said. */
  Optional<Double> incident(Where place) {
    return value(INCIDENT, place).map(Double::valueOf);
  }

  /** How many hours of a week are worked. */
  int workedHours() {
    return value(WORKED, Where.ORGANISATION).map(Integer::valueOf).orElse(USUALLY);
  }

  /** The share of hours that pass which are worked. */
  double worked() {
    return workedHours() / (double) WEEK;
  }

  /** The labels that mean debt there, in small letters. */
  List<String> labels(Where place) {
    return value(LABELS, place).map(Rules::labels).orElse(USUAL);
  }

  static List<String> labels(String text) {
    List<String> labels = new ArrayList<>();
    for (String label : text.split("[,\n]", -1)) {
      String word = label.strip().toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !labels.contains(word)) {
        labels.add(word);
      }
    }
    return labels;
  }

  /** Where an hour costs something of its own. */
  List<String> places(String what) {
    return values.keySet().stream()
        .filter(key -> key.startsWith(what + " "))
        .map(key -> key.substring(what.length() + 1))
        .sorted()
        .toList();
  }
}
