package pilothouse.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a record that a program sent, as a form would send them. */
record Parted(Record given) {
  /** What stands in a part; null where it was left out. */
  @Nullable String value(String name) {
    for (var part : given.getClass().getRecordComponents()) {
      if (Json.name(part.getName()).equals(name)) {
        try {
          var reads = part.getAccessor();
          reads.setAccessible(true);
          return said(reads.invoke(given));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return null;
  }

  private static @Nullable String said(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
      default -> String.valueOf(value);
    };
  }
}
