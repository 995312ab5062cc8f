package pilothouse.direction.bets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pilothouse.text.Texts;

/**
 * What bets are chosen by, in one of its versions.
 *
 * @param id stays the same over its versions
 * @param version from 1 on
 * @param why it is as it is now
 */
public record Rubric(
    String id,
    String name,
    Method method,
    int version,
    List<Criterion> criteria,
    String why,
    String at) {
  public Rubric {
    criteria = List.copyOf(criteria);
  }

  /** One of the known formulas, which are there from the beginning. */
  static Rubric known(Method method) {
    return new Rubric(method.word(), "", method, 1, method.criteria(), "", "");
  }

  /** What people call it. */
  public String says() {
    return name.isEmpty() ? Texts.say("bets.method." + method.word()) : name;
  }

  /** Its criteria in a line, as they are typed. */
  public String told() {
    return criteria.stream().map(Criterion::told).collect(Collectors.joining(", "));
  }

  /** How it is worked out: its formula, or its own criteria with their weights. */
  public String shown() {
    return method != Method.WEIGHTED
        ? Texts.say("bets.formula." + method.word())
        : criteria.stream().map(Criterion::shown).collect(Collectors.joining(", "));
  }

  Optional<Criterion> criterion(String key) {
    return criteria.stream().filter(one -> one.key().equals(key)).findFirst();
  }
}
