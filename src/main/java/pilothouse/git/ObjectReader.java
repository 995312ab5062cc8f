package pilothouse.git;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads whole objects and remembers some of them; one for each thread. */
final class ObjectReader implements AutoCloseable {
  private static final int SLOTS = 1 << 14;
  private static final int MAX_CHAIN = 10_000;

  /** Both sizes of a delta stand in so many bytes. */
  private static final int DELTA_BEGIN = 20;

  private final Objects objects;
  private final long memory;
  private final Inflation inflation = new Inflation();
  private final Pack.Header header = new Pack.Header();
  private final long[] places = new long[SLOTS];
  private final Whole.@Nullable Content[] contents = new Whole.Content[SLOTS];
  private long remembered;
  private long[] chain = new long[64];
  private byte[] delta = new byte[1 << 12];

  /** Remembers up to {@code memory} bytes of objects. */
  ObjectReader(Objects objects, long memory) {
    this.objects = objects;
    this.memory = memory;
  }

  /** The object's bytes and type; shared, not to be written to. */
  Whole.Content read(long place) throws Damage {
    if (!Objects.isPacked(place)) {
      return objects.readWhole(place);
    }
    try {
      return readPacked(place);
    } catch (IndexOutOfBoundsException broken) {
      throw new Damage("an object stands outside its pack", broken);
    }
  }

  /** How large the object is, as far as that is told without reading it; else 0. */
  long size(long place) throws Damage {
    if (!Objects.isPacked(place)) {
      return 0;
    }
    try {
      Pack pack = objects.pack(place);
      pack.header(Objects.offset(place), header);
      if (header.type < Pack.OFS_DELTA) {
        return header.size;
      }
      int begin = (int) Math.min(header.size, DELTA_BEGIN);
      inflation.begin(pack.data(), header.data, delta, begin);
      return Delta.targetSize(delta, begin);
    } catch (IndexOutOfBoundsException broken) {
      throw new Damage("an object stands outside its pack", broken);
    }
  }

  private Whole.Content readPacked(long place) throws Damage {
    Pack pack = objects.pack(place);
    int depth = 0;
    long at = place;
    Whole.Content content = recall(at);
    while (content == null) {
      pack.header(Objects.offset(at), header);
      if (header.type < Pack.OFS_DELTA) {
        content = inflateWhole(pack);
        remember(at, content);
      } else {
        depth = push(depth, at);
        at = Objects.sibling(place, header.base);
        content = recall(at);
      }
    }
    while (depth > 0) {
      at = chain[--depth];
      content = applyDelta(pack, at, content);
      remember(at, content);
    }
    return content;
  }

  private int push(int depth, long place) throws Damage {
    if (header.base < 0 || depth >= MAX_CHAIN) {
      throw new Damage("a delta's base is missing");
    }
    if (depth == chain.length) {
      chain = Arrays.copyOf(chain, depth * 2);
    }
    chain[depth] = place;
    return depth + 1;
  }

  private Whole.Content inflateWhole(Pack pack) throws Damage {
    int size = Room.of(header.size, pack.data().byteSize() - header.data);
    byte[] bytes = new byte[size + 8];
    inflation.inflate(pack.data(), header.data, bytes, size);
    return new Whole.Content(header.type, bytes, size);
  }

  private Whole.Content applyDelta(Pack pack, long place, Whole.Content base) throws Damage {
    pack.header(Objects.offset(place), header);
    int length = Room.of(header.size, pack.data().byteSize() - header.data);
    if (delta.length < length) {
      delta = new byte[length + (length >> 1)];
    }
    inflation.inflate(pack.data(), header.data, delta, length);
    int size = Delta.targetSize(delta, length);
    byte[] bytes = new byte[size + 8];
    Delta.apply(delta, length, base.bytes(), base.size(), bytes, size);
    return new Whole.Content(base.type(), bytes, size);
  }

  private static int slot(long place) {
    return (int) ((place * 0x9E3779B97F4A7C15L) >>> 50);
  }

  private Whole.@Nullable Content recall(long place) {
    int slot = slot(place);
    return places[slot] == place ? contents[slot] : null;
  }

  private void remember(long place, Whole.Content content) {
    if (content.size() > memory >> 3) {
      return;
    }
    if (remembered + content.size() > memory) {
      Arrays.fill(contents, null);
      remembered = 0;
    }
    int slot = slot(place);
    Whole.Content old = contents[slot];
    remembered += content.size() - (old == null ? 0 : old.size());
    places[slot] = place;
    contents[slot] = content;
  }

  @Override
  public void close() {
    inflation.close();
  }
}
