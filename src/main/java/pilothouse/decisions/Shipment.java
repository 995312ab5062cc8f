package pilothouse.decisions;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pilothouse.web.Where;

/**
 * The files of a folder, as somebody found them.
 *
 * @param folder by which the same one is known again: {@code repository:harbour} or a path
 * @param place where the decisions in it belong
 * @param head the commit that was read; empty where there is none
 * @param files by their paths in it
 * @param refused why files could not be read, by their paths
 * @param part whether other files of the folder are not spoken of
 */
public record Shipment(
    String folder,
    Where place,
    String head,
    SortedMap<String, byte[]> files,
    SortedMap<String, String> refused,
    boolean part) {
  /** So many files are read at once. */
  public static final int MOST = 5_000;

  /** So large may a file be. */
  public static final int LARGEST = 512 * 1024;

  /** So long may a path be. */
  public static final int LONGEST = 400;

  /** What the names of folders in repositories begin with. */
  public static final String REPOSITORY = "repository:";

  public Shipment {
    files = new TreeMap<>(files);
    refused = new TreeMap<>(refused);
  }

  /** What the commit has of a file, as a hash; empty where no commit was read. */
  String seen(String path) {
    byte[] bytes = files.get(path);
    return head.isEmpty() || bytes == null ? "" : Hash.of(bytes);
  }

  /** All of a folder. */
  public static Shipment of(
      String folder,
      Where place,
      String head,
      Map<String, byte[]> files,
      Map<String, String> refused) {
    return new Shipment(folder, place, head, new TreeMap<>(files), new TreeMap<>(refused), false);
  }
}
