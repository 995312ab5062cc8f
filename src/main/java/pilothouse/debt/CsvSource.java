package pilothouse.debt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;
import pilothouse.evidence.tables.NamedRows;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Reads items from a table. */
final class CsvSource {
  /** Its columns, as exports have them. */
  static final List<String> COLUMNS =
      List.of(
          "item",
          "title",
          "effect",
          "severity",
          "kind",
          "place",
          "spots",
          "says",
          "owner",
          "origin",
          "principal_low",
          "principal_high",
          "principal_by",
          "interest_low",
          "interest_high",
          "requires",
          "key",
          "address");

  static final int MOST = 50_000;

  private final Wording wording;
  private final String repository;
  private final Function<String, Where> places;
  private final Tally tally;
  private final List<Incoming> all = new ArrayList<>();

  private CsvSource(
      Wording wording, String repository, Function<String, Where> places, Tally tally) {
    this.wording = wording;
    this.repository = repository;
    this.places = places;
    this.tally = tally;
  }

  /**
   * All lines that make sense; the others are refused one by one.
   *
   * @param repository whose items they are where they say no place; empty for the organisation's
   * @param places reads a place, or refuses it
   */
  static List<Incoming> read(
      Unpacked in, Wording wording, String repository, Function<String, Where> places, Tally tally)
      throws IOException {
    CsvSource source = new CsvSource(wording, repository, places, tally);
    NamedRows.read(
        in,
        new LinkedHashSet<>(COLUMNS),
        source::take,
        (line, bad) -> tally.refuse(line, bad.field(), bad.why(), bad.mend()));
    return source.all;
  }

  private void take(long line, Map<String, String> cells) {
    try {
      if (all.size() >= MOST) {
        throw Refused.tooMuch(Texts.say("debt.take.too-many", MOST), Texts.say("debt.take.split"));
      }
      all.add(incoming(line, cells));
    } catch (Refused bad) {
      tally.refuse(
          line, cells.getOrDefault("title", ""), String.valueOf(bad.getMessage()), bad.mend());
    }
  }

  private Incoming incoming(long line, Map<String, String> cells) {
    Words words = words(cells);
    String key = text(cells, "key", Sighting.MARK);
    String mark =
        key.isEmpty()
            ? words.place().text() + "\n" + DebtShelf.plain(words.title())
            : words.place().text() + "\n" + key;
    String address = text(cells, "address", Words.LINE);
    return new Incoming(
        line,
        "csv",
        mark,
        address.matches("https?://\\S+") ? address : "",
        key.isEmpty() ? words.title() : key,
        text(cells, "item", 40),
        words);
  }

  private Words words(Map<String, String> cells) {
    String title = text(cells, "title", Words.TITLE);
    if (title.isEmpty()) {
      throw Refused.unfit(Texts.say("web.sent.empty", "title"), Texts.say("web.sent.fill-it-in"));
    }
    String place = text(cells, "place", 300);
    String kind = text(cells, "kind", 60);
    return new Words(
        title,
        text(cells, "says", Words.TEXT),
        place.isEmpty() && !repository.isEmpty()
            ? Where.repository(repository)
            : places.apply(place),
        spots(text(cells, "spots", Words.SPOTS * Words.LINE)),
        kind.isEmpty() ? Nature.REFACTORING : Nature.of(kind).orElseThrow(() -> noKind(kind)),
        Wording.effect(text(cells, "effect", 40)),
        Wording.severity(text(cells, "severity", 40)),
        wording.owner(text(cells, "owner", 200)),
        text(cells, "origin", Words.LINE),
        "",
        hours(cells, "principal"),
        text(cells, "principal_by", 200),
        hours(cells, "interest"),
        wording.required(text(cells, "requires", 400), null));
  }

  private static Refused noKind(String kind) {
    return Refused.unfit(
        Texts.say("web.sent.no-word", "kind", Say.cut(kind, 60)),
        Texts.say("web.sent.one-of", String.join(", ", Nature.ALL)));
  }

  private static @Nullable Hours hours(Map<String, String> cells, String name) {
    return Wording.hours(
        name + "_", text(cells, name + "_low", 40), text(cells, name + "_high", 40));
  }

  private List<Spot> spots(String text) {
    Set<Spot> spots = new LinkedHashSet<>();
    for (String typed : text.split("[;\n]", -1)) {
      if (!typed.isBlank()) {
        String line =
            typed.indexOf(':') < 0 && !repository.isEmpty() ? repository + ":" + typed : typed;
        spots.add(
            Spot.read(line)
                .filter(Spot::isInside)
                .orElseThrow(() ->
                    Refused.unfit(
                        Texts.say("debt.bad.spot", Say.cut(line, 60)),
                        Texts.say("debt.mend.spot"))));
      }
    }
    if (spots.size() > Words.SPOTS) {
      throw Refused.unfit(
          Texts.say("web.sent.too-many", "spots", Words.SPOTS, Words.LINE),
          Texts.say("web.sent.shorten"));
    }
    return List.copyOf(spots);
  }

  private static String text(Map<String, String> cells, String name, int most) {
    String text = cells.getOrDefault(name, "").strip();
    if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0) {
      throw new Unfit(name, Texts.say("debt.take.no-text"), Texts.say("debt.take.as-utf8"));
    }
    if (text.length() > most) {
      throw Refused.unfit(
          Texts.say("web.sent.too-long", name, most), Texts.say("web.sent.shorten"));
    }
    return text;
  }
}
