package pilothouse.flags;

import pilothouse.web.Where;

/**
 * What a source tells of a flag.
 *
 * @param kind {@code hand}, {@code csv} or {@code flagd}
 * @param mark the same for the same flag there; empty where somebody wrote it down here
 * @param file the name of the file; empty where it is none
 * @param home the place that the file was brought for
 */
record Told(String kind, String mark, String file, String home, String says) {
  static Told byHand(String says) {
    return new Told("hand", "", "", "", says);
  }

  /** Of a flag in a file. */
  static Told in(String kind, String file, Where home, Where place, String key, String says) {
    String mark = String.join("\n", home.text(), file, place.text(), key);
    return new Told(kind, mark, file, home.text(), says);
  }
}
