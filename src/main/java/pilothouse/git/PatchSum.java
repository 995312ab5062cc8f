package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Works out the content identity of a difference between two trees. For one thread.
 *
 * <p>Per path: the path, the modes where they differ, and what the lines add up to, those of the
 * new text counted once and those of the old taken away, white space left out. So neither the place
 * of a line nor what stands around it matters, nor which of several edit scripts somebody would
 * choose. Where that leaves nothing (only white space differs) the lines count as they are; where
 * that leaves nothing either (lines changed places), and for what is binary, large or a submodule,
 * the ids of both contents count. A file that moved unchanged counts by its two names alone.
 */
final class PatchSum {
  /** Texts that are larger count by their ids. */
  static final int LARGEST = 4 << 20;

  private static final int HEX = 20;
  private static final byte[] EMPTY = new byte[8];

  private final Objects objects;
  private final ObjectReader reader;
  private final MessageDigest digest = digest();

  /** Both only look at bytes that the reader shares; nothing writes into them. */
  private final Text old = new Text();

  private final Text fresh = new Text();

  PatchSum(Objects objects, ObjectReader reader) {
    this.objects = objects;
    this.reader = reader;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The identity: 40 hexadecimal digits. */
  String of(List<Touched> touched) throws Damage {
    Set<String> gone = new HashSet<>();
    Set<String> made = new HashSet<>();
    for (Touched one : touched) {
      if (one.isGone()) {
        gone.add(HexFormat.of().formatHex(one.oldId()));
      } else if (one.isNew()) {
        made.add(HexFormat.of().formatHex(one.newId()));
      }
    }
    byte[][] parts = new byte[touched.size()][];
    for (int i = 0; i < parts.length; i++) {
      Touched one = touched.get(i);
      boolean moved =
          (one.isGone() && made.contains(HexFormat.of().formatHex(one.oldId())))
              || (one.isNew() && gone.contains(HexFormat.of().formatHex(one.newId())));
      parts[i] = moved ? moved(one) : part(one);
    }
    Arrays.sort(parts, Arrays::compareUnsigned);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HEX);
  }

  private byte[] moved(Touched one) {
    begin(one, one.isGone() ? "moved from" : "moved to");
    return digest.digest();
  }

  private byte[] part(Touched one) throws Damage {
    boolean same = Arrays.equals(one.oldId(), one.newId());
    LineSum sum = new LineSum();
    boolean lines = !same && areFiles(one) && read(one.oldId(), old) && read(one.newId(), fresh);
    if (lines) {
      addUp(sum);
    }
    begin(one, same ? "mode" : lines && !sum.isNothing() ? "lines" : "contents");
    if (one.oldMode() != one.newMode()) {
      number(one.oldMode());
      number(one.newMode());
    }
    if (lines && !sum.isNothing()) {
      number(sum.high());
      number(sum.low());
    } else if (!same) {
      digest.update(one.oldId());
      digest.update((byte) 0);
      digest.update(one.newId());
    }
    return digest.digest();
  }

  private void begin(Touched one, String what) {
    digest.update(one.path());
    digest.update((byte) 0);
    digest.update(what.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) 0);
  }

  private void number(long number) {
    digest.update(Bytes.of(number));
  }

  private static boolean areFiles(Touched one) {
    return one.oldMode() != TreeCursor.GITLINK && one.newMode() != TreeCursor.GITLINK;
  }

  /** Reads a text, an empty one where there is none; false where it is none, or a large one. */
  private boolean read(byte[] id, Text into) throws Damage {
    into.bytes = EMPTY;
    into.size = 0;
    if (id.length > 0) {
      long place = objects.find(id, 0);
      if (place == Objects.MISSING) {
        throw new Damage("a file's content is missing");
      }
      if (reader.size(place) > LARGEST) {
        return false;
      }
      Whole.Content content = reader.read(place);
      into.bytes = content.bytes();
      into.size = content.size();
    }
    into.index();
    return into.count != Rows.BINARY && into.size <= LARGEST;
  }

  /** Leaves out what both begin and end with: it would cancel. */
  private void addUp(LineSum sum) {
    int most = Math.min(old.count, fresh.count);
    int head = 0;
    while (head < most && old.hashes[head] == fresh.hashes[head]) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && old.hashes[old.count - 1 - tail] == fresh.hashes[fresh.count - 1 - tail]) {
      tail++;
    }
    bare(sum, old, head, old.count - tail, -1);
    bare(sum, fresh, head, fresh.count - tail, 1);
    if (sum.isNothing()) {
      whole(sum, old, head, old.count - tail, -1);
      whole(sum, fresh, head, fresh.count - tail, 1);
    }
  }

  private static void bare(LineSum sum, Text text, int from, int end, int times) {
    for (int line = from; line < end; line++) {
      sum.bare(text.bytes, text.starts[line], text.starts[line + 1], times);
    }
  }

  private static void whole(LineSum sum, Text text, int from, int end, int times) {
    for (int line = from; line < end; line++) {
      sum.whole(text.hashes[line], times);
    }
  }
}
