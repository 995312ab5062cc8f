package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

/** A forum as somebody typed it. */
record ForumDraft(Sent sent, Words words) {

  Forum forum(Instant now) {
    String kind = sent.among("kind", Forum.KINDS, Forum.KINDS.getFirst());
    List<String> functions =
        sent.lines("functions", 12, 200).stream()
            .flatMap(line -> List.of(line.split(",", -1)).stream())
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .distinct()
            .toList();
    if (kind.equals("planning") && functions.size() < 2) {
      throw Refused.unfit(
              Texts.say("rhythm.forum.functions-missing"), Texts.say("rhythm.forum.name-functions"))
          .at("functions");
    }
    return new Forum(
        UUID.randomUUID().toString(),
        kind,
        sent.needed("title", 120),
        sent.place(words.deck().promises().places(), words.caller()).text(),
        sent.among("cadence", Forum.CADENCES, Forum.CADENCES.getFirst()),
        functions,
        pins(kind),
        now,
        null);
  }

  /** Exactly two for leaders, none for others. */
  private List<String> pins(String kind) {
    String one = sent.text("pin_one", 400);
    String two = sent.text("pin_two", 400);
    boolean leads = kind.equals("leadership");
    if (!leads && (!one.isEmpty() || !two.isEmpty())) {
      throw Refused.unfit(
              Texts.say("rhythm.forum.pins-elsewhere"), Texts.say("rhythm.forum.leave-pins-out"))
          .at("pin_one");
    }
    if (leads && (one.isEmpty() || two.isEmpty() || one.equals(two))) {
      throw Refused.unfit(Texts.say("rhythm.forum.two-pins"), Texts.say("rhythm.forum.choose-two"))
          .at(one.isEmpty() ? "pin_one" : "pin_two");
    }
    return leads
        ? List.of(words.known("pin_one", one).text(), words.known("pin_two", two).text())
        : List.of();
  }
}
