package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** A story as a template shows it: numbers with their footnotes, those too old struck through. */
public record Leaf(
    String title, String version, String day, List<Part> parts, List<Note> notes, String address) {
  private static final int WIDE = 280;

  public Leaf {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** A section. */
  public record Part(String heading, List<List<Piece>> lines) {}

  /**
   * Words or a number.
   *
   * @param note the number of its footnote; 0 for words
   * @param stale since when it is too old, in words; empty where it holds or is no number
   */
  public record Piece(String text, int note, String stale) {}

  /** A footnote: which number it is, as of when, and where its receipt is. */
  public record Note(int number, String says, String gauge, String page) {}

  /** The same with fewer parts and footnotes. */
  Leaf with(List<Part> some, List<Note> fewer) {
    return new Leaf(title, version, day, some, fewer, address);
  }

  /** The same with that title. */
  Leaf titled(String words) {
    return new Leaf(words, version, day, parts, notes, address);
  }

  static Leaf of(Deck deck, Story story, String address) {
    List<Note> notes = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Story.Section section : story.sections()) {
      List<List<Piece>> lines = new ArrayList<>();
      for (Story.Line line : section.lines()) {
        List<Piece> pieces = new ArrayList<>();
        line.bits().forEach(bit -> pieces.add(piece(deck, bit, notes)));
        lines.add(pieces);
      }
      parts.add(new Part(section.heading(), lines));
    }
    return new Leaf(
        story.title(),
        story.version(),
        Say.day(story.published(), deck.zone()),
        parts,
        notes,
        address);
  }

  private static Piece piece(Deck deck, Story.Bit bit, List<Note> notes) {
    if (bit.gauge().isEmpty()) {
      return new Piece(bit.text(), 0, "");
    }
    int number = notes.size() + 1;
    notes.add(
        new Note(
            number,
            Texts.say("rhythm.story.note", bit.name(), bit.text(), bit.when()),
            bit.gauge(),
            bit.page()));
    return new Piece(bit.text(), number, stale(deck, bit));
  }

  private static String stale(Deck deck, Story.Bit bit) {
    return bit.stale(deck.now())
        ? Texts.say(
            "rhythm.story.stale", Say.day(java.time.Instant.parse(bit.fresh()), deck.zone()))
        : "";
  }

  /** Five lines for a chat: title, up to three lines that matter, and which version it is. */
  static String chat(Deck deck, Story story, String address) {
    List<String> lines = new ArrayList<>();
    lines.add(story.title());
    story.sections().stream()
        .filter(Story.Section::isShort)
        .limit(3)
        .map(section -> section.heading() + ": " + words(deck, section))
        .map(line -> Say.cut(line, WIDE))
        .forEach(lines::add);
    while (lines.size() < 4) {
      lines.add("");
    }
    lines.add(
        Texts.say(
            "rhythm.story.chat-end",
            story.version(),
            Say.day(story.published(), deck.zone()),
            address));
    return String.join("\n", lines.stream().map(Say::plain).toList()) + "\n";
  }

  private static String words(Deck deck, Story.Section section) {
    return section.lines().stream()
        .limit(1)
        .flatMap(line -> line.bits().stream())
        .map(bit ->
            bit.stale(deck.now())
                ? "~~" + bit.text() + "~~ (" + stale(deck, bit) + ")"
                : bit.text())
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }
}
