package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.Keys.made;
import static pilothouse.evidence.tables.Keys.own;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Review;
import pilothouse.text.Texts;

/** Makes change requests and reviews of lines; numbers are places in {@link RequestFields}. */
final class RequestFacts {
  private final Line line;

  RequestFacts(Line line) {
    this.line = line;
  }

  ChangeRequest change() {
    String id = line.text(0);
    String repository = line.text(1);
    Integer number = line.count(2);
    Instant opened = line.time(9);
    Instant ready = line.time(10);
    Instant reviewed = line.time(11);
    Instant merged = line.time(12);
    Instant closed = line.time(13);
    if (opened == null && merged == null && closed == null) {
      throw line.missing(9, Texts.kept("kept.request-facts.say-when-it-was-opened"));
    }
    line.ordered(opened, merged, 12);
    return new ChangeRequest(
        changeKey(repository, number, id),
        line.saidAt(21),
        repository,
        number == null ? 0 : number,
        line.text(3),
        line.text(4),
        line.text(5),
        line.text(6),
        line.text(7),
        line.text(8),
        opened,
        ready,
        reviewed,
        merged,
        closed,
        null,
        line.yes(14),
        line.count(15),
        line.count(16),
        line.count(17),
        line.list(18),
        commits(19),
        line.text(20));
  }

  private List<CommitRef> commits(int field) {
    List<String> commits = line.list(field);
    return commits == null
        ? List.of()
        : commits.stream().map(commit -> new CommitRef(commit, null)).toList();
  }

  private String changeKey(
      @Nullable String repository, @Nullable Integer number, @Nullable String id) {
    if (repository != null && number != null) {
      return line.keyOf(repository) + "#change/" + number;
    }
    if (id != null) {
      return own(id);
    }
    throw line.missing(0, Texts.kept("kept.request-facts.give-an-id-or-a"));
  }

  Review review() {
    String id = line.text(0);
    String repository = line.text(1);
    Integer number = line.count(2);
    String given = line.text(3);
    String reviewer = line.text(4);
    Instant submitted = line.time(6);
    if (submitted == null) {
      throw line.missing(6, Texts.kept("kept.request-facts.say-when-it-was-given"));
    }
    String change = changeKey(repository, number, given);
    String key =
        id == null
            ? made(change, reviewer, submitted)
            : repository == null ? own(id) : line.keyOf(repository) + "#review/" + id;
    return new Review(key, line.saidAt(7), change, reviewer, line.state(5), submitted);
  }
}
