package pilothouse.catalog;

import java.util.List;

/** A team as lists show it: its size and functions are of the group, never of anybody in it. */
public record TeamRow(
    String name,
    String title,
    String type,
    int size,
    List<String> functions,
    List<String> systems,
    List<String> warnings) {
  public TeamRow {
    functions = List.copyOf(functions);
    systems = List.copyOf(systems);
    warnings = List.copyOf(warnings);
  }
}
