package pilothouse.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** What one keeps for oneself, or together with those who lead a team. */
final class NotePages {
  private static final String PATH = "/account/notes";
  private final Supplier<Notes> notes;

  NotePages(Supplier<Notes> notes) {
    this.notes = notes;
  }

  List<Route> routes() {
    return List.of(
        Route.own(Route.Method.GET, PATH, this::all),
        Route.own(Route.Method.POST, PATH, this::add),
        Route.own(Route.Method.GET, PATH + "/{note}", this::one),
        Route.own(Route.Method.POST, PATH + "/{note}", this::change),
        Route.own(Route.Method.POST, PATH + "/{note}/forget", this::forget));
  }

  private Answer all(Request request) {
    SignedIn who = OwnPages.signedIn(request);
    return Answer.page(
        "accounts/notes",
        Texts.say("accounts.notes.your-notes"),
        Map.of("notes", notes.get().all(who), "teams", who.led(), "zone", notes.get().zone()));
  }

  private Answer one(Request request) {
    Note note = notes.get().find(request.part("note"), OwnPages.signedIn(request));
    return Answer.page(
        "accounts/note", note.title(), Map.of("note", note, "zone", notes.get().zone()));
  }

  private Answer add(Request request) {
    SignedIn who = OwnPages.signedIn(request);
    String team = request.typed("for");
    String id = notes.get().add(team.isEmpty() ? null : team, title(request), text(request), who);
    return new Answer.Redirect(PATH + "/" + id);
  }

  private Answer change(Request request) {
    String id = request.part("note");
    notes
        .get()
        .change(
            id, request.typed("seen"), title(request), text(request), OwnPages.signedIn(request));
    return new Answer.Redirect(PATH + "/" + id);
  }

  private Answer forget(Request request) {
    notes.get().forget(request.part("note"), OwnPages.signedIn(request));
    return new Answer.Redirect(PATH);
  }

  private static String title(Request request) {
    return request.typed("title");
  }

  private static String text(Request request) {
    String text = request.text("text", 4 * Notes.TEXT);
    return text == null ? "" : text.strip();
  }
}
