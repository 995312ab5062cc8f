package pilothouse.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.facts.Told;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Json;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** What sources said, statement by statement, for programs; without the names of people. */
final class FactAnswers {
  private static final int USUAL = 200;
  private static final int MOST = 1_000;

  /** Begins the keys of what was told with an id of its own. */
  private static final String OWN = "own:";

  /** Components that name people, which are told to nobody here. */
  private static final Set<String> PERSONAL = Set.of("author", "reviewer");

  private static final Map<String, Class<? extends Fact>> KINDS = kinds();
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w/@])[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+(?!:)");

  private final Supplier<Ground> ground;

  FactAnswers(Supplier<Ground> ground) {
    this.ground = ground;
  }

  private static Map<String, Class<? extends Fact>> kinds() {
    Map<String, Class<? extends Fact>> kinds = new LinkedHashMap<>();
    kinds.put("deployments", Deployment.class);
    kinds.put("changes", ChangeRequest.class);
    kinds.put("reviews", Review.class);
    kinds.put("builds", Build.class);
    kinds.put("incidents", Incident.class);
    kinds.put("measurements", Measurement.class);
    kinds.put("work-items", WorkItem.class);
    kinds.put("tests", TestCase.class);
    kinds.put("pushes", Push.class);
    return kinds;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1/facts/{kind}", this::answer)
            .telling(
                Telling.of(
                        "What sources said of "
                            + String.join(", ", KINDS.keySet())
                            + ", in the order in which it was heard")
                    .with("cursor", "where the page before ended")
                    .withNumber("limit", "how many at most, up to 1000; usually 200")
                    .gives(Page.class)));
  }

  /**
   * A page of statements.
   *
   * @param next the cursor of the next page; the same again when nothing more was said
   */
  public record Page(String kind, List<Statement> facts, String next, boolean more) {}

  /**
   * What one source said of one thing, by the names that {@code POST /in/…} takes; what it did not
   * speak of is left out. What was told with an id of its own has that as {@code id}.
   */
  public record Statement(String source, Map<String, Object> fact) {}

  private Answer answer(Request request) {
    String name = request.part("kind");
    Class<? extends Fact> kind = KINDS.get(name);
    if (kind == null) {
      throw new NotFound(
          Texts.say("delivery.fact-answers.there-are-no-facts", name),
          Texts.say(
              "delivery.fact-answers.ask-for-one-of",
              String.join(", ", new TreeSet<>(KINDS.keySet()))));
    }
    int limit = request.number("limit", USUAL);
    if (limit > MOST) {
      throw Refused.bad(
          Texts.say("delivery.fact-answers.the-limit-is-not", MOST, limit),
          Texts.say("delivery.fact-answers.ask-page-by-page"));
    }
    long cursor = cursor(request.query("cursor"));
    return new Answer.Json(page(name, kind, cursor, limit));
  }

  private <F extends Fact> Page page(String name, Class<F> kind, long cursor, int limit) {
    List<Told<F>> told = ground.get().facts().told(kind, cursor, limit + 1);
    boolean more = told.size() > limit;
    List<Told<F>> shown = more ? told.subList(0, limit) : told;
    long next = shown.isEmpty() ? cursor : shown.getLast().seq();
    List<Statement> facts = new ArrayList<>();
    shown.forEach(one -> facts.add(new Statement(one.source(), components(one.fact()))));
    return new Page(name, facts, String.valueOf(next), more);
  }

  private static long cursor(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    if (!text.matches("\\d{1,18}")) {
      throw Refused.bad(
          Texts.say("delivery.fact-answers.is-not-a-cursor", text),
          Texts.say("delivery.fact-answers.use-the-next-of"));
    }
    return Long.parseLong(text);
  }

  private static Map<String, Object> components(Fact fact) {
    Map<String, Object> components = new LinkedHashMap<>();
    if (fact.key().startsWith(OWN)) {
      components.put("id", fact.key().substring(OWN.length()));
    }
    for (var component : fact.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(fact);
        if (value != null && !PERSONAL.contains(component.getName())) {
          components.put(Json.name(component.getName()), plain(value));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return components;
  }

  private static Object plain(Object value) {
    if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    }
    return switch (value) {
      case Instant at -> at.toString();
      case CommitRef commit -> commit(commit);
      case List<?> many -> many.stream().map(FactAnswers::plain).toList();
      case String text -> ADDRESS.matcher(text).replaceAll("(an address)");
      default -> value;
    };
  }

  /** A commit with the names that {@code POST /in/change} takes. */
  private static Map<String, Object> commit(CommitRef commit) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", commit.revision());
    Instant authored = commit.authoredAt();
    if (authored != null) {
      told.put("authored_at", authored.toString());
    }
    return told;
  }
}
