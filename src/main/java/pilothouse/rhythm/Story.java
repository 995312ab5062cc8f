package pilothouse.rhythm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import pilothouse.web.Where;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words for several audiences, as they were published: the page, the five lines, the slide and the
 * print are made from this one, and carry its version.
 *
 * @param topic {@code brief}, {@code mission}, {@code vision}, {@code strategy}
 * @param id part of its address: small letters, digits and dashes
 * @param version the same in all its forms; another where any word differs
 * @param at when it was published, as text of an instant
 * @param place as its text
 */
public record Story(
    String topic,
    String id,
    String title,
    String version,
    String at,
    String place,
    List<Section> sections) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public Story {
    sections = List.copyOf(sections);
  }

  /**
   * A heading with its lines.
   *
   * @param isShort whether its first line stands among the five lines of a chat
   */
  public record Section(String heading, List<Line> lines, boolean isShort) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** A line: words, and numbers between them. */
  public record Line(List<Bit> bits) {
    public Line {
      bits = List.copyOf(bits);
    }

    /** A line without a number. */
    public static Line of(String words) {
      return new Line(List.of(Bit.of(words)));
    }
  }

  /**
   * Words, or a number as it was.
   *
   * @param text the words, or the number with its unit
   * @param gauge which number it is; empty for words
   * @param name what the number is called
   * @param page where its receipt is
   * @param when of which day or window it is, in words
   * @param read when it was read, as text of an instant
   * @param fresh until when it holds, as text of an instant
   */
  public record Bit(
      String text, String gauge, String name, String page, String when, String read, String fresh) {
    public static Bit of(String words) {
      return new Bit(words, "", "", "", "", "", "");
    }

    /** Whether it is a number that is older by now than its measure allows. */
    public boolean stale(Instant now) {
      return !fresh.isEmpty() && Instant.parse(fresh).isBefore(now);
    }
  }

  /** A story out of its words; the version follows from them. */
  public static Story of(
      String topic, String id, String title, Instant at, Where place, List<Section> sections) {
    String words = MAPPER.writeValueAsString(List.of(topic, id, title, place.text(), sections));
    return new Story(topic, id, title, hash(words), at.toString(), place.text(), sections);
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  Instant published() {
    return Instant.parse(at);
  }

  /** All its numbers, in the order of reading. */
  List<Bit> numbers() {
    return sections.stream()
        .flatMap(section -> section.lines().stream())
        .flatMap(line -> line.bits().stream())
        .filter(bit -> !bit.gauge().isEmpty())
        .toList();
  }

  String text() {
    return MAPPER.writeValueAsString(this);
  }

  static Story read(String text) {
    return MAPPER.readValue(text, Story.class);
  }

  private static String hash(String words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
