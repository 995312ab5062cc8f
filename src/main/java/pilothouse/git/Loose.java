package pilothouse.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Loose objects of all object directories, listed once when the repository is opened. */
final class Loose implements Whole {
  private final byte[][] ids;
  private final Path[] directories;

  private record Entry(byte[] id, Path directory) {}

  private Loose(List<Entry> entries) {
    entries.sort(Comparator.comparing(Entry::id, Arrays::compareUnsigned));
    ids = entries.stream().map(Entry::id).toArray(byte[][]::new);
    directories = entries.stream().map(Entry::directory).toArray(Path[]::new);
  }

  static Loose list(List<Path> objectDirectories, int width) {
    List<Entry> entries = new ArrayList<>();
    for (Path directory : objectDirectories) {
      try (DirectoryStream<Path> fans =
          Files.newDirectoryStream(directory, path -> name(path).matches("[0-9a-f]{2}"))) {
        for (Path fan : fans) {
          addFan(directory, fan, width, entries);
        }
      } catch (IOException broken) {
        throw new GitTrouble("cannot list " + directory + ": " + broken.getMessage(), broken);
      }
    }
    return new Loose(entries);
  }

  private static void addFan(Path directory, Path fan, int width, List<Entry> entries)
      throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(fan)) {
      for (Path file : files) {
        String hex = name(fan) + name(file);
        if (hex.length() == width * 2 && hex.matches("[0-9a-f]+")) {
          entries.add(new Entry(HexFormat.of().parseHex(hex), directory));
        }
      }
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Override
  public int find(byte[] id, int at) {
    int low = 0;
    int high = ids.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      byte[] there = ids[middle];
      int order = Arrays.compareUnsigned(there, 0, there.length, id, at, at + there.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  @Override
  public int findPrefix(long first) {
    int low = 0;
    int high = ids.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(Bytes.big(ids[middle], 0), first) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < ids.length && Bytes.big(ids[low], 0) == first ? low : -1;
  }

  @Override
  public byte[] id(long first) {
    int number = findPrefix(first);
    return number < 0 ? Bytes.of(first) : ids[number];
  }

  @Override
  public Content read(int number) throws Damage {
    String hex = HexFormat.of().formatHex(ids[number]);
    Path file = directories[number].resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    try (Inflater inflater = new Inflater()) {
      byte[] stored = Files.readAllBytes(file);
      inflater.setInput(stored);
      byte[] head = new byte[64];
      int got = inflater.inflate(head);
      int end = Bytes.find(head, 0, got, '\0');
      String[] words =
          new String(head, 0, end, java.nio.charset.StandardCharsets.US_ASCII).split(" ", -1);
      int type = words.length == 2 ? Whole.type(words[0]) : 0;
      if (type == 0 || end == got) {
        throw new Damage("loose object " + hex + " has no header");
      }
      return content(
          type, size(words[1]), stored.length, inflater, Arrays.copyOfRange(head, end + 1, got));
    } catch (IOException | DataFormatException broken) {
      throw new Damage("loose object " + hex + " cannot be read", broken);
    }
  }

  private static long size(String digits) throws Damage {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException broken) {
      throw new Damage("a loose object's header is broken", broken);
    }
  }

  /** Of a binary blob that is too large to hold, the beginning: more of it is never looked at. */
  private static Content content(int type, long said, int stored, Inflater inflater, byte[] begun)
      throws Damage, DataFormatException {
    if (type != BLOB || !Room.isTooMuch(said)) {
      int size = Room.of(said, stored);
      return new Content(type, bytes(inflater, begun, size), size);
    }
    byte[] start = bytes(inflater, begun, Text.BINARY_LOOK);
    if (Bytes.find(start, 0, Text.BINARY_LOOK, '\0') == Text.BINARY_LOOK) {
      throw new Damage("a loose object is larger than memory allows");
    }
    return new Content(type, start, Text.BINARY_LOOK);
  }

  private static byte[] bytes(Inflater inflater, byte[] begun, int size)
      throws Damage, DataFormatException {
    byte[] bytes = Arrays.copyOf(begun, size + 8);
    int done = Math.min(size, begun.length);
    while (done < size) {
      int more = inflater.inflate(bytes, done, size - done);
      if (more == 0) {
        throw new Damage("a loose object is cut short");
      }
      done += more;
    }
    return bytes;
  }
}
