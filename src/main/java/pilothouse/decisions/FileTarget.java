package pilothouse.decisions;

import java.util.List;
import java.util.Map;

/** Where decisions are written to as files. */
public interface FileTarget {
  /** The paths that are there. */
  List<String> paths();

  /** Whether the file is there with these very bytes. */
  boolean isAs(String path, byte[] bytes);

  /** Writes files, by their paths. */
  void write(Map<String, byte[]> files);

  /** The branch that it waits on; empty where it is in the folder at once. */
  String branch();
}
