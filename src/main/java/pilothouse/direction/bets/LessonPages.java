package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The library of what was learned. */
final class LessonPages {
  private final Supplier<Bets> bets;

  LessonPages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/lessons",
                Telling.of("What was learned, the newest first")
                    .with("q", "those with words in common with these, the most alike first"),
                LessonTold.All.class,
                this::all,
                Outlook.template(
                    "bets/lessons", _ -> Texts.say("bets.lessons.lessons"), _ -> Map.of()))
            .routes());
    routes.add(Route.read("/lessons.csv", this::csv).anywhere());
    routes.addAll(
        new Deed<>(
                "/lessons",
                LessonShelf.Draft.class,
                "Writes a lesson down",
                LessonTold.Line.class,
                this::add)
            .routes());
    return routes;
  }

  private LessonTold.All all(Request request) {
    String asked = Typed.or(request.query("q"));
    return new LessonTold.All(
        asked, bets.get().lessons().all(request.caller(), asked).stream().map(this::line).toList());
  }

  private LessonTold.Line line(Lesson lesson) {
    return new LessonTold.Line(lesson, bets.get().around().time(lesson.madeAt()));
  }

  private Deed.Done add(Request request, LessonShelf.Draft draft) {
    return new Deed.Done("/lessons", line(bets.get().lessons().add(draft, request.caller())));
  }

  private Answer csv(Request request) {
    Csv csv = new Csv(List.of("id", "place", "title", "lesson", "from", "written at"));
    for (Lesson one : bets.get().lessons().all(request.caller(), "")) {
      csv.row(List.of(one.id(), one.place(), one.title(), one.words(), one.page(), one.madeAt()));
    }
    return new Answer.Data(Csv.TYPE, "lessons.csv", csv.bytes());
  }
}
