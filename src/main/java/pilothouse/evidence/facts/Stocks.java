package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pilothouse.storage.Storage;

/** Opens stocks and packs them. */
final class Stocks {
  /** With so many loose things, looking them up begins to be felt. */
  private static final int LOOSE = 1_000;

  private final Storage storage;
  private final Packs packs;

  Stocks(Storage storage) {
    this.storage = storage;
    this.packs = new Packs(storage);
  }

  Packs packs() {
    return packs;
  }

  /**
   * All kinds as they are now.
   *
   * @param before as they were; empty for a first look
   */
  Map<Form<?>, Stock<?>> all(Map<Form<?>, Stock<?>> before) {
    Map<String, Packs.Head> heads = packs.heads();
    Map<String, Long> last = Tail.last(storage);
    Map<Form<?>, Stock<?>> all = new HashMap<>();
    for (Form<?> form : Forms.ALL) {
      Packs.Head head = heads.getOrDefault(form.table(), Packs.Head.NONE);
      Stock<?> known = before.get(form);
      Stock<?> packed = known != null && known.head().equals(head) ? known : packed(form);
      boolean isCurrent = last.getOrDefault(form.table(), 0L) <= packed.seen();
      all.put(form, isCurrent ? packed : current(packed));
    }
    return all;
  }

  /** All of a kind as it is now; packs first what is too much to be merged each time. */
  <F extends Fact> Stock<F> open(Form<F> form) {
    return current(packed(form));
  }

  private <F extends Fact> Stock<F> current(Stock<F> stock) {
    if (!Tail.isLonger(storage, stock.form(), stock.seen(), Tail.LONG)) {
      return said(stock);
    }
    pack(stock.form());
    return said(packed(stock.form()));
  }

  private <F extends Fact> Stock<F> packed(Form<F> form) {
    Packs.Head head = head(form);
    while (!head.equals(Packs.Head.NONE)) {
      Map<Place, Packs.Entry> entries = packs.entries(form);
      if (entries.size() == head.places()) {
        return Stock.packed(form, this, head, entries);
      }
      Packs.Head before = head;
      head = head(form);
      if (head.equals(before)) {
        // Nobody replaced them meanwhile: some are lost.
        packs.forget(form);
      }
    }
    return Stock.packed(form, this, Packs.Head.NONE, Map.of());
  }

  private Packs.Head head(Form<?> form) {
    return packs.heads().getOrDefault(form.table(), Packs.Head.NONE);
  }

  private <F extends Fact> Stock<F> said(Stock<F> stock) {
    // The clock is read first: what is written meanwhile is seen twice rather than never.
    long now = clock();
    return stock.with(Tail.since(storage, stock.form(), stock.seen()), now);
  }

  /** Whether packing would make the next look noticeably quicker. */
  static boolean isWorthPacking(Stock<?> stock) {
    return stock.loose() > LOOSE;
  }

  /** Packs all kinds of which much was said since they were last packed. */
  void packMuch() {
    for (Form<?> form : Forms.ALL) {
      if (Tail.isLonger(storage, form, head(form).seq(), LOOSE)) {
        pack(form);
      }
    }
  }

  /** Packs whatever was said since it was last packed. */
  void packAll() {
    Forms.ALL.forEach(this::pack);
  }

  /** Packs what was said of the kind since it was last packed. */
  <F extends Fact> void pack(Form<F> form) {
    Stock<F> stock = packed(form);
    if (stock.head().equals(Packs.Head.NONE)
        || Tail.isLonger(storage, form, stock.seen(), Tail.ENDLESS)) {
      packAnew(form, stock.head());
      return;
    }
    Stock<F> now = said(stock);
    List<Packs.Pack> changed = new ArrayList<>();
    for (Place place : now.touched()) {
      changed.add(Packs.Pack.of(form, place, now.raw(place), now.version(place)));
    }
    if (!changed.isEmpty()) {
      packs.replace(form, now.head(), now.seen(), false, changed);
    }
  }

  private <F extends Fact> void packAnew(Form<F> form, Packs.Head before) {
    long now = clock();
    Map<Place, Loose<F>> places = new ConcurrentHashMap<>();
    Sweep.of(
        storage,
        form,
        (Tail.Thing<F> thing) ->
            places.computeIfAbsent(thing.place(), place -> new Loose<>(form)).add(thing));
    List<Packs.Pack> all =
        List.copyOf(places.keySet()).parallelStream()
            .map(place -> In.sure(places.remove(place)).packed(place))
            .toList();
    packs.replace(form, before, now, true, all);
  }

  private long clock() {
    return storage.read(rows ->
        rows.createQuery("select value from fact_clock")
            .map((row, context) -> row.getLong(1))
            .one());
  }

  /** The things of one place in the order of their keys, packed already, because they are many. */
  private static final class Loose<F extends Fact> {
    private final Form<F> form;
    private final PackOut out;
    private int things;
    private long seq;

    Loose(Form<F> form) {
      this.form = form;
      this.out = new PackOut(form);
    }

    void add(Tail.Thing<F> thing) {
      out.fact(form, thing.fact());
      things++;
      seq = Math.max(seq, thing.seq());
    }

    Packs.Pack packed(Place place) {
      List<F> facts = PackIn.all(out.bytes()).facts(form, things);
      facts.sort(form.order());
      return Packs.Pack.of(form, place, facts, seq);
    }
  }
}
