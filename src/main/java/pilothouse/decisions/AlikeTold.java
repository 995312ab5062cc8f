package pilothouse.decisions;

import java.util.List;

/** A decision with the words that it has in common with what somebody asks. */
public record AlikeTold(int number, String title, String state, String page, List<String> words) {
  public AlikeTold {
    words = List.copyOf(words);
  }
}
