package pilothouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pilothouse.storage.FullText.Term;

/**
 * What somebody looks for. Whatever is written counts as words; signs have no meaning.
 *
 * @param words at most eight
 * @param whole all of it as one word
 * @param cut whether there was more than is looked for
 */
record Query(List<String> words, String whole, boolean cut) {
  private static final int LONGEST = 200;
  private static final int MOST = 8;

  /** What was written into the field. */
  static Query of(String written) {
    String text = written.length() <= LONGEST ? written : written.substring(0, LONGEST);
    List<String> all = Words.of(text).stream().distinct().toList();
    List<String> words = all.size() <= MOST ? all : all.subList(0, MOST);
    return new Query(
        List.copyOf(words),
        Words.whole(String.join(" ", all)),
        text.length() < written.length() || words.size() < all.size());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** From what fits best to what only mentions the words, what to ask for in this order. */
  List<List<List<Term>>> steps(Kind kind) {
    char letter = kind.letter();
    List<List<List<Term>>> steps = new ArrayList<>();
    steps.add(List.of(List.of(new Term(letter + "0" + whole, false))));
    steps.add(List.of(List.of(new Term(letter + "0" + whole, true))));
    steps.add(words.stream().map(word -> List.of(new Term(letter + "1" + word, true))).toList());
    if (whole.length() > 1) {
      steps.add(
          words.stream()
              .map(word ->
                  List.of(new Term(letter + "1" + word, true), new Term(letter + "2" + word, true)))
              .toList());
    }
    return steps;
  }

  /** How well a document fits: 0 best, 9 where it has not all words. */
  int fit(Document document) {
    String title = Words.whole(document.title());
    if (title.equals(whole) || Words.whole(document.key()).equals(whole)) {
      return 0;
    }
    if (title.startsWith(whole)) {
      return 1;
    }
    Set<String> inTitle = Words.all(document.title());
    if (words.stream().allMatch(word -> begins(inTitle, word))) {
      return 2;
    }
    Set<String> inRest = Words.all(document.says());
    return words.stream().allMatch(word -> begins(inTitle, word) || begins(inRest, word)) ? 3 : 9;
  }

  private static boolean begins(Set<String> all, String word) {
    return all.stream().anyMatch(one -> one.startsWith(word));
  }
}
