package pilothouse.evidence.tables;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Linked;
import pilothouse.text.Texts;

/** Makes work items of lines; numbers are places in {@link WorkFields}. */
final class WorkFacts {
  private WorkFacts() {}

  static WorkItem item(Line line) {
    String id = line.text(0);
    String repository = line.text(1);
    String given = line.text(2);
    String number = given == null ? null : given.replaceFirst("^#", "");
    String title = line.text(4);
    Instant opened = line.time(10);
    Instant closed = line.time(11);
    if (title == null && opened == null && closed == null) {
      throw line.missing(4, Texts.kept("kept.work-facts.say-what-it-is-about"));
    }
    line.ordered(opened, closed, 11);
    Boolean open = line.atWork(5);
    return new WorkItem(
        key(line, id, repository, number),
        line.saidAt(14),
        line.text(3),
        repository,
        number == null ? id : number,
        title,
        open,
        line.reason(6),
        line.list(7),
        line.text(8),
        line.text(9),
        opened,
        Boolean.TRUE.equals(open) ? null : closed,
        changes(line.list(12)),
        line.text(13));
  }

  private static @Nullable List<String> changes(@Nullable List<String> named) {
    return named == null ? null : named.stream().map(Linked::change).toList();
  }

  private static String key(
      Line line, @Nullable String id, @Nullable String repository, @Nullable String number) {
    if (repository != null && number != null) {
      return line.keyOf(repository) + "#issue/" + number;
    }
    if (id == null) {
      throw line.missing(0, Texts.kept("kept.work-facts.give-an-id-or-a"));
    }
    return Keys.own(id);
  }
}
