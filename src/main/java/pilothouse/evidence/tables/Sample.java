package pilothouse.evidence.tables;

import java.util.List;

/**
 * The beginning of a table.
 *
 * @param how it is written, for people: separated by commas, UTF-8
 * @param header the columns as the file names them
 * @param rows the first good lines
 */
public record Sample(String how, List<String> header, List<List<String>> rows) {
  public Sample {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
