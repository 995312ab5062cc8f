package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All things of one kind at one moment, merged, by the place where they belong: what is packed, and
 * over it those of which something was said since.
 */
final class Stock<F extends Fact> {
  private final Form<F> form;
  private final Stocks stocks;
  private final Packs.Head head;
  private final Map<Place, Packs.Entry> entries;
  private final long seen;
  private final Map<String, Tail.Thing<F>> tail;
  private final Map<Place, Touch> touched;

  /** Takes this one's place when its packs have been replaced meanwhile. */
  private volatile @Nullable Stock<F> newer;

  private Stock(
      Form<F> form,
      Stocks stocks,
      Packs.Head head,
      Map<Place, Packs.Entry> entries,
      long seen,
      Map<String, Tail.Thing<F>> tail,
      Map<Place, Touch> touched) {
    this.form = form;
    this.stocks = stocks;
    this.head = head;
    this.entries = entries;
    this.seen = seen;
    this.tail = tail;
    this.touched = touched;
  }

  /**
   * What happened to a place since it was packed.
   *
   * @param seq of the last row that has to do with it
   * @param keys of things that came, changed or went
   */
  private record Touch(long seq, Set<String> keys) {}

  /** What is packed, before anything is said over it. */
  static <F extends Fact> Stock<F> packed(
      Form<F> form, Stocks stocks, Packs.Head head, Map<Place, Packs.Entry> entries) {
    return new Stock<>(form, stocks, head, entries, head.seq(), Map.of(), Map.of());
  }

  /** The same with what was said of these things too; {@code seen} says up to where. */
  Stock<F> with(List<Tail.Thing<F>> things, long now) {
    if (things.isEmpty()) {
      return this;
    }
    Map<String, Tail.Thing<F>> newTail = new HashMap<>(tail);
    Map<Place, Touch> newTouched = new HashMap<>(touched);
    Set<Place> mine = new HashSet<>();
    for (Tail.Thing<F> thing : things) {
      newTail.put(thing.fact().key(), thing);
      for (Place place : places(thing, newTouched.keySet())) {
        Touch before = newTouched.get(place);
        // A touch that this method made is its own to change; one from before is shared.
        if (mine.add(place) || before == null) {
          Set<String> keys = before == null ? new HashSet<>() : new HashSet<>(before.keys);
          before = new Touch(before == null ? 0 : before.seq, keys);
        }
        before.keys.add(thing.fact().key());
        newTouched.put(place, new Touch(Math.max(before.seq, thing.seq()), before.keys));
      }
    }
    return new Stock<>(form, stocks, head, entries, now, newTail, newTouched);
  }

  /** Where the thing lies, and where it may have lain before. */
  private List<Place> places(Tail.Thing<F> thing, Set<Place> known) {
    List<Place> places = new ArrayList<>();
    places.add(thing.place());
    if (thing.services().size() + thing.repositories().size() > 2) {
      for (Set<Place> all : List.of(entries.keySet(), known)) {
        for (Place place : all) {
          if (thing.mayHaveLainIn(place) && !places.contains(place)) {
            places.add(place);
          }
        }
      }
    }
    return places;
  }

  Form<F> form() {
    return form;
  }

  Packs.Head head() {
    return head;
  }

  /** Up to which {@code seq} everything is in here. */
  long seen() {
    return seen;
  }

  /** How many things are not in the packs as they are now. */
  int loose() {
    return tail.size();
  }

  /** The places of which something was said since they were packed. */
  Set<Place> touched() {
    return touched.keySet();
  }

  /** All places with anything in them. */
  Set<Place> places() {
    Set<Place> places = new HashSet<>(entries.keySet());
    Set<Place> live = new HashSet<>();
    tail.values().forEach(thing -> live.add(thing.place()));
    places.addAll(live);
    places.removeIf(place -> touched.containsKey(place) && !live.contains(place) && isEmpty(place));
    return places;
  }

  /** Whether all that was packed there has moved elsewhere. */
  private boolean isEmpty(Place place) {
    return raw(place).isEmpty();
  }

  /** Another number whenever what lies in the place differs. */
  long version(Place place) {
    Touch touch = touched.get(place);
    Packs.Entry entry = entries.get(place);
    return touch != null ? touch.seq : entry != null ? entry.seq() : 0;
  }

  /** What lies in the place, as it was said. */
  List<F> raw(Place place) {
    return at(place, UnaryOperator.identity(), UnaryOperator.identity(), false);
  }

  /** What lies in the place, with names joined and environments judged. */
  List<F> at(Place place, Judge judge) {
    boolean all = form.equals(Forms.DEPLOYMENTS);
    return at(place, judge::person, judge::judged, all);
  }

  private List<F> at(
      Place place, UnaryOperator<String> person, UnaryOperator<F> judged, boolean all) {
    Stock<F> instead = newer;
    if (instead != null) {
      return instead.at(place, person, judged, all);
    }
    List<F> packed = packed(place, person);
    if (packed == null) {
      Stock<F> fresh = stocks.open(form);
      newer = fresh;
      return fresh.at(place, person, judged, all);
    }
    if (all) {
      packed.replaceAll(judged);
    }
    Touch touch = touched.get(place);
    return touch == null ? packed : over(packed, touch, place, judged);
  }

  /** What is packed there, for the caller to change; null when the packs are others by now. */
  private @Nullable List<F> packed(Place place, UnaryOperator<String> person) {
    Packs.Entry entry = entries.get(place);
    if (entry == null) {
      return new ArrayList<>();
    }
    Packs.Pack pack = stocks.packs().pack(form, place).orElse(null);
    if (pack == null || !pack.entry().equals(entry)) {
      return null;
    }
    return stocks.packs().kept(form, pack.facts(form, person));
  }

  private List<F> over(List<F> packed, Touch touch, Place place, UnaryOperator<F> judged) {
    packed.removeIf(fact -> touch.keys.contains(fact.key()));
    for (String key : touch.keys) {
      Tail.Thing<F> thing = In.sure(tail.get(key));
      if (thing.place().equals(place)) {
        packed.add(judged.apply(thing.fact()));
      }
    }
    packed.sort(form.order());
    return packed;
  }
}
