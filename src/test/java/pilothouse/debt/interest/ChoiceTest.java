package pilothouse.debt.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What to pay back with so many hours. */
class ChoiceTest {

  private static Wish wish(String key, int hours, double saving, String... needs) {
    return new Wish(key, hours, saving, List.of(needs));
  }

  private static int hours(Wish wish) {
    return Objects.requireNonNull(wish.hours());
  }

  private static double saving(Wish wish) {
    return Objects.requireNonNull(wish.saving());
  }

  @Test
  void whatSavesMostNeedNotBeWhatSavesMostAnHour() {
    List<Wish> wishes = List.of(wish("a", 6, 30), wish("b", 5, 22), wish("c", 5, 22));
    assertEquals(
        new Choice(List.of("b", "c"), 10, 44, true, 44, List.of()), Choosing.best(wishes, 10));
  }

  @Test
  void whatIsNeededComesFirstAndCounts() {
    List<Wish> wishes =
        List.of(
            wish("a", 4, 100, "c", "z"), wish("b", 6, 30), wish("c", 4, -1, "d"), wish("d", 1, 0));
    assertEquals(List.of("d", "c", "a"), List.copyOf(Choosing.best(wishes, 9).keys()));
    assertEquals(List.of("b"), List.copyOf(Choosing.best(wishes, 8).keys()));
  }

  @Test
  void oneMoreDayBuysWhatItAdds() {
    List<Wish> wishes = List.of(wish("a", 10, 50), wish("b", 16, 90), wish("c", 2, 3));
    assertEquals(
        new Choice.More(40, List.of("b"), List.of("a")),
        Choosing.oneDayMore(wishes, Choosing.best(wishes, 12), 12));
  }

  @Test
  void whatTakesNobodyKnowsHowLongIsNotChosenAndSaid() {
    List<Wish> wishes =
        List.of(
            new Wish("a", null, 50.0, List.of()),
            wish("b", 1, 90, "a"),
            new Wish("c", 1, null, List.of()),
            wish("d", 1, 5, "c"));
    Choice choice = Choosing.best(wishes, 100);
    assertEquals(List.of("c", "d"), List.copyOf(choice.keys()));
    assertEquals(List.of("a", "b"), List.copyOf(choice.unknown()));
  }

  @Test
  void circlesAreRefusedWithTheirNames() {
    List<Wish> wishes =
        List.of(wish("a", 1, 1, "b"), wish("b", 1, 1, "c"), wish("c", 1, 1, "b"), wish("d", 1, 1));
    assertEquals(List.of("b", "c"), List.copyOf(Choosing.circle(wishes)));
    assertEquals(
        "b needs c needs b",
        assertThrows(Circular.class, () -> Choosing.best(wishes, 10)).getMessage());
  }

  @Test
  void itIsAsGoodAsLookingAtEverySet() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      List<Wish> wishes = some(random, 1 + random.nextInt(14), 3);
      int hours = random.nextInt(60);
      Choice choice = Choosing.best(wishes, hours);
      assertTrue(choice.exact());
      assertEquals(brute(wishes, hours), choice.saving());
      lawful(choice, wishes, hours);
    }
  }

  @Test
  void itIsNeverWorseThanGreedyAndDependsOnNoOrder() {
    Random random = new Random(4);
    for (int round = 0; round < 6; round++) {
      List<Wish> wishes = some(random, 500, 40 * round);
      int hours = 500 + random.nextInt(2_000);
      Choice choice = Choosing.best(wishes, hours);
      lawful(choice, wishes, hours);
      assertTrue(choice.saving() >= greedy(wishes, hours) - 1e-6);
      assertTrue(choice.bound() >= choice.saving());
      List<Wish> shuffled = new ArrayList<>(wishes);
      Collections.shuffle(shuffled, random);
      assertEquals(choice, Choosing.best(shuffled, hours));
    }
  }

  private static void lawful(Choice choice, List<Wish> wishes, int hours) {
    Set<String> chosen = Set.copyOf(choice.keys());
    List<Wish> all = wishes.stream().filter(wish -> chosen.contains(wish.key())).toList();
    assertEquals(choice.hours(), all.stream().mapToInt(ChoiceTest::hours).sum());
    assertTrue(all.stream().mapToInt(ChoiceTest::hours).sum() <= hours);
    assertTrue(all.stream().allMatch(wish -> chosen.containsAll(wish.needs())));
  }

  /** Some of them need one or several of those before. */
  private static List<Wish> some(Random random, int count, int needing) {
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<String> needs = new TreeSet<>();
      if (i > 0 && random.nextInt(count) < needing) {
        for (int need = 0; need <= random.nextInt(3); need++) {
          needs.add("w" + random.nextInt(i));
        }
      }
      double saving = random.nextInt(200) - (random.nextInt(5) == 0 ? 100 : 0);
      wishes.add(new Wish("w" + i, 1 + random.nextInt(30), saving, List.copyOf(needs)));
    }
    return wishes;
  }

  private static double brute(List<Wish> wishes, int hours) {
    double best = 0;
    for (int set = 0; set < 1 << wishes.size(); set++) {
      Set<String> keys = new TreeSet<>();
      int takes = 0;
      double saves = 0;
      for (int i = 0; i < wishes.size(); i++) {
        if ((set >> i & 1) == 1) {
          keys.add(wishes.get(i).key());
          takes += hours(wishes.get(i));
          saves += saving(wishes.get(i));
        }
      }
      boolean fits =
          takes <= hours
              && wishes.stream()
                  .allMatch(wish -> !keys.contains(wish.key()) || keys.containsAll(wish.needs()));
      best = fits ? Math.max(best, saves) : best;
    }
    return best;
  }

  /** By saving an hour, those alone that need nothing more. */
  private static double greedy(List<Wish> wishes, int hours) {
    Set<String> done = new TreeSet<>();
    List<Wish> left = new ArrayList<>(wishes);
    left.removeIf(wish -> saving(wish) <= 0);
    left.sort((a, b) -> Double.compare(saving(b) / hours(b), saving(a) / hours(a)));
    double saving = 0;
    int takes = 0;
    for (boolean more = true; more; ) {
      more = false;
      for (Wish wish : List.copyOf(left)) {
        if (done.containsAll(wish.needs()) && takes + hours(wish) <= hours) {
          done.add(wish.key());
          left.remove(wish);
          takes += hours(wish);
          saving += saving(wish);
          more = true;
        }
      }
    }
    return saving;
  }
}
