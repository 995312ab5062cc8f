package pilothouse.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.DatedFields.Field;

/** A thing of which {@link DatedFields} hold what was said. */
public interface Dated {
  /** Names it among its kind. */
  String name();

  /** What holds of it, by the fields' names. */
  Map<String, Field> fields();

  /** The field's value, empty where nothing was said. */
  default String value(String field) {
    Field said = fields().get(field);
    return said == null ? "" : said.value();
  }

  /** The field with who said it, or null. */
  default @Nullable Field field(String field) {
    return fields().get(field);
  }

  /** As people say it. */
  default String title() {
    return value("title").isEmpty() ? name() : value("title");
  }

  /** Whether it is no more: dissolved, or retired. */
  default boolean isRetired() {
    return !value("retired").isEmpty();
  }
}
