package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** The page of what was published: its words, its other forms, and who was told when. */
record StoryBoard(Deck deck, Caller caller) {

  /** The page of something that others keep. */
  Answer page(Story story, String address) {
    return page(story, address, List.of());
  }

  /** The same with more under it. */
  Answer page(Story story, String address, List<Board.Part> more) {
    List<Board.Part> parts = new ArrayList<>(told(story));
    parts.addAll(more);
    return shown(story, address, parts, "?version=" + story.version());
  }

  /** What is not published yet: with its numbers as they are now, and without other forms. */
  Answer draft(Story story, String address, List<Board.Part> more) {
    return shown(story, address, more, "");
  }

  private Answer shown(Story story, String address, List<Board.Part> parts, String query) {
    return Answer.page(
        "rhythm/story",
        story.title(),
        Map.of(
            "story",
            Leaf.of(deck, story, address),
            "board",
            Board.of(story.title(), "", parts),
            "query",
            query));
  }

  private List<Board.Part> told(Story story) {
    Words words = new Words(deck, caller);
    Board.Table log = log(story);
    List<Field.Option> audiences =
        new Audiences(deck)
            .seen(caller).stream()
                .filter(one -> words.may(one.where()))
                .map(one -> new Field.Option(one.id(), one.title()))
                .toList();
    if (audiences.isEmpty()) {
      return List.of(log);
    }
    return List.of(
        log,
        new Board.Form(
            "tell",
            Texts.say("rhythm.story.tell"),
            "",
            "/stories/" + story.id() + "/told",
            List.of(
                Field.choice("audience", Texts.say("rhythm.head.audience"), audiences),
                Field.choice(
                    "way",
                    Texts.say("rhythm.head.way"),
                    Words.options("rhythm.way.", Audience.WAYS)),
                words.today("day", Texts.say("rhythm.field.day"))),
            Texts.say("rhythm.story.keep")));
  }

  private Board.Table log(Story story) {
    List<Row> rows =
        new Audiences(deck)
            .told(story.id()).stream()
                .map(one ->
                    Row.of(
                        Cell.of(one.audience()),
                        Cell.of(Words.day(java.time.LocalDate.parse(one.day()))),
                        Cell.of(Texts.say("rhythm.way." + one.way())),
                        one.version().equals(story.version())
                            ? Cell.of(one.version())
                            : Cell.of(Texts.say("rhythm.story.older", one.version())).look("look")))
                .toList();
    return new Board.Table(
        "told",
        Texts.say("rhythm.story.told"),
        Texts.say("rhythm.story.told-nobody"),
        Texts.all(
            "rhythm.head.audience", "rhythm.head.day", "rhythm.head.way", "rhythm.head.version"),
        rows);
  }
}
