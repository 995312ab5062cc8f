package pilothouse.catalog;

import java.util.List;

/** A system as programs read it: fields and edges with who said them. */
public record SystemTold(
    String system,
    boolean retired,
    List<Told> fields,
    List<EdgeRow> owners,
    List<EdgeRow> needs,
    List<String> neededBy) {
  public SystemTold {
    fields = List.copyOf(fields);
    owners = List.copyOf(owners);
    needs = List.copyOf(needs);
    neededBy = List.copyOf(neededBy);
  }
}
