package pilothouse.evidence.tables;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of text with a bound on their length. */
final class Lines {
  private final Reader reader;
  private final char[] buffer = new char[64 * 1024];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int filled;
  private long number;
  private boolean tooLong;

  Lines(Reader reader) {
    this.reader = reader;
  }

  /** The number of the last line, from 1. */
  long number() {
    return number;
  }

  /** Whether the last line was longer than the bound; what was beyond it is left out. */
  boolean wasTooLong() {
    return tooLong;
  }

  /** The next line, or null at the end. */
  @Nullable String next() throws IOException {
    line.setLength(0);
    tooLong = false;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      int length = Math.min(at - from, Limits.LINE - line.length());
      tooLong |= length < at - from;
      line.append(buffer, from, length);
      if (at < filled) {
        at++;
        break;
      }
    }
    number += any ? 1 : 0;
    return any ? line.toString() : null;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, reader.read(buffer, 0, buffer.length));
    return filled > 0;
  }
}
