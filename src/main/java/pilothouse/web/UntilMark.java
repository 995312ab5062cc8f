package pilothouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import pilothouse.text.Texts;

/** What comes before the next boundary, and the lines behind it. */
final class UntilMark extends InputStream {
  private static final int ROOM = 64 * 1024;
  private final InputStream in;
  private final byte[] mark;
  private final byte[] bytes = new byte[ROOM];
  private int from;
  private int to;
  private int clear;
  private boolean found;

  UntilMark(InputStream in, String mark) {
    this.in = in;
    this.mark = mark.getBytes(UTF_8);
    // The first boundary has no line before it.
    bytes[to++] = '\r';
    bytes[to++] = '\n';
  }

  void begin() {
    found = false;
    clear = from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    while (from == clear && !found) {
      look();
    }
    if (from == clear) {
      return -1;
    }
    int some = Math.min(length, clear - from);
    System.arraycopy(bytes, from, into, at, some);
    from += some;
    return some;
  }

  /** Looks for the boundary; what lies before it, or cannot be its beginning, is clear. */
  private void look() throws IOException {
    int place = place();
    if (place >= 0) {
      clear = place;
      found = true;
      return;
    }
    clear = Math.max(from, to - mark.length + 1);
    if (clear == from) {
      more();
    }
  }

  private int place() {
    for (int i = from; i <= to - mark.length; i++) {
      if (bytes[i] == '\r' && isMark(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isMark(int at) {
    for (int i = 1; i < mark.length; i++) {
      if (bytes[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private void more() throws IOException {
    System.arraycopy(bytes, from, bytes, 0, to - from);
    to -= from;
    from = 0;
    clear = 0;
    int read = in.read(bytes, to, ROOM - to);
    if (read < 0) {
      throw new EOFException("the form breaks off");
    }
    to += read;
  }

  /** Leaves out what is before the boundary, and the boundary; how much it was. */
  long skip(int most) throws IOException {
    long skipped = 0;
    while (from < clear || !found) {
      if (from == clear) {
        look();
      }
      skipped += clear - from;
      from = clear;
      if (skipped > most) {
        throw Refused.bad(
            Texts.say("web.until-mark.a-part-of-the"),
            Texts.say("web.until-mark.send-one-file-at"));
      }
    }
    from += mark.length;
    return skipped;
  }

  /** The rest of a line; of the one behind the last boundary no more than what tells it. */
  String line(int most) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int next = raw(); next != '\n'; next = raw()) {
      text.write(next);
      if (text.size() > most) {
        throw Refused.tooMuch(
            Texts.say("web.until-mark.a-parts-head-is", most),
            Texts.say("web.until-mark.shorten-it"));
      }
      if (text.size() == 2 && text.toString(UTF_8).equals("--")) {
        return "--";
      }
    }
    return text.toString(UTF_8).strip();
  }

  private int raw() throws IOException {
    if (from == to) {
      clear = from;
      more();
    }
    return bytes[from++] & 0xff;
  }
}
