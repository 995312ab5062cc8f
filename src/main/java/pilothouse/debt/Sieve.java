package pilothouse.debt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Picks;
import pilothouse.web.Request;
import pilothouse.web.Where;

/**
 * Which items are asked for, and in which order.
 *
 * @param place as addresses have it, as {@code repository:ferry//web}; empty for all
 * @param owner an owner's id; empty for all
 */
record Sieve(String place, String effect, String kind, String state, String owner, String sort) {
  static final String OWED = "owed";
  static final String UNVERIFIED = "unverified";
  static final String LATE = "late";
  static final String ALL = "all";
  static final List<String> STATES =
      List.of(OWED, "open", LATE, "deferred", "closed", UNVERIFIED, "joined", ALL);
  static final List<String> SORTS = List.of("rank", "cost", "due", "newest", "title");

  /** What an address asks for. */
  static Sieve of(Request request, Standings standings) {
    Picks picks = new Picks(request);
    String owner = picks.text("owner");
    return new Sieve(
        place(picks.text("place"), request.caller(), standings),
        picks.among("effect", Effect.ALL, ""),
        picks.among("kind", Nature.ALL, ""),
        picks.among("state", STATES, OWED),
        owner.isEmpty() ? "" : standings.owner(owner),
        picks.among("sort", SORTS, SORTS.getFirst()));
  }

  /** A place that there is, or that items lie at. */
  private static String place(String typed, Caller caller, Standings standings) {
    if (!typed.isEmpty()
        && standings.today().seen(caller).noneMatch(one -> isAt(one.item(), typed))) {
      int inside = typed.indexOf("//");
      standings
          .ledger()
          .places()
          .read(inside < 0 ? typed : typed.substring(0, inside), caller, Permission.READ);
    }
    return typed;
  }

  /** Whether the whole register is asked for. */
  boolean isWhole() {
    return state.equals(OWED) && (place + kind + owner).isEmpty();
  }

  /** Whether one is asked for; its effect is looked at by {@link #isOfEffect} alone. */
  Predicate<Standing> fits() {
    List<Predicate<Standing>> all = new ArrayList<>();
    all.add(this::isOfState);
    if (!place.isEmpty()) {
      all.add(one -> isAt(one.item(), place));
    }
    if (!kind.isEmpty()) {
      all.add(one -> one.item().words().nature().word().equals(kind));
    }
    if (!owner.isEmpty()) {
      all.add(one -> one.item().words().owner().equals(owner));
    }
    return one -> all.stream().allMatch(each -> each.test(one));
  }

  boolean isOfEffect(Standing one) {
    return effect.isEmpty() || one.item().words().effect().word().equals(effect);
  }

  private static boolean isAt(Item item, String place) {
    int inside = place.indexOf("//");
    String folder = inside < 0 ? "" : place.substring(inside + 2);
    return Where.parse(inside < 0 ? place : place.substring(0, inside))
        .filter(where -> item.isAt(where, folder))
        .isPresent();
  }

  private boolean isOfState(Standing one) {
    State is = one.state();
    return switch (state) {
      case ALL -> is != State.JOINED;
      case OWED -> is.isOwed();
      case LATE -> one.isLate();
      case UNVERIFIED -> one.isUnverified();
      default -> is.word().equals(state);
    };
  }

  Comparator<Standing> order() {
    return switch (sort) {
      case "cost" -> Standing.BY_COST;
      case "due" -> Standing.BY_DUE;
      case "newest" -> Standing.NEWEST;
      case "title" -> Standing.BY_TITLE;
      default -> Standing.BY_RANK;
    };
  }

  /** The address of the list with another effect. */
  String address(String otherEffect) {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("place", place);
    asks.put("effect", otherEffect);
    asks.put("kind", kind);
    asks.put("state", state.equals(OWED) ? "" : state);
    asks.put("owner", owner);
    asks.put("sort", sort.equals(SORTS.getFirst()) ? "" : sort);
    return Picks.address("/debt", asks);
  }
}
