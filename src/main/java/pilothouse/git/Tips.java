package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the walk starts: the head's commit and those that tags lead to.
 *
 * @param head id of the head's commit, null before the first one
 * @param tags tags that lead to a commit
 */
record Tips(byte @Nullable [] head, List<Tag> tags) {
  private static final int LONGEST_CHAIN = 8;

  /** A tag's short name, its commit's id, and the tagger's time or {@link #NO_TIME}. */
  record Tag(String name, byte[] commit, long at) {}

  static final long NO_TIME = Long.MIN_VALUE;

  /** Follows the references; tags of other things than commits are passed over. */
  static Tips of(Refs refs, Objects objects, ObjectReader reader, Gone gone) {
    List<Tag> tags = new ArrayList<>();
    for (Ref ref : refs.tags()) {
      String name = ref.name().substring(Ref.TAGS.length());
      Tag tag = follow(name, HexFormat.of().parseHex(ref.hexId()), objects, reader, gone);
      if (tag != null) {
        tags.add(tag);
      }
    }
    String head = refs.headId();
    return new Tips(head == null ? null : HexFormat.of().parseHex(head), tags);
  }

  private static @Nullable Tag follow(
      String name, byte[] first, Objects objects, ObjectReader reader, Gone gone) {
    byte[] id = first;
    long at = NO_TIME;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      long place = objects.find(id, 0);
      try {
        Whole.Content content = place == Objects.MISSING ? null : reader.read(place);
        if (content == null) {
          gone.add(id, 0, id.length);
          return null;
        }
        if (content.type() != 4) {
          return content.type() == 1 ? new Tag(name, id, at) : null;
        }
        String text = new String(content.bytes(), 0, content.size(), StandardCharsets.UTF_8);
        at = at == NO_TIME ? taggedAt(text) : at;
        id = HexFormat.of().parseHex(text.substring(7, text.indexOf('\n')));
      } catch (Damage | IllegalArgumentException | IndexOutOfBoundsException broken) {
        gone.add(id, 0, id.length);
        return null;
      }
    }
    return null;
  }

  private static long taggedAt(String text) {
    int from = text.indexOf("\ntagger ");
    int end = from < 0 ? -1 : text.indexOf('\n', from + 1);
    return end < 0 ? NO_TIME : Commit.Signature.parse(text.substring(from + 8, end)).at();
  }
}
