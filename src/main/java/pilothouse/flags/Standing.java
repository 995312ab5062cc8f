package pilothouse.flags;

import java.util.List;

/**
 * Where a key stands in code.
 *
 * @param known whether all repositories were searched that it may stand in
 * @param left how many of their files were not
 */
record Standing(boolean known, int left, List<Place> places) {
  Standing {
    places = List.copyOf(places);
  }

  /** A file that names it. */
  record Place(String repository, String path) {}
}
