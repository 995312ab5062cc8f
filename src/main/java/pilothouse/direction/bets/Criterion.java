package pilothouse.direction.bets;

import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * One thing that a rubric asks of a bet.
 *
 * @param key under which its answers are kept
 * @param name as people read it; empty for those of the known formulas, which the texts name
 * @param weight among the others of a weighted rubric
 * @param falling whether more of it speaks against the bet
 * @param least the smallest answer
 * @param most the largest answer
 * @param choices the only answers; empty where any between them will do
 */
public record Criterion(
    String key,
    String name,
    double weight,
    boolean falling,
    double least,
    double most,
    List<Double> choices) {
  static final double NONE = 1e15;

  public Criterion {
    choices = List.copyOf(choices);
  }

  static Criterion open(String key) {
    return open(key, 0);
  }

  static Criterion open(String key, double least) {
    return new Criterion(key, "", 1, false, least, NONE, List.of());
  }

  static Criterion choice(String key, List<Double> choices) {
    double least = choices.stream().min(Double::compare).orElseThrow();
    double most = choices.stream().max(Double::compare).orElseThrow();
    return new Criterion(key, "", 1, false, least, most, choices);
  }

  Criterion against() {
    return new Criterion(key, name, weight, true, least, most, choices);
  }

  /** What people call it. */
  public String says() {
    return name.isEmpty() ? Texts.say("bets.criterion." + key.replace('_', '-')) : name;
  }

  /** As it is typed: {@code Cost; 2; against}. */
  public String told() {
    return says() + "; " + Say.number(weight) + (falling ? "; against" : "");
  }

  /** In words: how heavy it is, and whether more of it speaks against a bet. */
  String shown() {
    String weighted = Texts.say("bets.criterion.weighs", says(), Say.number(weight));
    return falling ? Texts.say("bets.criterion.against", weighted) : weighted;
  }

  /** Whether that is an answer. */
  boolean allows(double value) {
    return choices.isEmpty() ? least <= value && value <= most : choices.contains(value);
  }

  boolean allows(Range range) {
    return allows(range.low()) && allows(range.likely()) && allows(range.high());
  }
}
