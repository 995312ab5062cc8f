package pilothouse.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Findings;
import pilothouse.journal.Asked;
import pilothouse.journal.Line;
import pilothouse.journal.Subject;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** What changed since a forum met last: nothing else stands on the page of a meeting. */
record Agenda(Deck deck, Forum forum, Occasion occasion, @Nullable Occasion last) {
  private static final int MOST = 200;
  private static final String CHECK_IN = "outcome checked in on";
  private static final List<String> NOUNS = List.of("promise", "verdict", "outcome");

  /** What the journal tells of that a meeting has to hear, by the words of its entries. */
  private static final Set<String> HEARD =
      Set.of(
          "promise kept",
          "promise dropped",
          "promise reopened",
          "promise extended",
          "promise escalated",
          "verdict came in",
          "verdict noted",
          "outcome begun",
          CHECK_IN,
          "outcome handed over",
          "outcome retired");

  /** Since when: the end of the last one, else as long before it as it is held again. */
  Instant from() {
    Instant ended = last == null ? null : last.endedAt();
    return ended == null ? occasion.at().minus(Duration.ofDays(forum.days())) : ended;
  }

  /** The findings that stand now, in the forum's place. */
  List<Minutes.Item> standing(Caller caller) {
    Set<Where> places = places();
    return Findings.once(
            deck.findings().get().stream()
                .filter(finding -> places.isEmpty() || places.contains(finding.place()))
                .filter(finding -> caller.sees(finding.place()))
                .toList())
        .stream()
        .map(Agenda::item)
        .toList();
  }

  /** What is new, what is gone, and what happened. */
  List<Minutes.Item> items(Caller caller, List<Minutes.Item> standing) {
    Occasion before = last;
    Minutes minutes = before == null ? null : before.minutes();
    Map<String, Minutes.Item> then =
        (minutes == null ? List.<Minutes.Item>of() : minutes.seen())
            .stream()
                .collect(Collectors.toMap(Minutes.Item::key, Function.identity(), (one, _) -> one));
    List<Minutes.Item> items = new ArrayList<>();
    Set<String> now = standing.stream().map(Minutes.Item::key).collect(Collectors.toSet());
    standing.stream().filter(one -> !then.containsKey(one.key())).forEach(items::add);
    then.values().stream()
        .filter(one -> !now.contains(one.key()))
        .filter(one -> caller.sees(Where.parse(one.place()).orElse(Where.ORGANISATION)))
        .map(one -> new Minutes.Item("gone", one.key(), one.says(), one.page(), one.place()))
        .forEach(items::add);
    return Heralding.once(items, happened(caller)).stream().limit(MOST).toList();
  }

  private List<Minutes.Item> happened(Caller caller) {
    Set<Where> places = places();
    List<Line> lines = new ArrayList<>();
    for (String noun : NOUNS) {
      Asked since = new Asked("", noun, "", "", null, from(), null, "", false);
      deck.journal()
          .each(
              since,
              caller,
              line -> {
                boolean here = places.isEmpty() || places.contains(line.entry().subject().place());
                if (here && HEARD.contains(line.entry().what())) {
                  lines.add(line);
                }
              });
    }
    lines.sort(Comparator.comparingLong(Line::seq));
    Map<String, Long> checkIns =
        lines.stream()
            .filter(line -> line.entry().what().equals(CHECK_IN))
            .collect(Collectors.groupingBy(Agenda::page, Collectors.counting()));
    return lines.stream()
        .filter(line -> !isTold(line, checkIns.keySet()))
        .map(line ->
            line.entry().what().equals(CHECK_IN)
                ? checkIn(line, checkIns.getOrDefault(page(line), 1L))
                : item(line))
        .toList();
  }

  private static String page(Line line) {
    return line.entry().subject().address();
  }

  /** Whether it is the promise of a check-in that is told itself. */
  private boolean isTold(Line line, Set<String> checkIns) {
    return line.entry().what().equals("promise kept")
        && deck.promises()
            .find(id(line.entry().subject()))
            .filter(one -> one.kind().equals("check-in") && checkIns.contains(one.page()))
            .isPresent();
  }

  /** All check-ins on an outcome are one line, with how often. */
  private static Minutes.Item checkIn(Line line, long times) {
    Subject about = line.entry().subject();
    String says = times == 1 ? about.name() : Texts.say("rhythm.agenda.times", about.name(), times);
    String key = CHECK_IN + " " + about.address();
    return new Minutes.Item(CHECK_IN, key, says, about.address(), about.place().text());
  }

  private static String id(Subject promise) {
    return promise.address().substring(promise.address().lastIndexOf('/') + 1);
  }

  private Minutes.Item item(Line line) {
    Subject about = line.entry().subject();
    return new Minutes.Item(
        line.entry().what(),
        "journal " + line.seq(),
        line.entry().what().equals("promise reopened") ? owed(about) : about.name(),
        about.address(),
        about.place().text());
  }

  /** A promise that is owed again, with its day. */
  private String owed(Subject promise) {
    return deck.promises()
        .find(id(promise))
        .map(one -> Texts.say("rhythm.agenda.owed-by", promise.name(), Words.day(one.due())))
        .orElse(promise.name());
  }

  /** The places that the forum looks at: none named for all of the organisation. */
  private Set<Where> places() {
    Where where = forum.where();
    return switch (where.kind()) {
      case ORGANISATION, ANYWHERE -> Set.of();
      case TEAM -> {
        Set<Where> all =
            deck.systems().ownership().systems(where.name(), deck.today()).stream()
                .map(Where::system)
                .collect(Collectors.toSet());
        all.add(where);
        yield all;
      }
      default -> Set.of(where);
    };
  }

  private static Minutes.Item item(Finding finding) {
    String once = finding.once();
    String key =
        once.isEmpty()
            ? String.join(
                "|",
                finding.kind(),
                finding.receipt().text(),
                finding.subject(),
                finding.place().text())
            : once;
    return new Minutes.Item("new", key, finding.says(), finding.page(), finding.place().text());
  }
}
