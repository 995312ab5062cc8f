package pilothouse.decisions.adr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file. Marks of Markdown are looked for in {@link #raw}, where a character is a
 * byte; what people read is decoded from there.
 */
final class Source {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private final byte[] bytes;
  private final String raw;
  private final Charset charset;
  private final String newline;

  private Source(byte[] bytes) {
    this.bytes = bytes;
    this.raw = new String(bytes, StandardCharsets.ISO_8859_1);
    this.charset = charset(bytes);
    this.newline = newline(raw);
  }

  static Source of(byte[] bytes) {
    return new Source(bytes.clone());
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException _) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static String newline(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '\n') {
        return "\n";
      }
      if (raw.charAt(i) == '\r') {
        return raw.startsWith("\r\n", i) ? "\r\n" : "\r";
      }
    }
    return "\n";
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String raw() {
    return raw;
  }

  String newline() {
    return newline;
  }

  int length() {
    return raw.length();
  }

  /** Behind the mark of UTF-8, where there is one. */
  int start() {
    return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BOM, 0, 3) ? 3 : 0;
  }

  /** What a person reads between two bytes. */
  String text(int from, int to) {
    return new String(bytes, from, to - from, charset);
  }

  /** The same, with plain line ends. */
  String lines(int from, int to) {
    return text(from, to).replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A text with plain line ends, as this file would write it. */
  byte[] encoded(String text) {
    String own = newline.equals("\n") ? text : text.replace("\n", newline);
    CharsetEncoder encoder = charset.newEncoder();
    if (charset.equals(StandardCharsets.UTF_8) || encoder.canEncode(own)) {
      return own.getBytes(charset);
    }
    StringBuilder spelled = new StringBuilder();
    own.codePoints()
        .forEach(c -> {
          String one = Character.toString(c);
          spelled.append(encoder.canEncode(one) ? one : "&#%d;".formatted(c));
        });
    return spelled.toString().getBytes(charset);
  }

  /** These bytes with some ranges replaced, which do not overlap. */
  byte[] with(List<Edit> edits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 200);
    int at = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
      out.write(bytes, at, edit.from() - at);
      out.writeBytes(encoded(edit.text()));
      at = edit.to();
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Source source && Arrays.equals(bytes, source.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /**
   * Another text between two bytes.
   *
   * @param text with plain line ends
   */
  record Edit(int from, int to, String text) {}
}
