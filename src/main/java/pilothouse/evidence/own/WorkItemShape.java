package pilothouse.evidence.own;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Linked;
import pilothouse.text.Texts;

/** A piece of work: with repository and number it is the same that a webhook tells of. */
final class WorkItemShape implements Shape {
  @Override
  public String name() {
    return "work-item";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.work-item");
  }

  @Override
  public List<String> fields() {
    return List.of(
        "id",
        "repository",
        "number",
        "service",
        "title",
        "state",
        "reason",
        "labels",
        "milestone",
        "type",
        "opened_at",
        "closed_at",
        "changes",
        "url",
        "said_at");
  }

  @Override
  public Fact fact(Fields fields) {
    String repository = fields.text("repository");
    int number = fields.number("number");
    String title = fields.text("title");
    Instant opened = fields.instant("opened_at");
    Instant closed = fields.instant("closed_at");
    if (title == null && opened == null && closed == null) {
      throw fields.missing("title", Texts.kept("kept.work-facts.say-what-it-is-about"));
    }
    fields.inOrder("opened_at", "closed_at");
    String state = fields.word("state", List.of("open", "closed"));
    boolean isOpen = "open".equals(state);
    return new WorkItem(
        key(fields, repository, number),
        fields.saidAt(),
        fields.text("service"),
        repository,
        number == 0 ? fields.text("id") : String.valueOf(number),
        title,
        state == null ? null : isOpen,
        reason(fields),
        fields.texts("labels"),
        fields.text("milestone"),
        fields.text("type"),
        opened,
        isOpen ? null : closed,
        changes(fields.texts("changes")),
        fields.text("url"));
  }

  private static WorkItem.@Nullable Reason reason(Fields fields) {
    String word = fields.word("reason", List.of("completed", "not_planned"));
    return word == null
        ? null
        : word.equals("completed") ? WorkItem.Reason.COMPLETED : WorkItem.Reason.NOT_PLANNED;
  }

  private static @Nullable List<String> changes(@Nullable List<String> named) {
    return named == null ? null : named.stream().map(Linked::change).toList();
  }

  private static String key(Fields fields, @Nullable String repository, int number) {
    return repository == null || number == 0
        ? "own:" + fields.need("id", "Send its id, as \"id\": \"PROJ-34\".")
        : ChangeShape.name(repository) + "#issue/" + number;
  }
}
