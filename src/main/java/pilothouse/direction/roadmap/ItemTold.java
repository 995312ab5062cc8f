package pilothouse.direction.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.direction.bets.BetTold;
import pilothouse.direction.bets.Outcomes;
import pilothouse.text.Texts;

/**
 * An item of a roadmap as pages and programs see it.
 *
 * @param target of its number, in words; empty without one
 * @param outcome what it is for; null where nobody said, or it may not be seen
 * @param late whether its day is over and it is open
 * @param agreements a line for each function that must agree, or said something
 * @param forecast how long it may take; null where nobody said how much is left
 * @param turns what happened to it, the oldest first
 */
public record ItemTold(
    Item item,
    String owner,
    String target,
    Outcomes.@Nullable Outcome outcome,
    boolean late,
    List<Agreement> agreements,
    @Nullable Chances forecast,
    List<BetTold.Happened> turns) {
  public ItemTold {
    agreements = List.copyOf(agreements);
    turns = List.copyOf(turns);
  }

  /**
   * What a function says to it.
   *
   * @param says {@code agreed}, {@code not agreed}, or empty where nobody said yet
   * @param sameHand whether another function agreed by the same hand, while nobody signed in
   */
  public record Agreement(
      String function, String says, String why, String at, String by, boolean sameHand) {
    /** What it says, in words. */
    public String told() {
      return Texts.say(
          says.isEmpty() ? "roadmap.unsaid" : isAgreed() ? "roadmap.agreed" : "roadmap.not-agreed",
          function);
    }

    public boolean isAgreed() {
      return says.equals(ItemShelf.AGREED);
    }
  }

  /**
   * How long it may take, by the flow of some repositories.
   *
   * @param likely done by that day in half of the runs
   * @param byThen the chance to be done by its day
   * @param says all of it in a sentence, or why there is none
   */
  public record Chances(
      @Nullable String likely,
      @Nullable String probable,
      @Nullable String nearlySure,
      @Nullable Double byThen,
      int items,
      int history,
      long seed,
      String says) {}

  /**
   * A roadmap.
   *
   * @param functions that contributed to it
   * @param shared whether that are two at least
   */
  public record All(List<ItemTold> items, List<String> functions, boolean shared) {
    public All {
      items = List.copyOf(items);
      functions = List.copyOf(functions);
    }
  }
}
