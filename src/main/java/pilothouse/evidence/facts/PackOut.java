package pilothouse.evidence.facts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs facts of one kind, one behind the other: names as numbers of a dictionary that grows on the
 * way, texts by what differs from the fact before, ids of commits as bytes, times as differences.
 */
final class PackOut implements Out {
  private static final byte[] NONE = {};

  private final Form<?> form;
  private final byte[][] texts;
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> people = new HashMap<>();
  private byte[] bytes = new byte[256];
  private int size;
  private int component;
  private long millis;

  PackOut(Form<?> form) {
    this.form = form;
    this.texts = new byte[form.columns().size() + 1][];
    Arrays.fill(texts, NONE);
  }

  <F extends Fact> void fact(Form<F> its, F fact) {
    if (!form.equals(its)) {
      throw new IllegalArgumentException(its + " in a pack of " + form);
    }
    component = 0;
    text(fact.key());
    time(fact.saidAt());
    its.tell().accept(fact, this);
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public void text(@Nullable String value) {
    int slot = component++;
    if (value == null) {
      number(0);
      return;
    }
    byte[] now = value.getBytes(UTF_8);
    byte[] before = texts[slot];
    int alike = Arrays.mismatch(before, now);
    int prefix = alike < 0 ? now.length : alike;
    boolean plain = now.length == value.length();
    number(1 + ((long) (now.length - prefix) << 1 | (plain ? 1 : 0)));
    number(prefix);
    raw(now, prefix, now.length - prefix);
    texts[slot] = now;
  }

  @Override
  public void word(@Nullable String value) {
    component++;
    entry(words, value);
  }

  @Override
  public void person(@Nullable String value) {
    component++;
    entry(people, value);
  }

  private void entry(Map<String, Integer> known, @Nullable String value) {
    if (value == null) {
      number(0);
      return;
    }
    Integer there = known.putIfAbsent(value, known.size() + 2);
    number(there == null ? 1 : there);
    if (there == null) {
      whole(value);
    }
  }

  @Override
  public void revision(@Nullable String value) {
    component++;
    id(value);
  }

  private void id(@Nullable String value) {
    if (value == null) {
      number(0);
    } else if (Hex.isHex(value)) {
      number(1 + value.length() / 2);
      room(value.length() / 2);
      size = Hex.pack(value, bytes, size);
    } else {
      number(1);
      whole(value);
    }
  }

  @Override
  public void at(@Nullable Instant value) {
    component++;
    time(value);
  }

  private void time(@Nullable Instant value) {
    if (value == null) {
      number(0);
      return;
    }
    long step = value.toEpochMilli() - millis;
    boolean isSeconds = step % 1000 == 0;
    number(1 + (zigzag(isSeconds ? step / 1000 : step) << 1 | (isSeconds ? 1 : 0)));
    millis = value.toEpochMilli();
  }

  @Override
  public void whole(@Nullable Integer value) {
    component++;
    number(value == null ? 0 : 1 + zigzag(value));
  }

  @Override
  public void real(@Nullable Double value) {
    component++;
    number(value == null ? 0 : 1);
    if (value != null) {
      long bits = Double.doubleToRawLongBits(value);
      room(8);
      for (int shift = 56; shift >= 0; shift -= 8) {
        bytes[size++] = (byte) (bits >>> shift);
      }
    }
  }

  @Override
  public void flag(@Nullable Boolean value) {
    component++;
    number(value == null ? 0 : value ? 2 : 1);
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // A pack is a cache: its format number rises with the choices.
  public void choice(@Nullable Enum<?> value) {
    component++;
    number(value == null ? 0 : 1 + value.ordinal());
  }

  @Override
  public void words(@Nullable List<String> values) {
    component++;
    number(values == null ? 0 : 1 + values.size());
    if (values != null) {
      values.forEach(value -> entry(words, value));
    }
  }

  /** With its length in bytes, so that a reader can leave it for later. */
  @Override
  public void commits(List<CommitRef> values) {
    component++;
    number(values.size());
    if (values.isEmpty()) {
      return;
    }
    var apart = new PackOut(form);
    for (CommitRef commit : values) {
      apart.id(commit.revision());
      apart.time(commit.authoredAt());
    }
    number(apart.size);
    raw(apart.bytes, 0, apart.size);
  }

  private void whole(String value) {
    byte[] text = value.getBytes(UTF_8);
    number((long) text.length << 1 | (text.length == value.length() ? 1 : 0));
    raw(text, 0, text.length);
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  /** Seven bits a byte, lowest first. */
  private void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void raw(byte[] value, int from, int length) {
    room(length);
    System.arraycopy(value, from, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
    }
  }

  /** For texts whose bytes are their characters. */
  static String plain(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, ISO_8859_1);
  }
}
