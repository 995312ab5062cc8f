package pilothouse.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What a sender is still sending when the answer is known already. It is read and left out: were
 * the connection closed at once, the system would throw away the answer before the sender, who is
 * busy sending, looks at it. This ends after a time, and does not begin where the sender waits to
 * be asked for what it has.
 */
final class Unread {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BEGUN = "begun";

  private Unread() {}

  /** Notes that somebody began to read. */
  static InputStream begin(Context context) throws IOException {
    context.attribute(BEGUN, true);
    return context.req().getInputStream();
  }

  /** Reads the rest. */
  static void leaveOut(Context context) {
    boolean waits = context.header("Expect") != null && context.attribute(BEGUN) == null;
    if (waits || !sends(context)) {
      return;
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    byte[] rest = new byte[16 * 1024];
    try {
      InputStream in = context.req().getInputStream();
      while (in.read(rest) >= 0 && System.nanoTime() - until < 0) {
        // nothing of it is kept
      }
    } catch (IOException | RuntimeException _) {
      // Whoever broke off does not wait for the answer.
    }
  }

  private static boolean sends(Context context) {
    return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
  }
}
