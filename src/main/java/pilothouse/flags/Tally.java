package pilothouse.flags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pilothouse.text.Say;
import pilothouse.web.Refused;

/** Counts what became of what a file told. */
final class Tally {
  private static final int CUT = 120;
  private final String file;
  private final List<Receipt.Made> flags = new ArrayList<>();
  private final List<Receipt.Made> missing = new ArrayList<>();
  private final List<Receipt.Line> lines = new ArrayList<>();
  private final List<Receipt.Line> notes = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private int fresh;
  private int again;
  private int joined;
  private int gone;
  private int refused;

  Tally(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** The file names that flag, whatever comes of it. */
  void names(String key) {
    named.add(key);
  }

  boolean isNamed(String key) {
    return named.contains(key);
  }

  void fresh(Flag flag) {
    fresh++;
    add(flags, new Receipt.Made(flag.key(), flag.address()));
  }

  void again() {
    again++;
  }

  void joined() {
    joined++;
  }

  void gone(Flag flag) {
    gone++;
    add(missing, new Receipt.Made(flag.key(), flag.address()));
  }

  void refuse(long line, String what, String why, String mend) {
    refused++;
    add(lines, new Receipt.Line(line, Say.cut(Say.plain(what), CUT), why, mend));
  }

  void refuse(long line, String what, Refused bad) {
    refuse(line, what, String.valueOf(bad.getMessage()), bad.mend());
  }

  void note(String what, String says) {
    add(notes, new Receipt.Line(0, Say.cut(Say.plain(what), CUT), says, ""));
  }

  private static <T> void add(List<T> some, T one) {
    if (some.size() < Receipt.SHOWN) {
      some.add(one);
    }
  }

  /** Whether anything is to be told in the journal. */
  boolean changed() {
    return fresh + joined + gone > 0;
  }

  Receipt receipt() {
    int told = fresh + again + joined + refused;
    return new Receipt(
        file, told, fresh, again, joined, gone, refused, flags, missing, lines, notes);
  }
}
