package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pilothouse.decisions.Turn.Kind;

/**
 * Who has which parts in a decision. Those of one owner add up; one is taken away by ending it
 * alone, and whoever decides by naming another who does.
 *
 * @param all the turns that gave them, the oldest first
 */
record Parts(List<Turn> all) {
  /** Those that can be ended. */
  static final List<String> ENDING = List.of("agrees", "consulted", "informed");

  Parts {
    all = List.copyOf(all);
  }

  static Parts of(List<Turn> turns) {
    List<Turn> parts = new ArrayList<>();
    for (Turn turn : turns) {
      switch (turn.kind()) {
        case DECIDES -> {
          parts.removeIf(part -> part.kind() == Kind.DECIDES);
          parts.add(turn);
        }
        case AGREES, CONSULTED, INFORMED -> {
          parts.removeIf(part -> isOf(part, turn.about(), turn.kind().word()));
          parts.add(turn);
        }
        case RELEASED -> end(parts, Standing.parts(turn, 2));
        default -> {}
      }
    }
    return new Parts(parts);
  }

  /** An end that names no part, as they were written once, ends all of that owner. */
  private static void end(List<Turn> parts, List<String> ended) {
    List<String> kinds = ended.get(1).isEmpty() ? ENDING : ended.subList(1, 2);
    kinds.forEach(kind -> parts.removeIf(part -> isOf(part, ended.getFirst(), kind)));
  }

  private static boolean isOf(Turn part, String owner, String kind) {
    return part.about().equals(owner) && part.kind().word().equals(kind);
  }

  /** Those who have a part, by their ids. */
  List<String> having(Kind kind) {
    return all.stream().filter(part -> part.kind() == kind).map(Turn::about).toList();
  }

  Optional<Turn> find(String owner, String kind) {
    return all.stream().filter(part -> isOf(part, owner, kind)).findFirst();
  }

  /** Those that can be ended. */
  List<Turn> ending() {
    return all.stream().filter(part -> ENDING.contains(part.kind().word())).toList();
  }
}
