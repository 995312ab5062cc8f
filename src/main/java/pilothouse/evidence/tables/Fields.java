package pilothouse.evidence.tables;

import java.util.List;
import java.util.Optional;
import pilothouse.evidence.files.Kind;

/** The fields that each kind of table may have, with the wordings that headers have for them. */
public final class Fields {
  private static final List<String> PERSONAL =
      List.of("author", "user", "mail", "reviewer", "assignee", "person", "committer", "login");

  private Fields() {}

  /** The fields of a kind, in the order in which they are shown. */
  public static List<Field> of(Kind kind) {
    return switch (kind) {
      case DEPLOYMENTS -> RunFields.DEPLOYMENTS;
      case CHANGES -> RequestFields.CHANGES;
      case REVIEWS -> RequestFields.REVIEWS;
      case BUILDS -> RunFields.BUILDS;
      case INCIDENTS -> RunFields.INCIDENTS;
      case MEASUREMENTS -> RunFields.MEASUREMENTS;
      case WORK -> WorkFields.ALL;
      case TESTS, COVERAGE, CDEVENTS, AUTO -> List.of();
    };
  }

  /** The field of this name. */
  public static Optional<Field> named(Kind kind, String name) {
    return of(kind).stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Whether a column most likely names persons, by its wording; what stands in it is not shown. */
  public static boolean namesPersons(String header) {
    String plain = Field.plain(header);
    return PERSONAL.stream().anyMatch(plain::contains)
        || List.of(RequestFields.CHANGES, RequestFields.REVIEWS).stream()
            .flatMap(List::stream)
            .anyMatch(field -> field.personal() && field.means(header));
  }

  /** The table of all fields in Markdown, as docs/using.md has it. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| kind | field | holds | what it is | also read as |\n");
    table.append("|---|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      for (Field field : of(kind)) {
        table.append(
            "| %s | `%s` | %s | %s | %s |\n"
                .formatted(
                    kind.word(),
                    field.name(),
                    field.type().says(),
                    field.says(),
                    String.join(", ", field.synonyms())));
      }
    }
    return table.toString();
  }
}
