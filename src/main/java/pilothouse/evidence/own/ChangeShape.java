package pilothouse.evidence.own;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Fact;
import pilothouse.text.Texts;

/** A change request; with repository and number it is the same that a webhook tells of. */
final class ChangeShape implements Shape {
  @Override
  public String name() {
    return "change";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.change");
  }

  @Override
  public List<String> fields() {
    return List.of(
        "id",
        "repository",
        "number",
        "title",
        "revision",
        "commits",
        "opened_at",
        "ready_at",
        "first_review_at",
        "merged_at",
        "author",
        "said_at");
  }

  @Override
  public Fact fact(Fields fields) {
    String repository = fields.text("repository");
    int number = fields.number("number");
    Instant opened = fields.instant("opened_at");
    Instant ready = fields.instant("ready_at");
    Instant reviewed = fields.instant("first_review_at");
    Instant merged = fields.instant("merged_at");
    if (Stream.of(opened, ready, reviewed, merged).allMatch(at -> at == null)) {
      throw fields.missing("opened_at", Texts.kept("kept.change-shape.say-when-it-was-opened"));
    }
    fields.inOrder("opened_at", "merged_at");
    String revision = fields.text("revision");
    List<CommitRef> commits = fields.commits("commits");
    return new ChangeRequest(
        key(fields, repository, number),
        fields.saidAt(),
        repository,
        number,
        fields.text("title"),
        fields.text("author"),
        null,
        null,
        merged == null ? revision : last(commits),
        merged == null ? null : revision,
        opened,
        ready,
        reviewed,
        merged,
        merged,
        null,
        null,
        null,
        null,
        null,
        null,
        commits,
        null);
  }

  private static @Nullable String last(List<CommitRef> commits) {
    return commits.isEmpty() ? null : commits.getLast().revision();
  }

  private static String key(Fields fields, @Nullable String repository, int number) {
    String id = fields.need("id", "Send its id, as \"id\": \"shop-12\".");
    return repository == null || number == 0 ? "own:" + id : name(repository) + "#change/" + number;
  }

  /** A repository as keys name it: host and path in lower case, without {@code .git}. */
  static String name(String repository) {
    return repository
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^[a-z+]+://(?:[^/@]*@)?", "")
        .replaceFirst("^[^/@]*@([^/:]+):", "$1/")
        .replaceFirst("/+$", "")
        .replaceFirst("\\.git$", "");
  }
}
