package pilothouse.views;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Whereabouts;

/**
 * What chooses among the rows of a list, above it.
 *
 * @param path the list's
 * @param says what it chooses among, for those who hear the page
 * @param further where else to look
 */
public record Sifting(String path, String says, Content further, List<Field> fields) {
  public Sifting {
    fields = List.copyOf(fields);
  }

  /** The page with the list, and what adds to it. */
  public Answer page(Board board) {
    return Answer.page("views/sifted", board.title(), Map.of("board", board, "sifting", this));
  }

  /** A choice among words; their names stand behind that key. */
  public static Field choice(String name, String label, List<String> words, String key) {
    return Field.choice(
        name,
        Texts.say(label),
        words.stream()
            .map(word ->
                new Field.Option(
                    word, word.isEmpty() ? Texts.say("sifting.any") : Texts.say(key + word)))
            .toList());
  }

  /** A place, with those that there are to choose from. */
  public static Field place(List<Whereabouts.Known> all) {
    return Field.list(
        "place",
        Texts.say("web.place"),
        all.stream().map(one -> new Field.Option(one.text(), one.name())).toList());
  }

  /** The same, which need not be made. */
  public static Field any(String name, String label, List<String> words, String key) {
    return choice(name, label, Stream.concat(Stream.of(""), words.stream()).toList(), key);
  }
}
