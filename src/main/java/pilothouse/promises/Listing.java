package pilothouse.promises;

import java.util.ArrayList;
import java.util.List;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** Part of the promises, of those that somebody may see: it begins after a key, not a number. */
final class Listing {
  static final int SHOWN = 50;
  private static final int READ = 500;
  private static final int ROUNDS = 40;
  private static final int LONGEST = 80;

  private Listing() {}

  /** A part, and the key after which the next begins; empty at the end. */
  record Slice(List<Promise> rows, String next) {}

  static Slice slice(
      Promises promises, Caller caller, boolean open, boolean mine, String after, int most) {
    if (!after.isEmpty() && (after.length() > LONGEST || after.indexOf(' ') < 0)) {
      throw Refused.bad(Texts.say("web.part.bad-after"), Texts.say("web.part.follow-links"));
    }
    List<String> owners = mine ? List.copyOf(caller.selves()) : List.of();
    List<Promise> rows = new ArrayList<>();
    String key = after;
    for (int round = 0; round < ROUNDS; round++) {
      List<Promise> read = promises.page(open, owners, key, READ);
      for (Promise one : read) {
        if (rows.size() == most) {
          return new Slice(rows, key);
        }
        key = key(one);
        if (caller.selves().contains(one.owner()) || caller.sees(one.place())) {
          rows.add(one);
        }
      }
      if (read.size() < READ) {
        return new Slice(rows, "");
      }
    }
    return new Slice(rows, key);
  }

  private static String key(Promise one) {
    Promise.Ending ending = one.ending();
    String day = ending == null ? one.due().toString() : Instants.text(ending.at());
    return day + " " + one.id();
  }
}
