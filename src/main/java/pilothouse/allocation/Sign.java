package pilothouse.allocation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pilothouse.evidence.work.Work;
import pilothouse.systems.Glob;

/** One thing by which work is known to be of a category: {@code label tech-debt}. */
record Sign(Kind kind, Glob pattern) {

  /** Where a sign is looked for; what stands first here is believed first. */
  enum Kind {
    LABEL,
    TYPE,
    MILESTONE,
    BRANCH,
    PATH;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
      return List.of(values()).stream().filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** Whether the work has it. */
  boolean isOn(Work work) {
    return switch (kind) {
      case LABEL -> work.labels().stream().anyMatch(pattern::matches);
      case TYPE -> pattern.matches(work.type());
      case MILESTONE -> !work.milestone().isEmpty() && pattern.matches(work.milestone());
      case BRANCH -> work.branches().stream().anyMatch(pattern::matches);
      case PATH -> false; // All paths together say what work is for: the category looks at them.
    };
  }

  String text() {
    return kind.word() + " " + pattern.text();
  }
}
