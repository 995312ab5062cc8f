package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** How briefs look: all, and one with what was published of it. */
record BriefBoard(Deck deck, Caller caller) {
  Answer all() {
    Words words = new Words(deck, caller);
    Briefs briefs = new Briefs(deck);
    List<Row> rows =
        briefs.all(caller).stream()
            .map(one ->
                Row.of(
                    Cell.to(one.title(), one.page()),
                    Cell.of(words.place(one.place())),
                    Cell.of(
                        briefs.issues(one.id()).stream()
                            .findFirst()
                            .map(story ->
                                Texts.say(
                                    "rhythm.brief.published",
                                    story.version(),
                                    pilothouse.text.Say.day(story.published(), deck.zone())))
                            .orElseGet(() -> Texts.say("rhythm.brief.draft")))))
            .toList();
    Board.Table table =
        new Board.Table(
            "briefs",
            Texts.say("entry.briefs"),
            Texts.say("rhythm.brief.none"),
            Texts.all("rhythm.head.title", "rhythm.head.place", "rhythm.head.state"),
            rows);
    List<Field> fields = new ArrayList<>(fields("", new Brief.Body("", "", List.of(), "", "")));
    fields.add(1, Field.place());
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("rhythm.brief.new"),
            Texts.say("rhythm.brief.how"),
            "/briefs",
            fields,
            Texts.say("rhythm.brief.add"));
    return Board.of(
            Texts.say("entry.briefs"), Texts.say("rhythm.brief.intro"), List.of(table, form))
        .page();
  }

  private static List<Field> fields(String title, Brief.Body body) {
    return List.of(
        Field.text("title", Texts.say("rhythm.head.title")).must().filled(title),
        Field.area("ask", Texts.say("rhythm.brief.ask")).must().filled(body.ask()),
        Field.area("why_now", Texts.say("rhythm.brief.why-now")).must().filled(body.whyNow()),
        Field.area("options", Texts.say("rhythm.brief.options"))
            .must()
            .filled(
                body.options().stream().map(Brief.Option::line).collect(Collectors.joining("\n")))
            .hinting(Texts.say("rhythm.brief.options-like")),
        Field.area("nothing", Texts.say("rhythm.brief.nothing")).must().filled(body.nothing()),
        Field.area("recommendation", Texts.say("rhythm.brief.recommendation"))
            .must()
            .filled(body.recommendation())
            .hinting(Texts.say("rhythm.brief.numbers-like", "{change-lead-time@system:checkout}")));
  }

  Answer one(Brief brief) {
    Words words = new Words(deck, caller);
    Story story =
        new Briefs(deck)
            .issues(brief.id()).stream()
                .findFirst()
                .orElseGet(() -> brief.story(words, deck.now()));
    boolean published = !new Briefs(deck).issues(brief.id()).isEmpty();
    List<Board.Part> more = new ArrayList<>();
    if (words.may(brief.where())) {
      more.add(
          new Board.Form(
              "publish",
              Texts.say(published ? "rhythm.brief.publish-again" : "rhythm.brief.publish"),
              Texts.say("rhythm.brief.publish-means"),
              brief.page() + "/publish",
              List.of(),
              Texts.say("rhythm.brief.publish")));
      more.add(
          new Board.Form(
              "change",
              Texts.say("rhythm.brief.change"),
              Texts.say("rhythm.brief.change-means"),
              brief.page(),
              fields(brief.title(), brief.body()),
              Texts.say("rhythm.brief.save")));
    }
    return published
        ? new StoryBoard(deck, caller).page(story, brief.page(), more)
        : new StoryBoard(deck, caller).draft(story, brief.page(), more);
  }
}
