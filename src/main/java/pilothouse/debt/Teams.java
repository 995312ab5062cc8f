package pilothouse.debt;

import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/** Which team answers for what, at one moment; equal as long as nothing about that differs. */
public interface Teams {
  /** The one team that answers for a place, by its name; null where none or several do. */
  @Nullable String of(Where place);
}
