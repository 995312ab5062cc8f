package pilothouse.flags;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.files.Unpacked;
import pilothouse.evidence.tables.NamedRows;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Reads flags from a table. */
record CsvSource(Wording wording, Where home, Tally tally, List<Incoming> all) {
  /** Its columns, as exports have them. */
  static final List<String> COLUMNS =
      List.of("key", "kind", "says", "place", "owner", "since", "ends");

  static final int MOST = 5_000;

  /** All lines that make sense; the others are refused one by one. */
  static List<Incoming> read(Unpacked in, Wording wording, Where home, Tally tally)
      throws IOException {
    CsvSource source = new CsvSource(wording, home, tally, new ArrayList<>());
    NamedRows.read(
        in,
        new LinkedHashSet<>(COLUMNS),
        source::take,
        (line, bad) -> tally.refuse(line, bad.field(), bad.why(), bad.mend()));
    return source.all;
  }

  private void take(long line, Map<String, String> cells) {
    String named = cells.getOrDefault("key", "").strip();
    tally.names(named);
    try {
      if (all.size() >= MOST) {
        throw Refused.tooMuch(
            Texts.say("flags.take.too-many", MOST), Texts.say("flags.take.split"));
      }
      if (cells.getOrDefault("place", "").isBlank()) {
        cells.put("place", home.text());
      }
      String key = Wording.key(Wording.of(cells));
      Words words = wording.read(Wording.of(cells), null);
      String says = Texts.kept("kept.flags.line");
      all.add(
          new Incoming(
              line, key, words, Told.in("csv", tally.file(), home, words.place(), key, says)));
    } catch (Refused bad) {
      tally.refuse(line, named, bad);
    }
  }
}
