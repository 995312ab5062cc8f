package pilothouse.evidence.git;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import pilothouse.git.Graph;
import pilothouse.git.HeadFiles;
import pilothouse.git.Rows;
import pilothouse.git.Scan;

/**
 * A reading as bytes and back: a header (magic and version, lengths, CRC32C of what follows), the
 * ids as they are because nothing makes them smaller, and all other columns as small numbers and
 * texts, deflated.
 */
public final class ScanCodec {
  /** "PHS" and the version of the form; another version is read anew from the repository. */
  private static final int MAGIC = 'P' << 24 | 'H' << 16 | 'S' << 8 | 1;

  private static final int HEADER = 20;

  private ScanCodec() {}

  /** The same reading always gives the same bytes. */
  public static byte[] encode(Reading reading) {
    var raw = new ByteWriter();
    var packed = new ByteWriter();
    Scan scan = reading.scan();
    GraphColumns.write(scan.graph(), raw, packed);
    RowColumns.write(scan.rows(), raw, packed);
    FileColumns.write(scan.files(), raw, packed);
    writeRest(reading, packed);
    byte[] deflated = deflate(packed.bytes());
    var bytes = ByteBuffer.allocate(HEADER + raw.size() + deflated.length);
    bytes.putInt(MAGIC).putInt(0).putInt(raw.size()).putInt(packed.size()).putInt(deflated.length);
    bytes.put(raw.bytes()).put(deflated);
    return bytes.putInt(4, checksum(bytes.array())).array();
  }

  /** Reads what {@link #encode} wrote. */
  public static Reading decode(byte[] bytes) throws DamagedScan {
    try {
      var header = ByteBuffer.wrap(bytes);
      if (header.getInt() != MAGIC || header.getInt() != checksum(bytes)) {
        throw new DamagedScan("other version, or damaged");
      }
      int rawSize = header.getInt();
      byte[] packed = new byte[header.getInt()];
      inflate(bytes, HEADER + rawSize, header.getInt(), packed);
      var raw = new ByteReader(Arrays.copyOfRange(bytes, HEADER, HEADER + rawSize));
      return read(raw, new ByteReader(packed));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | DataFormatException e) {
      throw new DamagedScan("cut off or damaged", e);
    }
  }

  private static Reading read(ByteReader raw, ByteReader packed) throws DamagedScan {
    Graph graph = GraphColumns.read(raw, packed);
    Rows rows = RowColumns.read(raw, packed);
    HeadFiles files = FileColumns.read(raw, packed);
    Reading reading = readRest(graph, rows, files, packed);
    if (!raw.isAtEnd() || !packed.isAtEnd()) {
      throw new DamagedScan("longer than it says");
    }
    return reading;
  }

  private static void writeRest(Reading reading, ByteWriter packed) {
    List<Scan.Tag> tags = reading.scan().tags();
    packed.texts(tags.stream().map(Scan.Tag::name).toArray(String[]::new));
    packed.deltas(tags.stream().mapToInt(Scan.Tag::commit).toArray());
    packed.deltas(tags.stream().mapToLong(Scan.Tag::at).toArray());
    Scan.Gaps gaps = reading.scan().gaps();
    packed.one((byte) ((gaps.shallow() ? 1 : 0) | (gaps.linesCounted() ? 2 : 0)));
    packed.texts(gaps.missing().toArray(String[]::new));
    packed.number(gaps.missingCount());
    packed.number(gaps.uncountedRows());
    packed.number(gaps.crowdedCommits());
    packed.texts(reading.texts().stream().map(HeadText::path).toArray(String[]::new));
    packed.texts(reading.texts().stream().map(HeadText::text).toArray(String[]::new));
  }

  private static Reading readRest(Graph graph, Rows rows, HeadFiles files, ByteReader packed) {
    String[] names = packed.texts();
    int[] commits = packed.deltas();
    long[] times = packed.longDeltas();
    var tags = new ArrayList<Scan.Tag>();
    for (int i = 0; i < names.length; i++) {
      tags.add(new Scan.Tag(names[i], commits[i], times[i]));
    }
    byte flags = packed.one();
    List<String> missing = List.of(packed.texts());
    int missingCount = (int) packed.number();
    int uncounted = (int) packed.number();
    int crowded = (int) packed.number();
    var gaps =
        new Scan.Gaps(
            (flags & 1) != 0, missing, missingCount, uncounted, crowded, (flags & 2) != 0);
    String[] paths = packed.texts();
    String[] texts = packed.texts();
    var heads = new ArrayList<HeadText>();
    for (int i = 0; i < paths.length; i++) {
      heads.add(new HeadText(paths[i], texts[i]));
    }
    return new Reading(new Scan(graph, rows, files, List.copyOf(tags), gaps), heads);
  }

  private static byte[] deflate(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new byte[bytes.length / 2 + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        size += deflater.deflate(out, size, out.length - size);
      }
      return Arrays.copyOf(out, size);
    }
  }

  private static void inflate(byte[] bytes, int from, int length, byte[] into)
      throws DataFormatException, DamagedScan {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(bytes, from, length);
      int size = 0;
      while (size < into.length) {
        int more = inflater.inflate(into, size, into.length - size);
        if (more == 0) {
          throw new DamagedScan("shorter than it says");
        }
        size += more;
      }
    }
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes, 8, bytes.length - 8);
    return (int) checksum.getValue();
  }
}
