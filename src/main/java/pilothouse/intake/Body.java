package pilothouse.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Room;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/**
 * What a sender sent, within bounds: never more than it may be, nor more than there is room for.
 */
final class Body {
  /** The largest body that is taken, packed or not. */
  static final int MOST = 25 << 20;

  private static final int FIRST = 16 << 10;

  /** How much more is read of what is refused. */
  private static final long PATIENCE = 4L * MOST;

  private Body() {}

  /**
   * The bytes as they were sent.
   *
   * @throws Refused when they are too many or break off
   */
  static byte[] of(Request request, Room.Seat seat) {
    long length = request.length();
    InputStream in = request.stream();
    try {
      if (length > MOST) {
        throw tooMuch("What was sent is");
      }
      return read(in, (int) length, seat, "What was sent is");
    } catch (Refused tooMuch) {
      drain(in);
      throw tooMuch;
    } catch (IOException e) {
      throw Refused.brokenOff(e);
    }
  }

  /**
   * The bytes as they were meant.
   *
   * @param encoding the header {@code content-encoding}; null for none
   */
  static byte[] unpacked(byte[] sent, @Nullable String encoding, Room.Seat seat) {
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return sent;
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw Refused.bad(
          Texts.say("intake.body.the-encoding-is-not", encoding),
          Texts.say("intake.body.send-it-with-gzip"));
    }
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return read(unzipped, -1, seat, "Unpacked, what was sent is");
    } catch (IOException e) {
      throw Refused.bad(
          Texts.say("intake.body.what-was-sent-is"), Texts.say("intake.body.send-it-again-or"));
    }
  }

  /** Refuses what holds nothing. */
  static void mustHoldSomething(byte[] body) {
    if (start(body) == body.length) {
      throw Refused.bad(
          Texts.say("intake.body.nothing-was-sent"), Texts.say("intake.body.send-the-delivery-in"));
    }
  }

  /**
   * Refuses what cannot be JSON, for it will be no better understood later. A form that carries
   * JSON passes: some webhooks send it.
   */
  static void mustLookLikeJson(byte[] body) {
    int start = start(body);
    if (body[start] != '{' && body[start] != '[' && !startsWith(body, "payload=")) {
      throw Refused.bad(
          Texts.say("intake.body.what-was-sent-is-2"), Texts.say("intake.body.send-a-json-object"));
    }
  }

  /** Where it begins, behind a byte order mark and white space. */
  private static int start(byte[] body) {
    int start = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb ? 3 : 0;
    while (start < body.length && Character.isWhitespace(body[start])) {
      start++;
    }
    return start;
  }

  private static boolean startsWith(byte[] body, String text) {
    byte[] start = text.getBytes(StandardCharsets.US_ASCII);
    return body.length >= start.length && Arrays.mismatch(body, start) == start.length;
  }

  /**
   * Reads to the end.
   *
   * @param expected how many bytes there should be; below zero when nobody knows
   */
  private static byte[] read(InputStream in, int expected, Room.Seat seat, String what)
      throws IOException {
    byte[] bytes = new byte[expected < 0 ? FIRST : Math.min(expected, 4 * FIRST)];
    seat.take(bytes.length);
    int length = 0;
    while (true) {
      int more = in.readNBytes(bytes, length, bytes.length - length);
      length += more;
      if (length < bytes.length) {
        return Arrays.copyOf(bytes, length);
      }
      int next = in.read();
      if (next < 0) {
        return bytes;
      }
      if (length == MOST) {
        throw tooMuch(what);
      }
      int larger = Math.clamp(2L * length, FIRST, MOST);
      seat.take(larger - length);
      bytes = Arrays.copyOf(bytes, larger);
      bytes[length++] = (byte) next;
    }
  }

  /** Reads on for a while, because a sender that is cut off while it sends hears no answer. */
  private static void drain(InputStream in) {
    byte[] unread = new byte[FIRST];
    try {
      for (long left = PATIENCE; left > 0; ) {
        int more = in.read(unread);
        if (more < 0) {
          return;
        }
        left -= more;
      }
    } catch (IOException _) {
      // It went away; nobody waits for an answer.
    }
  }

  private static Refused tooMuch(String what) {
    return Refused.tooMuch(
        Texts.say("intake.body.larger-than-25-mib", what),
        Texts.say("intake.body.send-it-in-parts"));
  }
}
