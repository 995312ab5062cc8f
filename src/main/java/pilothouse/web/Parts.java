package pilothouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * The parts of a form with files (multipart/form-data, RFC 7578), one after the other while they
 * come in: of any size, for nothing of them is kept. Bounded are the parts, their heads and texts.
 */
public final class Parts {
  private static final int MOST = 50;
  private static final int HEAD = 8 * 1024;
  private static final int TEXT = 4_096;
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("[;\\s]filename=\"([^\"]*)\"");

  private final UntilMark in;
  private int count;
  private boolean over;

  private Parts(UntilMark in) {
    this.in = in;
  }

  /**
   * One part.
   *
   * @param file its name as the sender has it, without folders; null for a text; empty where no
   *     file was chosen
   * @param body to be read before the next part is asked for
   */
  public record Part(String name, @Nullable String file, InputStream body) {
    /** A short text. */
    public String text() throws IOException {
      byte[] bytes = body.readNBytes(TEXT + 1);
      if (bytes.length > TEXT) {
        throw Refused.bad(
            Texts.say("web.parts.is-longer-than-bytes", name, TEXT),
            Texts.say("web.parts.shorten-it"));
      }
      return new String(bytes, UTF_8).strip();
    }
  }

  /** Whether such a form is sent. */
  static boolean isOne(@Nullable String type) {
    return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
  }

  static Parts of(String type, InputStream in) {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.matches()) {
      throw Refused.bad(
          Texts.say("web.parts.its-content-type-names"),
          Texts.say("web.parts.send-multipart-form-data"));
    }
    String word = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return new Parts(new UntilMark(in, "\r\n--" + word));
  }

  /**
   * The next part; null when there is none. What was not read of the one before is left out.
   *
   * @throws IOException when it breaks off
   */
  public @Nullable Part next() throws IOException {
    if (over) {
      return null;
    }
    if (in.skip(HEAD) > 0 && count == 0) {
      throw Refused.bad(
          Texts.say("web.parts.it-does-not-begin"), Texts.say("web.parts.send-it-as-browsers"));
    }
    String end = in.line(HEAD);
    if (end.startsWith("--")) {
      over = true;
      return null;
    }
    if (++count > MOST) {
      throw Refused.tooMuch(
          Texts.say("web.parts.the-form-has-more", MOST), Texts.say("web.parts.send-fewer"));
    }
    return headed();
  }

  private Part headed() throws IOException {
    String said = "";
    int size = 0;
    for (String line = in.line(HEAD); !line.isEmpty(); line = in.line(HEAD)) {
      size += line.length();
      if (size > HEAD) {
        throw Refused.tooMuch(
            Texts.say("web.parts.a-parts-head-is", HEAD), Texts.say("web.parts.shorten-it"));
      }
      if (line.regionMatches(true, 0, "content-disposition:", 0, 20)) {
        said = line;
      }
    }
    Matcher name = NAME.matcher(said);
    if (!name.find()) {
      throw Refused.bad(
          Texts.say("web.parts.a-part-of-the"), Texts.say("web.parts.send-it-as-browsers"));
    }
    Matcher file = FILE.matcher(said);
    in.begin();
    return new Part(name.group(1), file.find() ? plain(file.group(1)) : null, in);
  }

  private static String plain(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
        .replace("%22", "\"");
  }
}
