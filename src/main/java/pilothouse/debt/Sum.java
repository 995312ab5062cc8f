package pilothouse.debt;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a list of the register adds up to. */
final class Sum {
  private int items;
  private int unknown;
  private Hours principal = Hours.NONE;
  private Hours interest = Hours.NONE;

  private Sum with(Standing one) {
    items++;
    Hours price = one.worth().principal();
    Hours cost = one.worth().interest();
    principal = price == null ? principal : principal.plus(price);
    interest = cost == null ? interest : interest.plus(cost);
    unknown += cost == null ? 1 : 0;
    return this;
  }

  private void add(Sum other) {
    items += other.items;
    unknown += other.unknown;
    principal = principal.plus(other.principal);
    interest = interest.plus(other.interest);
  }

  int items() {
    return items;
  }

  /** How many of them nobody knows the cost of. */
  int unknown() {
    return unknown;
  }

  Hours principal() {
    return principal;
  }

  Hours interest() {
    return interest;
  }

  DebtTold.Sum told(String effect) {
    return new DebtTold.Sum(effect, items, range(principal), range(interest), unknown);
  }

  private static DebtTold.Range range(Hours hours) {
    return new DebtTold.Range(hours.low(), hours.high());
  }

  /** The three lists; each item stands in one of them. */
  static Map<Effect, Sum> byEffect(Stream<Standing> all) {
    Map<Effect, Sum> sums = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      sums.put(effect, new Sum());
    }
    all.forEach(
        one -> sums.computeIfPresent(one.item().words().effect(), (_, sum) -> sum.with(one)));
    return sums;
  }

  /** All three lists together. */
  static Sum total(Map<Effect, Sum> sums) {
    Sum total = new Sum();
    sums.values().forEach(total::add);
    return total;
  }
}
