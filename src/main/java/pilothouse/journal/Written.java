package pilothouse.journal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.text.Say;
import pilothouse.web.Where;

/**
 * Something that people wrote, as search over all finds it. It holds no name and no id of a person.
 *
 * @param kind such as {@code bet}
 * @param says what else it is found by
 * @param place where one must be allowed to look to find it
 * @param also where besides; the same place where that is enough
 */
public record Written(
    String kind, String id, String title, String says, String address, Where place, Where also) {
  private static final int LONGEST = 1_000;

  /** So many of a kind are found, the newest. */
  public static final int MOST = 2_000;

  public Written {
    title = Say.cut(title, LONGEST);
    says = Say.cut(says, LONGEST);
  }

  /** One that whoever looks at a place may find. */
  public static Written of(
      String kind, String id, String title, String says, String address, Where place) {
    return new Written(kind, id, title, says, address, place, place);
  }

  /** The same, found by those alone who may look at that place, too. */
  public Written also(Where where) {
    return new Written(kind, id, title, says, address, place, where);
  }

  /** Some texts as one; what is empty is left out. */
  public static String joined(String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).collect(Collectors.joining(" · "));
  }

  /**
   * What was written since some moment.
   *
   * @param last when the last of them was written; what was asked for where there are none
   */
  public record Since(List<Written> all, String last) {
    public Since {
      all = List.copyOf(all);
    }
  }
}
