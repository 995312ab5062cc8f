package pilothouse.direction.roadmap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import pilothouse.direction.bets.Around;
import pilothouse.direction.bets.Checks;
import pilothouse.direction.bets.Placed;
import pilothouse.direction.bets.Turn;
import pilothouse.direction.bets.Turns;
import pilothouse.direction.bets.Typed;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.metrics.Window;
import pilothouse.promises.Kind;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Items of roadmaps as they are kept; each is a promise of its owner. */
final class ItemShelf {
  static final String AGREED = "agreed";

  /** A function that must agree, and of which nobody said anything yet. */
  static final String UNSAID = "";

  static final String NOT_AGREED = "not agreed";
  private static final int WEEKS = 13;
  private final Around around;

  ItemShelf(Around around) {
    this.around = around;
  }

  List<Item> all(Caller caller) {
    return Placed.seen(around.storage().read(ItemRows::all), caller);
  }

  Item find(String id, Caller caller) {
    return Placed.seen(row(id), caller);
  }

  Item own(String id, Caller caller) {
    return Placed.own(row(id), caller);
  }

  private Optional<Item> row(String id) {
    return around.storage().read(rows -> ItemRows.find(rows, id));
  }

  List<Turn> turns() {
    return around.storage().read(rows -> Turns.ofAll(rows, "item"));
  }

  List<Turn> turns(Item item) {
    return around.storage().read(rows -> Turns.of(rows, item.subject()));
  }

  Item add(ItemDraft draft, Caller caller) {
    draft.problems().refuse();
    Who who = Who.of(caller);
    Item begun = begun(draft, caller);
    return around
        .storage()
        .write(rows -> {
          Kind owed = begun.isMilestone() ? Item.MILESTONES : Item.HYPOTHESES;
          Item item = begun.owed(around.owe(rows, owed, begun.title(), begun, who));
          ItemRows.add(rows, item, who);
          String function = Typed.or(draft.function());
          if (!function.isEmpty()) {
            Turns.add(rows, item.subject(), AGREED, function, "", around.now(), who);
          }
          Journal.write(
              rows,
              Entry.of(around.now(), who, item.kind() + " made", item.told(), "")
                  .with(Map.of("due", item.due(), "measure", item.measure())));
          return item;
        });
  }

  private Item begun(ItemDraft draft, Caller caller) {
    Where place = around.place(Typed.or(draft.place()), caller);
    boolean measured = !Typed.or(draft.gauge()).isEmpty();
    Gauge gauge = measured ? around.gauge(Typed.or(draft.gauge()), caller) : null;
    Double items = Checks.numberOf(Typed.or(draft.items()));
    return new Item(
        UUID.randomUUID().toString(),
        Typed.or(draft.kind()),
        place.text(),
        Typed.or(draft.title()),
        Typed.or(draft.words()),
        Typed.or(draft.measure()),
        gauge == null ? "" : gauge.text(),
        measured ? Typed.or(draft.expect()) : "",
        gauge == null ? null : around.amount("target", Typed.or(draft.target()), gauge),
        around.due(Typed.or(draft.due())),
        outcome(draft, caller),
        around.owner(Typed.or(draft.owner()), caller),
        "",
        String.join(", ", Item.split(Typed.or(draft.functions()))),
        repositories(Typed.or(draft.repositories()), caller),
        items == null ? 0 : items.intValue(),
        Item.OPEN,
        Instants.text(around.now()));
  }

  /** The repositories whose flow its forecast stands on, each one that the caller sees. */
  private String repositories(String typed, Caller caller) {
    for (String name : Item.split(typed)) {
      Where where = Where.repository(name);
      if (!caller.sees(where) || !around.promises().places().has(where)) {
        throw Refused.unfit(
                Texts.say("roadmap.no-repository", name), Texts.say("roadmap.name-repository"))
            .at("repositories");
      }
    }
    return String.join(", ", Item.split(typed));
  }

  /** A milestone is for an outcome, as soon as there is one to choose. */
  private String outcome(ItemDraft draft, Caller caller) {
    String id = Typed.or(draft.outcome());
    boolean needed = Typed.or(draft.kind()).equals(Item.MILESTONE);
    if (id.isEmpty() && needed && !around.outcomes().offered(caller).isEmpty()) {
      Checks.none().wrong("outcome", Texts.say("roadmap.draft.no-outcome")).refuse();
    }
    return around.outcome(id, caller);
  }

  /** Ends a milestone, whose measure is met or waived with a reason. */
  Item done(Item item, ItemDraft.Done done, Caller caller) {
    Checks.none()
        .may("evidence", Typed.or(done.evidence()), 2_000)
        .may("waived", Typed.or(done.waived()), 2_000)
        .refuse();
    String waived = Typed.or(done.waived());
    String shown = waived.isEmpty() ? shown(item, Typed.or(done.evidence())) : "";
    String words = waived.isEmpty() ? shown : Texts.kept("kept.roadmap.waived", waived);
    return end(item, "done", words, waived, caller);
  }

  /** What shows that the measure is met: its number where it has one, else what somebody says. */
  private String shown(Item item, String evidence) {
    Double target = item.target();
    if (item.gauge().isEmpty() || target == null) {
      if (evidence.isEmpty()) {
        throw Refused.unfit(
                Texts.say("roadmap.done.no-evidence", item.measure()),
                Texts.say("roadmap.done.show-or-waive"))
            .at("evidence");
      }
      return evidence;
    }
    Gauged gauged = around.gauges().get().read(Gauge.parse(item.gauge()).orElseThrow(), window());
    Double value = gauged.reading().value();
    boolean met = value != null && (item.expect().equals("up") ? value >= target : value <= target);
    if (!met) {
      throw Refused.unfit(
              Texts.say(
                  "roadmap.done.not-met", gauged.name(), gauged.saysWhen(), gauged.says(target)),
              Texts.say("roadmap.done.wait-or-waive"))
          .at("waived");
    }
    return gauged.gauge().isElsewhere(item.where())
        ? Texts.kept("kept.roadmap.met-elsewhere")
        : Texts.kept("kept.roadmap.met", gauged.name(), gauged.saysWhen(), gauged.says(target));
  }

  /** The last quarter of a year up to now. */
  Window window() {
    return new Window(
        around.today().minusWeeks(WEEKS).atStartOfDay(around.zone()).toInstant(),
        around.now(),
        around.zone());
  }

  /** Ends a hypothesis with what its test showed. */
  Item result(Item item, ItemDraft.Result result, Caller caller) {
    Checks.none()
        .oneOf("verdict", Typed.or(result.verdict()), List.of("held", "broke"))
        .needs("words", Typed.or(result.words()), 2_000)
        .refuse();
    return end(item, Typed.or(result.verdict()), Typed.or(result.words()), "", caller);
  }

  /** Takes one from the roadmap. */
  Item drop(Item item, String why, Caller caller) {
    Checks.none().needs("why", why, 1_000).refuse();
    return end(item, "dropped", why, "", caller);
  }

  /**
   * Ends one.
   *
   * @param waived why its measure need not be met: then nothing shows that the promise is kept
   */
  private Item end(Item item, String state, String words, String waived, Caller caller) {
    Who who = Who.of(caller);
    Item ended =
        around
            .storage()
            .write(rows -> {
              if (!ItemRows.end(rows, item.id(), state)) {
                throw Refused.conflict(
                    Texts.say("roadmap.done.ended"), Texts.say("bets.shelf.look-again"));
              }
              Turns.add(rows, item.subject(), state, "", words, around.now(), who);
              Journal.write(
                  rows, Entry.of(around.now(), who, item.kind() + " " + state, item.told(), words));
              return ItemRows.find(rows, item.id()).orElseThrow();
            });
    if (state.equals("dropped")) {
      around.dropped(item.promise(), words, who);
    } else {
      String why = waived.isEmpty() ? "" : words;
      around.kept(item.promise(), waived.isEmpty() ? item.page() : "", why, who);
    }
    return ended;
  }

  /** One person speaks for one function; without accounts nobody can be told apart. */
  private static void refuseSecond(List<Turn> turns, String function, Caller caller) {
    Agreements.already(turns, function, caller)
        .ifPresent(other -> {
          throw Refused.conflict(
                  Texts.say("roadmap.agreed-already", other),
                  Texts.say("roadmap.another-agrees", function))
              .at("function");
        });
  }

  /** A function as the item or an outcome names it, in whatever case it was typed; no other. */
  private String known(Item item, String function) {
    TreeSet<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(item.functionsNamed());
    turns(item).stream().map(Turn::about).filter(by -> !by.isEmpty()).forEach(known::add);
    known.addAll(around.outcomes().functions());
    String as = known.floor(function);
    if (as == null || !as.equalsIgnoreCase(function)) {
      throw Refused.unfit(
              Texts.say("roadmap.unknown-function", function),
              Texts.say("roadmap.known-functions", String.join(", ", known)))
          .at("function");
    }
    return as;
  }

  /** What a function says to it. */
  void agree(Item item, ItemDraft.Agreement agreement, Caller caller) {
    Checks.none()
        .needs("function", Typed.or(agreement.function()), 60)
        .may("why", Typed.or(agreement.why()), 1_000)
        .refuse();
    String function = known(item, Typed.or(agreement.function()));
    Who who = Who.of(caller);
    String says = Typed.or(agreement.says());
    if (!List.of(AGREED, NOT_AGREED).contains(says)) {
      throw Refused.unfit(Texts.say("roadmap.agreement.none"), Texts.say("roadmap.agreement.say"))
          .at("says");
    }
    String why = Typed.or(agreement.why());
    around
        .storage()
        .write(rows -> {
          if (says.equals(AGREED) && !caller.id().equals(Caller.onlyYou().id())) {
            refuseSecond(Turns.of(rows, item.subject()), function, caller);
          }
          Turns.add(rows, item.subject(), says, function, why, around.now(), who);
          Journal.write(
              rows,
              Entry.of(around.now(), who, item.kind() + " " + says, item.told(), why)
                  .with(Map.of("function", function)));
          return true;
        });
  }
}
