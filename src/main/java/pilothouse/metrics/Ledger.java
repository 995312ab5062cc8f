package pilothouse.metrics;

import java.util.List;

/** What a value left out, and why: its coverage. */
public record Ledger(List<LeftOut> entries) {
  public Ledger {
    entries = entries.stream().filter(entry -> entry.count() > 0).toList();
  }

  /** One reason, in plain words, and how many facts it kept out. */
  public record LeftOut(String why, long count) {}
}
