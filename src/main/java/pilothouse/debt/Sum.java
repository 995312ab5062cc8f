package pilothouse.debt;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** What a list of the register adds up to. */
final class Sum {
  private int items;
  private int unknown;
  private int measuredItems;
  private int unmended;
  private final Purse principal = new Purse();
  private final Purse measured = new Purse();
  private final Purse estimated = new Purse();

  private Sum with(Worth worth) {
    items++;
    Hours price = worth.principal();
    Hours cost = worth.counted();
    if (price == null) {
      unmended++;
    } else {
      principal.add(price, worth.rate());
    }
    if (cost == null) {
      unknown++;
    } else {
      (worth.measured() ? measured : estimated).add(cost, worth.rate());
      measuredItems += worth.measured() ? 1 : 0;
    }
    return this;
  }

  private Sum with(Sum other) {
    items += other.items;
    unknown += other.unknown;
    measuredItems += other.measuredItems;
    unmended += other.unmended;
    principal.add(other.principal);
    measured.add(other.measured);
    estimated.add(other.estimated);
    return this;
  }

  int items() {
    return items;
  }

  /** How many of them nobody knows the cost of. */
  int unknown() {
    return unknown;
  }

  /** Whether there are some, and nobody knows what any of them costs. */
  boolean isUnknown() {
    return items > 0 && unknown == items;
  }

  /** Of how many of them nobody knows what mending them takes. */
  int unmended() {
    return unmended;
  }

  /** What mending them takes. */
  Purse principal() {
    return principal;
  }

  /** What they cost a week, of those of which it is known. */
  Purse costs() {
    Purse all = new Purse();
    all.add(measured);
    all.add(estimated);
    return all;
  }

  /** How much of that was measured, and how much is estimated; empty where nothing is known. */
  String parts() {
    int known = items - unknown;
    return known == 0
        ? ""
        : measuredItems == 0
            ? Texts.say("debt.all-estimated")
            : measuredItems == known
                ? Texts.say("debt.all-measured")
                : Texts.say("debt.parts", measured.hours().says(), estimated.hours().says());
  }

  DebtTold.Sum told(String effect) {
    return new DebtTold.Sum(
        effect,
        items,
        DebtTold.Range.all(principal.hours()),
        DebtTold.Range.all(costs().hours()),
        unknown,
        principal.told(),
        costs().told(),
        measured.told(),
        estimated.told());
  }

  /** The three lists with nothing in them. */
  private static Map<Effect, Sum> none() {
    Map<Effect, Sum> sums = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      sums.put(effect, new Sum());
    }
    return sums;
  }

  /** The three lists; each item stands in one of them. */
  static Map<Effect, Sum> byEffect(Stream<Standing> all) {
    Map<Effect, Sum> sums = none();
    all.forEach(one -> take(sums, one.item(), one.worth()));
    return sums;
  }

  private static void take(Map<Effect, Sum> sums, Item item, Worth worth) {
    sums.computeIfPresent(item.words().effect(), (_, sum) -> sum.with(worth));
  }

  /** The three lists of each place. */
  static Map<Where, Map<Effect, Sum>> byPlace(Stream<Owed> all) {
    Map<Where, Map<Effect, Sum>> places = new HashMap<>();
    all.forEach(one ->
        take(places.computeIfAbsent(one.item().place(), _ -> none()), one.item(), one.worth()));
    return places;
  }

  /** The three lists of several places together. */
  static Map<Effect, Sum> together(Stream<Map<Effect, Sum>> places) {
    Map<Effect, Sum> all = none();
    places.forEach(there ->
        there.forEach(
            (effect, sum) -> all.computeIfPresent(effect, (_, before) -> before.with(sum))));
    return all;
  }

  /** All three lists together. */
  static Sum total(Map<Effect, Sum> sums) {
    Sum total = new Sum();
    sums.values().forEach(total::with);
    return total;
  }
}
