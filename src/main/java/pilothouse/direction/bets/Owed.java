package pilothouse.direction.bets;

/** Something that its owner owes by a day: an answer, a result, a milestone. */
public interface Owed extends Placed {
  /** Who owes it, by its id. */
  String owner();

  /** The day, as {@code 2026-03-31}. */
  String due();

  /** What promises and predictions of it are about, such as {@code spike:ID}. */
  String subject();

  /** What will show that it is done; empty where nobody said. */
  default String shows() {
    return "";
  }

  String page();
}
