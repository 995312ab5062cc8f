package pilothouse.decisions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pilothouse.decisions.Turn.Kind;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/**
 * What a decision affects: a system, a team, a repository, or a folder of one.
 *
 * @param folder of a repository; empty for all of it
 */
record Affected(Where where, String folder) {
  /** A decision that affects more affects everything. */
  static final int MOST = 20;

  private static final int LONGEST = 300;
  private static final String INSIDE = "//";

  /** Reads {@code system:booking} or {@code repository:ferry//web}; empty where it is neither. */
  static Optional<Affected> parse(String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    int inside = text.indexOf(INSIDE);
    String folder = inside < 0 ? "" : text.substring(inside).replaceAll("^/+|/+$", "");
    return Where.parse(inside < 0 ? text : text.substring(0, inside))
        .filter(where -> where.kind() != Where.Kind.ORGANISATION)
        .filter(where -> folder.isEmpty() || where.kind() == Where.Kind.REPOSITORY)
        .map(where -> new Affected(where, folder));
  }

  /** As it is kept. */
  String text() {
    return folder.isEmpty() ? where.text() : where.text() + INSIDE + folder;
  }

  /** As people call it: {@code System booking}. */
  String name(Whereabouts places) {
    String name = places.known(where).name();
    return folder.isEmpty() ? name : name + ", " + folder;
  }

  /** Whether those who may look at the decision may look at something else than at this. */
  boolean isElsewhere(Decision one) {
    return !one.place().equals(Where.ORGANISATION) && !one.place().equals(where);
  }

  /** What it affects now, each with the turn that said so last, the first said first. */
  static Map<Affected, Turn> of(Decision one) {
    Map<Affected, Turn> now = new LinkedHashMap<>();
    for (Turn turn : one.turns()) {
      if (turn.kind() == Kind.AFFECTS || turn.kind() == Kind.SPARED) {
        parse(turn.about())
            .ifPresent(about -> {
              if (turn.kind() == Kind.AFFECTS) {
                now.put(about, turn);
              } else {
                now.remove(about);
              }
            });
      }
    }
    return now;
  }

  /** Whether a decision belongs to a place, or affects it. */
  static boolean isAt(Decision one, Where place) {
    return one.place().equals(place)
        || of(one).keySet().stream().anyMatch(about -> about.where().equals(place));
  }
}
