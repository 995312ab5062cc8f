package pilothouse.decisions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;

/** All that stands in a decision, by field, so that what a turn changed can be told. */
record Facts(Decision one, Naming names) {

  /** Those fields that are lists, their parts between semicolons. */
  static final Set<String> LISTS =
      Set.of(
          "drivers",
          "options",
          "must agree",
          "asked for advice",
          "told",
          "answers",
          "may decide",
          "rubrics",
          "opens it again",
          "rules",
          "standards",
          "exemptions");

  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    words(all);
    String state = one.state() == State.UNKNOWN ? "" : one.state().word();
    all.put("state", names.word("decisions.state.", state));
    all.put("chosen", one.chosen().map(Turn::about).orElse(""));
    all.put("decides", owners(Kind.DECIDES));
    all.put("must agree", owners(Kind.AGREES));
    all.put("asked for advice", owners(Kind.CONSULTED));
    all.put("told", owners(Kind.INFORMED));
    all.put("answers", answers());
    all.put("may decide", joined(one.delegates(LocalDate.MIN).stream().map(this::may)));
    Turn clock = one.clock();
    all.put("decided by", clock == null ? "" : day(clock));
    all.put("otherwise", clock == null ? "" : clock.about());
    Weighed weighed = one.weighed();
    all.put("principle that won", weighed == null ? "" : weighed.won());
    all.put("principle that lost", weighed == null ? "" : weighed.lost());
    all.put("rubrics", joined(one.since(Kind.REOPENED).filter(is(Kind.RATED)).map(this::rated)));
    all.put("council", Review.of(one).map(this::review).orElse(""));
    all.put("opens it again", joined(one.wakes().stream().map(this::wake)));
    all.put("in its place", successor());
    all.put("rules", joined(Rule.of(one).stream().map(this::rule)));
    all.put("standards", joined(Standard.of(one).stream().map(this::standard)));
    all.put("exemptions", joined(Exemption.all(one).map(this::exempt)));
    return all;
  }

  private void words(Map<String, String> all) {
    Words words = one.words();
    all.put("title", words.title());
    all.put("question", words.question());
    all.put("drivers", String.join("; ", words.drivers()));
    all.put("options", joined(words.options().stream().map(Facts::option)));
    all.put("consequences", words.consequences());
    all.put("confirmation", words.confirmation());
    all.put("way back", names.word("decisions.way-back.", words.wayBack()));
  }

  private static String option(Choice one) {
    String text = one.text();
    return text.replaceFirst("\n", " (").replace("\n", ", ") + (text.contains("\n") ? ")" : "");
  }

  private static Predicate<Turn> is(Kind kind) {
    return turn -> turn.kind() == kind;
  }

  private static String joined(Stream<String> all) {
    return all.collect(Collectors.joining("; "));
  }

  private String owners(Kind part) {
    return joined(
        one.parts().all().stream().filter(is(part)).map(turn -> dated(turn.about(), turn)));
  }

  private String dated(String owner, Turn turn) {
    String day = day(turn);
    return names.owner(owner) + (day.isEmpty() ? "" : " (" + day + ")");
  }

  private String day(Turn turn) {
    return turn.day() == null ? "" : names.day(turn.day());
  }

  /** Who agreed or objected last, of those who must agree. */
  private String answers() {
    Map<String, Turn> last = new LinkedHashMap<>();
    one.since(Kind.REOPENED)
        .filter(turn -> turn.kind() == Kind.AGREED || turn.kind() == Kind.OBJECTED)
        .forEach(turn -> last.put(turn.about(), turn));
    return joined(
        last.values().stream()
            .map(turn ->
                names.owner(turn.about())
                    + ": "
                    + names.word("decisions.answer.", turn.kind().word())));
  }

  private String may(Turn turn) {
    return dated(turn.about(), turn) + ": " + turn.words();
  }

  private String rated(Turn turn) {
    return names.rated(turn.about(), Rating.answers(turn.words()));
  }

  private String review(Review review) {
    List<String> votes =
        review.votes().entrySet().stream()
            .map(vote ->
                names.owner(vote.getKey())
                    + ": "
                    + names.word(
                        "decisions.vote.", Review.isFor(vote.getValue()) ? "for" : "against"))
            .toList();
    String verdict = names.word("decisions.verdict.", review.verdict());
    return Stream.of(List.of(names.council(review.council())), votes, List.of(verdict))
        .flatMap(List::stream)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String wake(Turn turn) {
    return Limit.of(turn).map(limit -> names.limit(limit, one)).orElse(day(turn));
  }

  private String successor() {
    return one.state() == State.SUPERSEDED
        ? one.last(Kind.SUPERSEDED).map(turn -> names.decision(turn.about())).orElse("")
        : "";
  }

  private String rule(Rule rule) {
    return names.limit(rule.limit(), one) + ": " + rule.then();
  }

  private String standard(Standard standard) {
    return standard.says() + dated(standard.owner(), standard.review());
  }

  private String exempt(Exemption one) {
    return one.what() + dated(one.owner(), one.until());
  }

  private String dated(String owner, @Nullable LocalDate day) {
    return " (" + names.owner(owner) + (day == null ? "" : ", " + names.day(day)) + ")";
  }
}
