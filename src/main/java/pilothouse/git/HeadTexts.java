package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read in the head's files while they are decoded: indentation and markers. Each blob is
 * offered by one worker.
 */
final class HeadTexts {
  private static final String[] MARKERS = {"TODO", "FIXME", "HACK", "XXX"};
  private static final int LONGEST = 160;
  private static final int MOST = 10_000;
  private @Nullable Found[] found = {};

  /** A marker: its line from 1, and the stripped line. */
  record Marker(int line, String text) {}

  /** What one text holds; indentation in levels summed over the lines. */
  record Found(int indentation, List<Marker> markers) {}

  /** Says which blobs are wanted. */
  HeadTexts(int blobs, int[] wanted) {
    found = new Found[blobs];
    Found none = new Found(0, List.of());
    for (int blob : wanted) {
      found[blob] = none;
    }
  }

  /** Reads the text when it is one of the head's. */
  void offer(int blob, Text text) {
    if (found[blob] != null && text.count > 0) {
      found[blob] = new Found(indentation(text), markers(text));
    }
  }

  /** What was found in a wanted blob. */
  Found of(int blob) {
    Found there = found[blob];
    return there == null ? new Found(0, List.of()) : there;
  }

  /**
   * Levels of indentation summed over lines that are not blank: a leading tab is one level, spaces
   * are divided by the file's own unit, the smallest indent of more than one space that occurs, at
   * most 8; 4 where there is none. [Hindle et al. 2008; code-maat]
   */
  private static int indentation(Text text) {
    int[] spacesSeen = new int[256];
    long tabs = 0;
    long total = 0;
    for (int line = 0; line < text.count; line++) {
      int at = text.starts[line];
      int end = text.starts[line + 1];
      int spaces = 0;
      int levels = 0;
      while (at < end && (text.bytes[at] == ' ' || text.bytes[at] == '\t')) {
        if (text.bytes[at++] == '\t') {
          levels++;
        } else {
          spaces++;
        }
      }
      if (at < end && text.bytes[at] != '\n' && text.bytes[at] != '\r') {
        tabs += levels;
        spacesSeen[Math.min(255, spaces)]++;
      }
    }
    int unit = unit(spacesSeen);
    for (int spaces = 1; spaces < spacesSeen.length; spaces++) {
      total += (long) spacesSeen[spaces] * (spaces / unit);
    }
    return (int) Math.min(Integer.MAX_VALUE, total + tabs);
  }

  private static int unit(int[] spacesSeen) {
    int lines = 0;
    for (int spaces = 1; spaces < spacesSeen.length; spaces++) {
      lines += spacesSeen[spaces];
    }
    for (int unit = 2; unit <= 8; unit++) {
      if (spacesSeen[unit] * 20 >= Math.max(1, lines)) {
        return unit;
      }
    }
    return 4;
  }

  private static List<Marker> markers(Text text) {
    List<Marker> markers = new ArrayList<>();
    byte[] bytes = text.bytes;
    for (int at = 0; at < text.size && markers.size() < MOST; at++) {
      byte first = bytes[at];
      if ((first == 'T' || first == 'F' || first == 'H' || first == 'X') && isMarker(text, at)) {
        int line = line(text, at);
        markers.add(new Marker(line + 1, line(text, text.starts[line], text.starts[line + 1])));
        at = text.starts[line + 1] - 1;
      }
    }
    return markers.isEmpty() ? List.of() : markers;
  }

  private static boolean isMarker(Text text, int at) {
    if (at > 0 && isWord(text.bytes[at - 1])) {
      return false;
    }
    for (String marker : MARKERS) {
      int end = at + marker.length();
      if (Bytes.startsWith(text.bytes, at, text.size, marker)) {
        return end == text.size || !isWord(text.bytes[end]);
      }
    }
    return false;
  }

  private static boolean isWord(byte b) {
    return Character.isLetterOrDigit(b) || b == '_';
  }

  private static int line(Text text, int at) {
    int found = java.util.Arrays.binarySearch(text.starts, 0, text.count, at);
    return found < 0 ? -found - 2 : found;
  }

  private static String line(Text text, int from, int to) {
    int end = Math.min(to, from + LONGEST * 4);
    String line = new String(text.bytes, from, end - from, StandardCharsets.UTF_8).strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
