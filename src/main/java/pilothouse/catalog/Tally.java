package pilothouse.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what comes of a file. */
final class Tally {
  private static final Pattern LINE = Pattern.compile("line (\\d{1,9})\\b");
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

  /** What was told as unchanged needs something else now. */
  void changedAfterAll() {
    unchanged--;
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
    refused.add(new Receipt.Refusal(where, once(where, why), mend));
  }

  void note(String note) {
    if (notes.size() < 200) {
      notes.add(note);
    }
  }

  boolean hasRefused() {
    return !refused.isEmpty();
  }

  /** The reason without its place, which stands before it. */
  private static String once(String where, String why) {
    if (why.startsWith(where + ": ")) {
      return why.substring(where.length() + 2);
    }
    return why.startsWith(where + " ") ? "It" + why.substring(where.length()) : why;
  }

  /** The line that a place names; what names none comes last, in its order. */
  private static int line(Receipt.Refusal refusal) {
    Matcher line = LINE.matcher(refusal.where());
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : Integer.MAX_VALUE;
  }

  Receipt told() {
    refused.sort(Comparator.comparingInt(Tally::line));
    int seen = added + changed + unchanged + kept + refused.size();
    return new Receipt(
        file, seen, added, changed, unchanged, kept, List.copyOf(refused), List.copyOf(notes));
  }
}
