package pilothouse.evidence.git;

import java.util.List;
import pilothouse.git.Scan;

/** All that is kept of a repository: a scan, and the head's texts that say how to read it. */
public record Reading(Scan scan, List<HeadText> texts) {
  public Reading {
    texts = List.copyOf(texts);
  }

  /** The text of that file, or an empty one. */
  public String text(String path) {
    return texts.stream()
        .filter(text -> text.path().equals(path))
        .map(HeadText::text)
        .findFirst()
        .orElse("");
  }
}
