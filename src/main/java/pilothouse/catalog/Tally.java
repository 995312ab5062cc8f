package pilothouse.catalog;

import java.util.ArrayList;
import java.util.List;

/** Counts what comes of a file. */
final class Tally {
  private final String file;
  private int added;
  private int changed;
  private int unchanged;
  private int kept;
  private final List<Receipt.Refusal> refused = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Tally(String file) {
    this.file = file;
  }

  void added() {
    added++;
  }

  void changed() {
    changed++;
  }

  void unchanged() {
    unchanged++;
  }

  /** Nothing changed, because a person had said otherwise before. */
  void kept(String note) {
    kept++;
    note(note);
  }

  void refused(String where, String why, String mend) {
    refused.add(new Receipt.Refusal(where, why, mend));
  }

  void note(String note) {
    if (notes.size() < 200) {
      notes.add(note);
    }
  }

  boolean hasRefused() {
    return !refused.isEmpty();
  }

  Receipt told() {
    int seen = added + changed + unchanged + kept + refused.size();
    return new Receipt(
        file, seen, added, changed, unchanged, kept, List.copyOf(refused), List.copyOf(notes));
  }
}
