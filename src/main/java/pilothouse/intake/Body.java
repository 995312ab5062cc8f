package pilothouse.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Room;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/**
 * What a sender sent, within bounds: never more than it may be, nor more than there is room for.
 */
final class Body {
  /** The largest body that is taken, packed or not. */
  static final int MOST = 25 << 20;

  private static final int FIRST = 16 << 10;

  private Body() {}

  /**
   * The bytes as they were sent.
   *
   * @throws Refused when they are too many or break off
   */
  static byte[] of(Request request, Room.Seat seat) {
    long length = request.length();
    if (length > MOST) {
      throw tooMuch("What was sent is");
    }
    try {
      return read(request.stream(), (int) length, seat, "What was sent is");
    } catch (IOException e) {
      throw Refused.bad("What was sent broke off.", "Send it again.");
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
          "The encoding “" + encoding + "” is not known here.", "Send it with gzip, or plain.");
    }
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return read(unzipped, -1, seat, "Unpacked, what was sent is");
    } catch (IOException e) {
      throw Refused.bad("What was sent is no gzip, or breaks off.", "Send it again, or plain.");
    }
  }

  /**
   * Refuses what cannot be JSON, for it will be no better understood later. A form that carries
   * JSON passes: some webhooks send it.
   */
  static void mustLookLikeJson(byte[] body) {
    int start = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb ? 3 : 0;
    while (start < body.length && Character.isWhitespace(body[start])) {
      start++;
    }
    if (start == body.length) {
      throw Refused.bad("Nothing was sent.", "Send the delivery as JSON in the request's body.");
    }
    if (body[start] != '{' && body[start] != '[' && !startsWith(body, "payload=")) {
      throw Refused.bad(
          "What was sent is no JSON.",
          "Send a JSON object or list in the request's body, with the content type"
              + " application/json.");
    }
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

  private static Refused tooMuch(String what) {
    return Refused.tooMuch(
        what + " larger than 25 MiB.", "Send it in parts, or import it as a file.");
  }
}
