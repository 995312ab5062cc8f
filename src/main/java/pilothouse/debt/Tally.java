package pilothouse.debt;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;

/** Counts what became of what a source told. */
final class Tally {
  private static final int CUT = 120;
  private final String file;
  private final List<Receipt.Made> items = new ArrayList<>();
  private final List<Receipt.Line> lines = new ArrayList<>();
  private int fresh;
  private int again;
  private int joined;
  private int refused;
  private int folders;
  private boolean brokeOff;

  Tally(String file) {
    this.file = file;
  }

  void fresh(Item item) {
    fresh++;
    if (items.size() < Receipt.SHOWN) {
      items.add(new Receipt.Made(item.name(), item.title(), item.address()));
    }
  }

  /** Part of the source is missing: it does not say how many there are of something. */
  void breakOff() {
    brokeOff = true;
  }

  boolean isWhole() {
    return !brokeOff;
  }

  /** So many more mean too many files to name them. */
  void folders(int more) {
    folders += more;
  }

  void again() {
    again++;
  }

  void joined() {
    joined++;
  }

  void refuse(long line, String what, String why, String mend) {
    refused++;
    if (lines.size() < Receipt.SHOWN) {
      lines.add(new Receipt.Line(line, Say.cut(Say.plain(what), CUT), why, mend));
    }
  }

  Receipt receipt() {
    int told = fresh + again + joined + refused;
    return new Receipt(file, told, fresh, again, joined, refused, folders, items, lines);
  }
}
