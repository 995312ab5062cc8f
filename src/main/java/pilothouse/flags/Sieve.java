package pilothouse.flags;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Picks;
import pilothouse.web.Request;

/**
 * Which flags are asked for, and in which order.
 *
 * @param place as addresses have it; empty for all
 * @param ownerId whom {@code owner} names; what was typed where that is nobody
 */
record Sieve(String place, String kind, String state, String owner, String ownerId, String sort) {
  static final List<String> STATES =
      List.of("in-use", "late", "gone-from-file", "removed", "unverified", "all");
  static final List<String> SORTS = List.of("ends", "age", "key", "newest");

  /** What an address asks for. */
  static Sieve of(Request request, FlagShelf shelf) {
    Picks picks = new Picks(request);
    String owner = picks.text("owner");
    var found = shelf.locker().promises().owners();
    return new Sieve(
        place(picks.text("place"), request.caller(), shelf),
        picks.among("kind", Purpose.ALL, ""),
        picks.among("state", STATES, STATES.getFirst()),
        owner,
        owner.isEmpty() ? "" : found.find(owner).map(one -> one.id()).orElse(owner),
        picks.among("sort", SORTS, SORTS.getFirst()));
  }

  /** A place that there is, or that flags are at. */
  private static String place(String typed, Caller caller, FlagShelf shelf) {
    boolean isKnown =
        typed.isEmpty()
            || shelf.now().all().stream()
                .map(Flag::place)
                .anyMatch(place -> place.text().equals(typed) && caller.sees(place));
    return isKnown ? typed : shelf.locker().places().read(typed, caller, Permission.READ).text();
  }

  boolean fits(Flag flag, LocalDate today) {
    Words words = flag.words();
    return (place.isEmpty() || words.place().text().equals(place))
        && (kind.isEmpty() || words.purpose().word().equals(kind))
        && (ownerId.isEmpty() || words.owner().equals(ownerId))
        && switch (state) {
          case "in-use" -> flag.isInUse();
          case "late" -> flag.isLate(today);
          case "gone-from-file" -> flag.isGoneFromFiles();
          case "removed" -> !flag.isInUse();
          case "unverified" -> flag.isUnverified();
          default -> true;
        };
  }

  Comparator<Flag> order() {
    Comparator<Flag> newest = Comparator.comparingInt(Flag::number).reversed();
    return switch (sort) {
      case "age" -> Comparator.<Flag, LocalDate>comparing(one -> one.words().since());
      case "key" -> Comparator.comparing(Flag::key, String::compareToIgnoreCase);
      case "newest" -> newest;
      default -> Comparator.comparing(Flag::ends);
    };
  }

  /** The address of the list, from the start. */
  String address(String path) {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("place", place);
    asks.put("kind", kind);
    asks.put("state", state.equals(STATES.getFirst()) ? "" : state);
    asks.put("owner", owner);
    asks.put("sort", sort.equals(SORTS.getFirst()) ? "" : sort);
    return Picks.address(path, asks);
  }
}
