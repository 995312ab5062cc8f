package pilothouse.views;

import java.util.List;
import pilothouse.text.Markdown;

/**
 * Longer texts on a page, each below its own heading.
 *
 * @param empty what is said where there is none
 * @param isFolded whether it is opened only when asked for
 */
public record Passage(String id, String title, String empty, List<Text> texts, boolean isFolded)
    implements Board.Part {
  public Passage {
    texts = List.copyOf(texts);
  }

  @Override
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** One text, or nothing to be read. */
  public static Passage of(String id, String title, String empty, List<Text> texts) {
    return new Passage(id, title, empty, texts, false);
  }

  /** A text with its heading, which may be empty. */
  public record Text(String heading, Markdown words) {}
}
