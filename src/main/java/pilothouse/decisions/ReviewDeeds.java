package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** What is done so that large decisions are reviewed, and small ones are not. */
final class ReviewDeeds {
  /** So long a council has for one, usually. */
  private static final int DAYS = 14;

  private final DecisionDeeds.Change change;
  private final DecisionDeeds.Change say;

  ReviewDeeds(DecisionDeeds.Change change, DecisionDeeds.Change say) {
    this.change = change;
    this.say = say;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(change.of("rating", "Answers a rubric", Wanted.Rated.class, this::rate));
    all.addAll(
        change.of("review", "Asks a council to review it", Wanted.Routed.class, this::route));
    all.addAll(
        change.of(
            "rewrite", "Says whether it is a large rewrite", Asked.Rewriting.class, this::rewrite));
    all.addAll(say.of("votes", "Votes for a member of its council", Wanted.Vote.class, this::vote));
    return all;
  }

  private Decision rate(Decision decision, Deciding by, Request request, Sent sent) {
    DecisionDeeds.mustBeOpen(decision);
    Sheets sheets = new Sheets(by.docket());
    String typed = sent.needed("rubric", 100);
    Sheet sheet =
        sheets
            .find(typed)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("decisions.rubric.none", typed),
                        Texts.say("decisions.rubric.choose"))
                    .at("rubric"));
    Rating rating = sheet.rate(answers(sheet, decision, sent));
    Decision after = by.turn(decision, Kind.RATED, mark(rating), rating.words(), null);
    return rating.isSure() ? reviewed(after, by, rating.most()) : after;
  }

  private Decision rewrite(Decision decision, Deciding by, Request request, Sent sent) {
    String is = sent.among("rewrite", RewriteBoard.WORDS);
    return by.turn(decision, Kind.REWRITE, is, sent.needed("why", 500), null);
  }

  /** How a turn names the version of a rubric that was answered. */
  private static String mark(Rating rating) {
    return rating.sheet() + "@" + rating.version();
  }

  private static Map<String, Boolean> answers(Sheet sheet, Decision decision, Sent sent) {
    Map<String, Boolean> answers = new TreeMap<>();
    for (String line : sent.lines("answers", Sheet.MOST, 60)) {
      answers(sheet, line, answers);
    }
    for (Question one : sheet.questions()) {
      String answer = sent.text("answer." + one.key(), 10);
      if (!answer.isEmpty()) {
        answers(sheet, one.key() + " " + answer, answers);
      }
    }
    answers.remove(Question.IRREVERSIBLE);
    if (answers.isEmpty()) {
      throw Refused.unfit(
              Texts.say("decisions.rubric.unanswered"), Texts.say("decisions.rubric.write-answer"))
          .at("answers");
    }
    String wayBack = decision.words().wayBack();
    if (sheet.question(Question.IRREVERSIBLE).isPresent() && !wayBack.equals("unknown")) {
      answers.put(Question.IRREVERSIBLE, wayBack.equals("none"));
    }
    return answers;
  }

  private static void answers(Sheet sheet, String line, Map<String, Boolean> into) {
    String[] parts = line.split("\\s+", 2);
    boolean isAnswer = parts.length == 2 && List.of("yes", "no").contains(parts[1]);
    if (!isAnswer || sheet.question(parts[0]).isEmpty()) {
      throw Refused.unfit(
              Texts.say("decisions.rubric.no-answer", line),
              Texts.say("decisions.rubric.write-answer"))
          .at("answers");
    }
    into.put(parts[0], parts[1].equals("yes"));
  }

  /** Asks the council that the class wants; what needs no review waits for none. */
  private Decision reviewed(Decision decision, Deciding by, Grade grade) {
    if (Review.of(decision).isPresent()) {
      return decision;
    }
    return grade
        .reviewed()
        .flatMap(topic -> new CouncilDesk(by.docket()).answering(topic, decision.place()))
        .map(council -> asked(decision, by, council, grade.name()))
        .orElse(decision);
  }

  private static Decision asked(Decision decision, Deciding by, Council council, String why) {
    LocalDate due = by.docket().today().plusDays(DAYS);
    return by.route(decision, council, why, due);
  }

  private Decision route(Decision decision, Deciding by, Request request, Sent sent) {
    DecisionDeeds.mustBeOpen(decision);
    String typed = sent.needed("council", 200);
    Council council =
        new CouncilDesk(by.docket())
            .seen(request.caller())
            .filter(one -> one.id().equals(typed) || one.title().equalsIgnoreCase(typed))
            .filter(one -> reaches(one.place(), decision.place()))
            .findFirst()
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("decisions.council.none", typed),
                        Texts.say("decisions.council.choose"))
                    .at("council"));
    return asked(decision, by, council, sent.text("why", 500));
  }

  private static boolean reaches(Where council, Where decision) {
    return council.equals(Where.ORGANISATION) || council.equals(decision);
  }

  private Decision vote(Decision decision, Deciding by, Request request, Sent sent) {
    DecisionDeeds.mustBeOpen(decision);
    Review review =
        Review.of(decision)
            .orElseThrow(() ->
                Refused.conflict(
                    Texts.say("decisions.vote.no-review"), Texts.say("decisions.vote.ask-first")));
    Council council = new CouncilDesk(by.docket()).find(review.council()).orElseThrow(Docket::gone);
    String owner = DecisionDeeds.owner(by.docket(), sent.needed("owner", 200));
    if (!council.members().contains(owner)) {
      throw Refused.unfit(
              Texts.say("decisions.vote.no-member", council.title()),
              Texts.say("decisions.vote.member"))
          .at("owner");
    }
    if (!new Rights(by.docket(), decision, request.caller()).isOne(owner)) {
      throw Refused.forbidden(Texts.say("decisions.vote.other"), Texts.say("decisions.right.ask"));
    }
    String vote = sent.among("vote", List.of("for", "against"));
    String why =
        vote.equals("against") ? sent.needed("why", DecisionDeeds.TEXT) : sent.text("why", 4_000);
    Decision after = by.turn(decision, Kind.VOTED, owner, (vote + " " + why).strip(), null);
    return counted(after, by, council);
  }

  private static Decision counted(Decision decision, Deciding by, Council council) {
    Review now = Review.of(decision).orElseThrow();
    String verdict = now.counted(council.quorum());
    if (verdict.isEmpty() || verdict.equals(now.verdict())) {
      return decision;
    }
    by.kept(decision, Decisions.REVIEW, "");
    String words = verdict + " " + now.votes(true) + ":" + now.votes(false);
    return by.turn(decision, Kind.REVIEWED, council.id(), words, null);
  }
}
