package pilothouse.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a request sends, read once. */
record Body(Context context) {
  /**
   * What was sent, as raw bytes.
   *
   * @throws Refused when it is more than so many bytes; nothing beyond them is read
   */
  byte[] bytes(int most) {
    if (context.req().getContentLengthLong() > most) {
      throw tooMuch(most);
    }
    try {
      byte[] bytes = Unread.begin(context).readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooMuch(most);
      }
      return bytes;
    } catch (IOException e) {
      throw Refused.bad("What was sent broke off: " + e.getMessage(), "Send it again.");
    }
  }

  private static Refused tooMuch(int most) {
    return Refused.tooMuch(
        "What was sent is larger than " + most / (1024 * 1024) + " MiB.", "Send less at once.");
  }

  /** What is sent, while it comes in; of any length. */
  InputStream stream() {
    try {
      return Unread.begin(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
