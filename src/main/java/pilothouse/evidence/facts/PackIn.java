package pilothouse.evidence.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackOut} packed. An index out of bounds means that the bytes are not what they
 * seem.
 */
final class PackIn implements In {
  private final byte[] bytes;
  private final int end;
  private final UnaryOperator<String> person;
  private byte[][] texts = {};
  private int[] lengths = {};
  private @Nullable String[] words = new @Nullable String[16];
  private int wordCount;
  private @Nullable String[] people = new @Nullable String[16];
  private int peopleCount;
  private int at;
  private int component;
  private long millis;

  /** Reads a part of the bytes; a person's name is replaced by what {@code person} makes of it. */
  PackIn(byte[] bytes, int from, int end, UnaryOperator<String> person) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.person = person;
  }

  /** Reads all of the bytes, with names as they are. */
  static PackIn all(byte[] bytes) {
    return new PackIn(bytes, 0, bytes.length, UnaryOperator.identity());
  }

  /** All facts that are packed, in their order. */
  <F extends Fact> List<F> facts(Form<F> form, int count) {
    texts = new byte[form.columns().size() + 1][64];
    lengths = new int[texts.length];
    List<F> facts = new ArrayList<>(count);
    while (at < end) {
      component = 0;
      String key = In.sure(text());
      Instant saidAt = In.sure(time());
      facts.add(form.read().read(key, saidAt, this));
    }
    if (at != end || facts.size() != count) {
      throw new IndexOutOfBoundsException(facts.size() + " facts, not " + count);
    }
    return facts;
  }

  /** So many commits, which were packed apart. */
  List<CommitRef> commits(int count) {
    List<CommitRef> commits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      commits.add(new CommitRef(In.sure(id()), time()));
    }
    return commits;
  }

  @Override
  public @Nullable String text() {
    int slot = component++;
    long head = number();
    if (head == 0) {
      return null;
    }
    int length = (int) ((head - 1) >>> 1);
    int prefix = (int) number();
    byte[] text = texts[slot];
    if (prefix > lengths[slot] || length > end - at) {
      throw new IndexOutOfBoundsException("more than there is");
    }
    if (prefix + length > text.length) {
      text = Arrays.copyOf(text, (prefix + length) * 2);
      texts[slot] = text;
    }
    System.arraycopy(bytes, at, text, prefix, length);
    at += length;
    lengths[slot] = prefix + length;
    return ((head - 1) & 1) == 1
        ? PackOut.plain(text, 0, prefix + length)
        : new String(text, 0, prefix + length, UTF_8);
  }

  @Override
  public @Nullable String word() {
    component++;
    return entry();
  }

  private @Nullable String entry() {
    int entry = (int) number();
    if (entry > 1) {
      return words[entry - 2];
    }
    if (entry == 0) {
      return null;
    }
    String word = whole(number());
    if (wordCount == words.length) {
      words = Arrays.copyOf(words, wordCount * 2);
    }
    words[wordCount++] = word;
    return word;
  }

  @Override
  public @Nullable String person() {
    component++;
    int entry = (int) number();
    if (entry > 1) {
      return people[entry - 2];
    }
    if (entry == 0) {
      return null;
    }
    String name = person.apply(whole(number()));
    if (peopleCount == people.length) {
      people = Arrays.copyOf(people, peopleCount * 2);
    }
    people[peopleCount++] = name;
    return name;
  }

  @Override
  public @Nullable String revision() {
    component++;
    return id();
  }

  private @Nullable String id() {
    int head = (int) number();
    if (head == 0) {
      return null;
    }
    if (head == 1) {
      return whole(number());
    }
    at += head - 1;
    return Hex.unpack(bytes, at - head + 1, head - 1);
  }

  @Override
  public @Nullable Instant at() {
    component++;
    return time();
  }

  private @Nullable Instant time() {
    long head = number();
    if (head == 0) {
      return null;
    }
    long step = unzigzag((head - 1) >>> 1);
    millis += ((head - 1) & 1) == 1 ? step * 1000 : step;
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public @Nullable Integer whole() {
    component++;
    long head = number();
    return head == 0 ? null : (int) unzigzag(head - 1);
  }

  @Override
  public @Nullable Double real() {
    component++;
    if (number() == 0) {
      return null;
    }
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (bytes[at++] & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  @Override
  public @Nullable Boolean flag() {
    component++;
    long head = number();
    return head == 0 ? null : head == 2;
  }

  @Override
  public <E extends Enum<E>> @Nullable E choice(E[] values) {
    component++;
    int head = (int) number();
    return head == 0 ? null : values[head - 1];
  }

  @Override
  public @Nullable List<String> words() {
    component++;
    long head = number();
    if (head == 0) {
      return null;
    }
    String[] values = new String[(int) head - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = In.sure(entry());
    }
    return List.of(values);
  }

  @Override
  public List<CommitRef> commits() {
    component++;
    int count = (int) number();
    if (count == 0) {
      return List.of();
    }
    int length = (int) number();
    at += length;
    return new PackedCommits(bytes, at - length, at, count);
  }

  private String whole(long head) {
    int length = (int) (head >>> 1);
    at += length;
    return (head & 1) == 1
        ? PackOut.plain(bytes, at - length, length)
        : new String(bytes, at - length, length, UTF_8);
  }

  private static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  private long number() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7f;
    for (int shift = 7; shift < 70; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException("a number without an end");
  }
}
