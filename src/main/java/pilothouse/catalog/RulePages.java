package pilothouse.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.NamesSeen;
import pilothouse.journal.Asked;
import pilothouse.journal.Named;
import pilothouse.journal.Shown;
import pilothouse.systems.Rule;
import pilothouse.systems.RuleBook;
import pilothouse.systems.Rules;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The rules about names: in their order, with what each decides, and a form to try a name. */
final class RulePages {
  private final Supplier<Kept> source;

  RulePages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/rules", this::all),
        Route.change("/rules", this::add),
        Route.change("/rules/{rule}/end", this::end),
        Route.change("/rules/{rule}/move", this::move),
        Route.read("/api/v1/rules/try", this::tried)
            .telling(
                Telling.of("What names would mean, and by which rule.")
                    .with("service", "a service as a source names it, or labels as key=value")
                    .with("repository", "owner/name, or a URL")
                    .with("path", "a path in that repository")
                    .with("environment", "an environment's name")
                    .with("branch", "a branch's name")
                    .givesMany(TrialAnswer.class)));
  }

  private Answer all(Request request) {
    Kept kept = source.get();
    Rules rules = kept.systems().rules();
    NamesSeen.Names names = kept.seen().now();
    Map<String, List<String>> matches = new Trial(rules).matches(names);
    Days days = new Days(kept.zone());
    List<RuleRow> rows =
        rules.all().stream()
            .map(rule ->
                row(rule, matches.getOrDefault(Trial.key(rule), List.of()), days, request.caller()))
            .toList();
    int seen =
        names.services().size()
            + names.repositories().size()
            + names.environments().size()
            + names.branches().size();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rows", rows);
    values.put("seen", seen);
    values.put("answers", answers(rules, request));
    for (String name : List.of("service", "repository", "path", "environment", "branch")) {
      String asked = request.query(name);
      values.put(name, asked == null ? "" : asked);
    }
    values.put(
        "last", Shown.last(kept.journal(), Asked.about("rule", ""), request.caller(), kept.zone()));
    values.put("systems", rules.systems());
    values.put("kinds", Arrays.stream(Rule.Kind.values()).map(Rule.Kind::word).toList());
    return Answer.page("catalog/rules", Texts.say("catalog.rule-pages.rules-about-names"), values);
  }

  private static RuleRow row(Rule rule, List<String> matched, Days days, Caller caller) {
    var at = rule.at();
    String when = at == null ? "" : ", " + days.time(at);
    String why = rule.why().isEmpty() ? "" : ": " + rule.why();
    return new RuleRow(
        rule.id(),
        Texts.say("systems.rules.kind." + rule.kind().word()),
        rule.takes(),
        String.join(", ", rule.listed()),
        rule.folder(),
        rule.tells(),
        rule.isDefault()
            ? Texts.say("catalog.rule-pages.comes-along")
            : Named.by(caller, Where.ORGANISATION, rule.by()) + when + why,
        rule.isDefault(),
        matched.stream().limit(5).toList(),
        matched.size());
  }

  private static List<TrialAnswer> answers(Rules rules, Request request) {
    return new Trial(rules)
        .answers(
            asked(request, "service"),
            asked(request, "repository"),
            asked(request, "path"),
            asked(request, "environment"),
            asked(request, "branch"));
  }

  /** What was asked by that name; null where nothing was. */
  private static @Nullable String asked(Request request, String name) {
    String text = request.query(name);
    return text == null || text.isBlank() ? null : text;
  }

  private Answer tried(Request request) {
    if (Stream.of("service", "repository", "environment", "branch")
        .allMatch(name -> asked(request, name) == null)) {
      throw Refused.bad(
          Texts.say("catalog.rule-pages.name-something-to-try"),
          Texts.say("catalog.rule-pages.add-service-repository-environment"));
    }
    return new Answer.Json(answers(source.get().systems().rules(), request));
  }

  private Answer add(Request request) {
    Kept kept = source.get();
    RuleBook.Draft draft =
        new RuleBook.Draft(
            kind(request.form("kind")),
            request.typed("pattern"),
            request.typed("folder"),
            request.typed("target"));
    kept.catalogue().rules().add(draft, Forms.said(request));
    return new Answer.Redirect("/rules");
  }

  private static Rule.Kind kind(@Nullable String word) {
    for (Rule.Kind kind : Rule.Kind.values()) {
      if (word != null && kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw Refused.bad(
        Texts.say("catalog.rule-pages.there-is-no-such"),
        Texts.say("catalog.rule-pages.choose-one-of-the"));
  }

  private Answer end(Request request) {
    source.get().catalogue().rules().end(request.part("rule"), Forms.said(request));
    return new Answer.Redirect("/rules");
  }

  private Answer move(Request request) {
    boolean up = request.typed("to").equals("up");
    source.get().catalogue().rules().move(request.part("rule"), up, Forms.said(request));
    return new Answer.Redirect("/rules");
  }
}
