package pilothouse.decisions;

import java.util.List;
import java.util.Map;

/** The newest commits of the repositories that are read. */
public interface Heads {
  /** Rises whenever any of them may be another one. */
  long version();

  /** Of each repository that anything is known of. */
  List<Head> all();

  /** Files of the newest commit byte for byte, by path; those that are larger are left out. */
  Map<String, byte[]> contents(String repository, List<String> paths, int largest);

  /** The newest commit of a repository. */
  interface Head {
    String repository();

    /** Its id. */
    String commit();

    /** The paths of all files. */
    List<String> paths();
  }

  /** None. */
  static Heads none() {
    return new Heads() {
      @Override
      public long version() {
        return 0;
      }

      @Override
      public List<Head> all() {
        return List.of();
      }

      @Override
      public Map<String, byte[]> contents(String repository, List<String> paths, int largest) {
        return Map.of();
      }
    };
  }
}
