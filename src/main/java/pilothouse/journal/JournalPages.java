package pilothouse.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.storage.Instants;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/**
 * The pages and files of the journal. Entries that say who is who stand at addresses of their own,
 * for those who may look at that.
 */
public final class JournalPages {
  private static final int LENGTH = 50;
  private static final int MOST = 200;
  private static final List<String> HEADINGS =
      List.of(
          "entry",
          "at",
          "who",
          "who_name",
          "what",
          "subject_kind",
          "subject",
          "why",
          "before",
          "after");

  private final Supplier<Journal> journal;
  private final ZoneId zone;

  /**
   * Pages of a journal.
   *
   * @param journal asked only while a request is answered
   * @param zone the organisation's, for days and times
   */
  public JournalPages(Supplier<Journal> journal, ZoneId zone) {
    this.journal = journal;
    this.zone = zone;
  }

  /** Their addresses. */
  public List<Route> routes() {
    return List.of(
        Route.read("/journal", request -> page(request, false)).anywhere(),
        Route.people("/journal/people", request -> page(request, true)).anywhere(),
        Route.read("/journal/entries.csv", request -> csv(request, false)).anywhere(),
        Route.people("/journal/people/entries.csv", request -> csv(request, true)).anywhere(),
        Route.read("/journal/entries.jsonl", request -> lines(request, false)).anywhere(),
        Route.people("/journal/people/entries.jsonl", request -> lines(request, true)).anywhere(),
        Route.administer(Route.Method.GET, "/journal/check", this::check),
        Route.read("/api/v1/journal", request -> json(request, false))
            .anywhere()
            .telling(told("What changed, the newest first, but for who is who")),
        Route.people("/api/v1/journal/people", request -> json(request, true))
            .anywhere()
            .telling(told("What changed, the newest first, and who is who, too")));
  }

  private static Telling told(String says) {
    return Telling.of(says)
        .with(Query.NAMES)
        .withNumber("before", "only entries with a smaller number, as next says")
        .withNumber("most", "how many at once, at most 200")
        .gives(Told.class);
  }

  private Answer page(Request request, boolean people) {
    Query query = Query.of(request, zone, people);
    Journal.Page page = journal.get().page(query.asked(), request.caller(), query.before(), LENGTH);
    return Answer.page(
        "journal/page",
        Texts.say("journal.journal-pages.journal"),
        Map.of(
            "rows",
            page.lines().stream().map(line -> Shown.of(line, zone)).toList(),
            "given",
            query.given(),
            "people",
            people,
            "same",
            query.address(),
            "next",
            page.next() == 0 ? "" : query.next(page.next()),
            "seesPeople",
            request.caller().may(Permission.PEOPLE, Where.ANYWHERE),
            "administers",
            Sight.isWhole(request.caller())));
  }

  private Answer json(Request request, boolean people) {
    Query query = Query.of(request, zone, people);
    int most = Math.min(request.number("most", LENGTH), MOST);
    Journal.Page page = journal.get().page(query.asked(), request.caller(), query.before(), most);
    String next = page.next() == 0 ? null : request.path() + query.next(page.next());
    return new Answer.Json(new Told(page.lines().stream().map(Told.One::of).toList(), next));
  }

  private Answer lines(Request request, boolean people) {
    return streamed(
        request, people, "application/jsonl; charset=utf-8", "journal.jsonl", "", Line::json, "\n");
  }

  private Answer csv(Request request, boolean people) {
    return streamed(
        request, people, Csv.TYPE, "journal.csv", new Csv(HEADINGS).text(), JournalPages::row, "");
  }

  private Answer streamed(
      Request request,
      boolean people,
      String type,
      String file,
      String head,
      Function<Line, String> form,
      String end) {
    Query query = Query.of(request, zone, people);
    return new Answer.Streamed(
        type,
        file,
        out -> {
          out.write(head.getBytes(UTF_8));
          journal
              .get()
              .each(query.asked(), request.caller(), line -> write(out, form.apply(line) + end));
        });
  }

  private static String row(Line line) {
    Entry entry = line.entry();
    return new Csv(
            List.of(
                String.valueOf(line.seq()),
                Instants.text(entry.at()),
                entry.who().id(),
                entry.who().name(),
                entry.what(),
                entry.subject().kind(),
                entry.subject().name(),
                entry.why(),
                Canonical.json(entry.before()),
                Canonical.json(entry.after())))
        .text();
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer check(Request request) {
    return Answer.page(
        "journal/check",
        Texts.say("journal.journal-pages.the-journal-checked"),
        Map.of("check", journal.get().verify(null)));
  }
}
