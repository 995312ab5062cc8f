package pilothouse.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Objects through the machine's git. All ids are listed once, so that nothing is asked for that is
 * not there and no partial clone is tempted to fetch it.
 */
final class MachineObjects implements Whole, AutoCloseable {
  private final int width;
  private final byte[] ids;
  private final CatFile reader;

  MachineObjects(MachineGit git, Place place) {
    width = place.idWidth();
    ids = list(git, place);
    reader = git.catFile(place);
  }

  private static byte[] list(MachineGit git, Place place) {
    ByteArrayOutputStream ids = new ByteArrayOutputStream();
    try (GitProcess lister = git.everyObject(place);
        InputStream lines = new BufferedInputStream(lister.output(), 1 << 16)) {
      int high = -1;
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c != '\n' && high < 0) {
          high = HexFormat.fromHexDigit(c);
        } else if (c != '\n') {
          ids.write(high << 4 | HexFormat.fromHexDigit(c));
          high = -1;
        }
      }
      if (ids.size() == 0 && !lister.complaints().isEmpty()) {
        throw new GitTrouble(
            "Git cannot list the objects of "
                + place.gitDir()
                + ": "
                + GitProcess.reason(lister.complaints())
                + ".");
      }
      return ids.toByteArray();
    } catch (IOException e) {
      throw Disk.trouble(place.gitDir(), e);
    }
  }

  @Override
  public int find(byte[] id, int at) {
    int found = search(id, at, width);
    return found >= 0 ? found : -1;
  }

  @Override
  public int findPrefix(long first) {
    byte[] prefix = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      prefix[i] = (byte) (first >>> (56 - 8 * i));
    }
    int found = search(prefix, 0, Long.BYTES);
    boolean alone = found >= 0 && !starts(found - 1, prefix) && !starts(found + 1, prefix);
    return alone ? found : -1;
  }

  @Override
  public Content read(int number) throws Damage {
    String id = HexFormat.of().formatHex(ids, number * width, (number + 1) * width);
    Content content = reader.read(id);
    if (content == null) {
      throw new Damage("git listed " + id + " and does not have it");
    }
    return content;
  }

  private int search(byte[] wanted, int at, int length) {
    int low = 0;
    int high = ids.length / width - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, wanted, at, length);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  private boolean starts(int number, byte[] prefix) {
    return number >= 0
        && number < ids.length / width
        && compare(number, prefix, 0, prefix.length) == 0;
  }

  private int compare(int number, byte[] wanted, int at, int length) {
    int from = number * width;
    return Arrays.compareUnsigned(ids, from, from + length, wanted, at, at + length);
  }

  @Override
  public void close() {
    reader.close();
  }
}
