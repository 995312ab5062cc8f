package pilothouse.decisions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a decision is about, as it is said.
 *
 * @param drivers what it has to do justice to
 * @param confirmation by what one will see that it was followed
 * @param wayBack {@code easy}, {@code costly}, {@code none} or {@code unknown}: whether it can be
 *     undone
 */
record Words(
    String title,
    String question,
    List<String> drivers,
    List<Choice> options,
    String consequences,
    String confirmation,
    String wayBack) {
  static final List<String> WAYS_BACK = List.of("easy", "costly", "none", "unknown");

  /** The same in the order in which it is asked: nothing is said for anybody. */
  static final List<String> ASKED = List.of("unknown", "easy", "costly", "none");

  /** Before anybody said anything. */
  static final Words NONE = new Words("", "", List.of(), List.of(), "", "", "unknown");

  Words {
    drivers = List.copyOf(drivers);
    options = List.copyOf(options);
  }

  /** The option that is called so, in whatever case. */
  Optional<Choice> option(String name) {
    String asked = name.strip().toLowerCase(Locale.ROOT);
    return options.stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked))
        .findFirst();
  }
}
