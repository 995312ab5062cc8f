package pilothouse.promises;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A link as a page shows it.
 *
 * @param state of the issue, in words
 * @param proposes what to do here or there because of it; empty for nothing
 * @param posted what became of what is said there; empty where nothing is
 * @param dead whether it was given up
 * @param paste what to write there by hand; empty where nothing is to be said, or it is posted
 */
public record IssueRow(
    String id,
    String name,
    String url,
    String title,
    String state,
    String proposes,
    String posted,
    boolean dead,
    String paste) {

  static IssueRow of(IssueLinks here, Promise promise, IssueLink link) {
    Tracker.State state = here.tracker().state(link.issue()).orElse(null);
    List<IssuePost> posts = here.posts(link);
    IssuePost last = posts.isEmpty() ? null : posts.getFirst();
    boolean speaks = link.comments() || link.closes();
    return new IssueRow(
        link.id(),
        link.name(),
        link.url(),
        state == null ? "" : state.title(),
        state == null ? Texts.say("promises.issues.unknown") : says(state, here.setup().zone()),
        state == null ? "" : proposes(state, promise),
        posted(promise, last, speaks, link.closes(), here.setup().zone()),
        last != null && last.state().equals("dead"),
        promise.isOpen() || speaks ? "" : here.words(promise));
  }

  private static String says(Tracker.State state, ZoneId zone) {
    Instant since = state.since();
    String day = since == null ? "" : Say.day(since, zone);
    if (Boolean.TRUE.equals(state.open())) {
      return state.reopened()
          ? Texts.say("promises.issues.reopened", day)
          : Texts.say("promises.issues.open");
    }
    return Boolean.FALSE.equals(state.open())
        ? Texts.say(state.done() ? "promises.issues.done" : "promises.issues.closed", day)
        : Texts.say("promises.issues.unknown");
  }

  private static String proposes(Tracker.State state, Promise promise) {
    if (promise.isOpen() && Boolean.FALSE.equals(state.open())) {
      return Texts.say(
          state.done() ? "promises.issues.propose-keep" : "promises.issues.propose-drop");
    }
    boolean again = !promise.isOpen() && Boolean.TRUE.equals(state.open()) && state.reopened();
    return again ? Texts.say("promises.issues.propose-reopen") : "";
  }

  private static String posted(
      Promise promise,
      @org.jspecify.annotations.Nullable IssuePost last,
      boolean speaks,
      boolean closes,
      ZoneId zone) {
    if (!speaks) {
      return "";
    }
    if (promise.isOpen() || last == null) {
      return Texts.say(closes ? "promises.issues.will-close" : "promises.issues.will-comment");
    }
    return switch (last.state()) {
      case "sent" -> Texts.say("promises.issues.sent");
      case "dead" -> Texts.say("promises.issues.dead", last.tries(), Texts.anew(last.trouble()));
      default ->
          last.tries() == 0
              ? Texts.say("promises.issues.waiting")
              : Texts.say(
                  "promises.issues.trying",
                  last.tries(),
                  Say.time(last.nextAt(), zone),
                  Texts.anew(last.trouble()));
    };
  }
}
