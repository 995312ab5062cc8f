package pilothouse.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import pilothouse.text.Texts;

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
      throw Refused.brokenOff(e);
    }
  }

  private static Refused tooMuch(int most) {
    return Refused.tooMuch(
        Texts.say("web.body.what-was-sent-is", most / (1024 * 1024)),
        Texts.say("web.body.send-less-at-once"));
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
