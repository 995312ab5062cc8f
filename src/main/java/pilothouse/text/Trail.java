package pilothouse.text;

/**
 * A path as lists show it: the name first, then the folder that it stands in, shortened in the
 * middle so that no word is broken.
 *
 * @param name of the file, or of the last folder
 * @param folder that holds it, at most about 44 characters; empty at the top
 */
public record Trail(String name, String folder) {
  private static final int ROOM = 44;

  /** Cuts a path. */
  public static Trail of(String path) {
    int slash = path.lastIndexOf('/', path.length() - 2);
    return slash < 0
        ? new Trail(path, "")
        : new Trail(path.substring(slash + 1), shortened(path.substring(0, slash), ROOM));
  }

  /**
   * The path with whole segments left out of its middle, so that it fits where that is possible;
   * its first and its last segment always stay.
   */
  public static String shortened(String path, int room) {
    if (path.length() <= room) {
      return path;
    }
    String[] parts = path.split("/", -1);
    int head = 1;
    int tail = parts.length - 1;
    int length = parts[0].length() + 2;
    while (tail >= head && (length + parts[tail].length() < room || tail == parts.length - 1)) {
      length += parts[tail].length() + 1;
      tail--;
    }
    if (tail < head) {
      return path;
    }
    StringBuilder cut = new StringBuilder(parts[0]).append("/…");
    for (int i = tail + 1; i < parts.length; i++) {
      cut.append('/').append(parts[i]);
    }
    return cut.toString();
  }
}
