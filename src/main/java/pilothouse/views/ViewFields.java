package pilothouse.views;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the address of anything about a repository may hold, for those who write programs. */
public final class ViewFields {
  /** What each means, by its name. */
  public static final Map<String, String> ALL = fields();

  private ViewFields() {}

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("folder", "only this folder");
    fields.put("period", "the last weeks as 26w, or all; usually 52w");
    fields.put("from", "the first day, as 2026-01-01");
    fields.put("to", "the last day, as 2026-03-31, included");
    return fields;
  }
}
