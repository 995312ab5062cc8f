package pilothouse.decisions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import pilothouse.journal.Entry;
import pilothouse.text.Markdown;
import pilothouse.text.Texts;

/** What a turn was about, and what it changed. */
record Trail(Naming names) {

  /** Of whom or what it is, and until when, whether or not it changed something. */
  Map<String, String> about(Turn turn) {
    Map<String, String> about = new LinkedHashMap<>();
    switch (turn.kind()) {
      case DECIDES, AGREES, CONSULTED, INFORMED, DELEGATED, ESCALATED, AGREED, OBJECTED, VOTED ->
          about.put("owner", turn.about().isEmpty() ? "" : names.owner(turn.about()));
      case RELEASED -> {
        about.put("owner", names.owner(Standing.parts(turn, 2).getFirst()));
        about.put("part", names.word("decisions.part.", Standing.parts(turn, 2).get(1)));
      }
      case ADVICE, DISSENT ->
          about.put(
              "in the name of", String.join(", ", turn.about().lines().map(names::owner).toList()));
      case CLOCK, DECIDED, DEFAULTED, OVERDUE -> about.put("option", turn.about());
      case CHECKED -> about.put("system", HandCheck.read(turn).system());
      default -> {}
    }
    LocalDate day = turn.day();
    about.put("day", day == null ? "" : names.day(day));
    about.values().removeIf(String::isEmpty);
    return about;
  }

  /** Why, as somebody said it; what is kept as words of ours stands among the fields. */
  static String why(Turn turn) {
    String words = Texts.anew(turn.words());
    return switch (turn.kind()) {
      case WAKE, RATED -> "";
      case DECIDED -> Markdown.sentence(words);
      default -> words;
    };
  }

  /** The same entry with what stood there before and after. */
  Entry told(Entry entry, Decision before, Decision after) {
    Map<String, String> was = new Facts(before, names).all();
    Map<String, String> is = new Facts(after, names).all();
    after.turns().stream()
        .filter(turn -> turn.number() > before.lastNumber())
        .forEach(turn -> is.putAll(about(turn)));
    return entry.changing(was, is);
  }
}
