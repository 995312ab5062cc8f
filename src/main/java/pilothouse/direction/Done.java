package pilothouse.direction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pilothouse.web.Where;

/**
 * A piece of work that was finished: an issue or a change.
 *
 * @param key among all work, as beliefs name it
 * @param name as people write it: {@code #12}
 * @param page its address where it was written; empty where none is known
 * @param parts keys of the changes in it
 * @param places where one must be allowed to look to see it: at one of them
 */
public record Done(
    String key,
    String name,
    String title,
    String page,
    List<String> labels,
    String milestone,
    List<String> parts,
    List<Where> places) {
  public Done {
    labels = List.copyOf(labels);
    parts = List.copyOf(parts);
    places = List.copyOf(places);
  }

  /** By what beliefs can name it. */
  Set<String> ends() {
    Set<String> ends = new LinkedHashSet<>();
    ends.add(End.work(key));
    parts.forEach(part -> ends.add(End.work(part)));
    if (!page.isEmpty()) {
      ends.add(End.work(page));
    }
    labels.forEach(label -> ends.add(End.label(label)));
    if (!milestone.isEmpty()) {
      ends.add(End.milestone(milestone));
    }
    return ends;
  }
}
