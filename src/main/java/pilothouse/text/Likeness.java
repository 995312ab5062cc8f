package pilothouse.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How alike texts are by the words that they have in common, rare words counting more: the sum of
 * ln(1 + all ÷ those that have it) over the common words.
 */
public final class Likeness {
  private static final int SHORTEST = 4;
  private static final int WORDS = 400;
  private static final Set<String> EVERYWHERE =
      Set.of(
          "about", "also", "because", "been", "before", "could", "does", "each", "every", "from",
          "have", "into", "less", "more", "much", "only", "other", "should", "some", "than", "that",
          "their", "them", "then", "there", "these", "they", "this", "those", "when", "where",
          "which", "while", "will", "with", "would", "your");

  private Likeness() {}

  /** Something like what was asked for, and the words that both have. */
  public record Like<T>(T thing, double much, List<String> words) {}

  /** The most alike first, no more than so many; each has a word in common at least. */
  public static <T> List<Like<T>> of(
      String text, Collection<T> things, Function<T, String> says, int most) {
    Set<String> asked = words(text);
    Map<T, Set<String>> words = new HashMap<>();
    Map<String, Integer> having = new HashMap<>();
    for (T thing : things) {
      Set<String> own = words(says.apply(thing));
      words.put(thing, own);
      own.forEach(word -> having.merge(word, 1, Integer::sum));
    }
    return things.stream()
        .distinct()
        .map(
            thing -> like(thing, asked, words.getOrDefault(thing, Set.of()), having, things.size()))
        .filter(like -> !like.words().isEmpty())
        .sorted(Comparator.comparingDouble((Like<T> like) -> -like.much()))
        .limit(most)
        .toList();
  }

  private static <T> Like<T> like(
      T thing, Set<String> asked, Set<String> own, Map<String, Integer> having, int all) {
    List<String> common = asked.stream().filter(own::contains).sorted().toList();
    double much =
        common.stream()
            .mapToDouble(word -> Math.log(1 + (double) all / having.getOrDefault(word, 1)))
            .sum();
    return new Like<>(thing, much, common);
  }

  /** Its words of four letters or more, without endings of a plural, in one writing. */
  public static Set<String> words(String text) {
    return Arrays.stream(Folded.of(text).split("[^\\p{L}\\p{N}]+", WORDS))
        .filter(word -> word.length() >= SHORTEST && word.length() <= 60)
        .filter(word -> !EVERYWHERE.contains(word))
        .map(word ->
            word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
