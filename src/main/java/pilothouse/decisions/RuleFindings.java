package pilothouse.decisions;

import static pilothouse.findings.Finding.Severity.ACT;
import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Rules whose condition holds, rules that cannot be told, and exemptions that ended. */
final class RuleFindings implements Source {
  /** So long one is told that an exemption ended. */
  private static final int TOLD_DAYS = 14;

  /** So many pieces of work stand in the sentence. */
  private static final int IN_SENTENCE = 3;

  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  RuleFindings(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  @Override
  public List<Finding> found(Instant now) {
    Docket here = docket.get();
    List<Decision> held =
        shelf.all(here.storage()).stream().filter(one -> one.state().isInForce()).toList();
    return Stream.concat(
            Rule.of(held.stream()).flatMap(rule -> found(here, rule).stream()),
            held.stream().flatMap(one -> ended(here, one)))
        .toList();
  }

  private Optional<Finding> found(Docket here, Rule rule) {
    RuleRead read = shelf.rules().read(here, rule);
    return switch (read.state()) {
      case ON -> Optional.of(fires(here, rule, read));
      case UNKNOWN -> Optional.of(unknown(here, rule, read));
      case OFF -> Optional.empty();
    };
  }

  /** Those who may look at a repository need not see all that lives in it: no work is named. */
  private static Finding fires(Docket here, Rule rule, RuleRead read) {
    Decision of = rule.decision();
    boolean isNamed = of.place().kind() != Where.Kind.REPOSITORY;
    Touching touching = Touching.of(here, rule, _ -> true);
    List<String> says = new ArrayList<>();
    says.add(condition(here, rule, read));
    says.add(Texts.say("decisions.found.then." + rule.force(), rule.sentence()));
    says.add(touched(touching, isNamed));
    says.addAll(exempt(here, rule));
    List<String> evidence =
        isNamed ? touching.first().stream().map(Ground.Open::name).toList() : List.of();
    return finding("decision-rule-fires", rule, String.join(" ", says), rule.holds())
        .weighing(rule.holds() ? 0.8 : 0.5)
        .showing(rule.isElsewhere() ? "" : read.page())
        .because(evidence);
  }

  private static String condition(Docket here, Rule rule, RuleRead read) {
    Decision of = rule.decision();
    return rule.isElsewhere()
        ? Texts.say("decisions.found.rule-elsewhere", of.name(), of.title())
        : Texts.say(
            "decisions.found.rule", of.name(), of.title(), rule.limit().says(here), read.says());
  }

  private static String touched(Touching touching, boolean isNamed) {
    if (touching.all() == 0) {
      return Texts.say("decisions.found.touches-none");
    }
    if (!isNamed) {
      return Texts.counted("decisions.found.touches-some", touching.all());
    }
    List<String> names =
        touching.first().stream().limit(IN_SENTENCE).map(Ground.Open::name).toList();
    int more = touching.all() - names.size();
    String named = String.join("; ", names);
    return more == 0
        ? Texts.say("decisions.found.touches", named)
        : Texts.counted("decisions.found.touches-more", more, named);
  }

  private static List<String> exempt(Docket here, Rule rule) {
    return Exemption.from(rule.decision(), rule.number()).stream()
        .filter(one -> one.runs(here.today()))
        .map(one -> Texts.say("decisions.found.exempt", named(one), Say.day(one.until())))
        .toList();
  }

  private static String named(Exemption one) {
    return one.system().isEmpty() ? one.what() : one.system() + ": " + one.what();
  }

  private static Finding unknown(Docket here, Rule rule, RuleRead read) {
    Decision of = rule.decision();
    String says =
        rule.isElsewhere()
            ? Texts.say("decisions.found.rule-unknown-elsewhere", of.name(), of.title())
            : Texts.say(
                "decisions.found.rule-unknown",
                of.name(),
                of.title(),
                rule.limit().says(here),
                Say.sentence(read.why().replaceAll("\\.$", "")));
    return finding("decision-rule-unknown", rule, says, false).weighing(0.5);
  }

  private static Finding finding(String kind, Rule rule, String says, boolean isUrgent) {
    Decision of = rule.decision();
    return Finding.of(
        kind, isUrgent ? ACT : LOOK, says, of.id() + " " + rule.number(), of.place(), of.address());
  }

  private static Stream<Finding> ended(Docket here, Decision of) {
    LocalDate today = here.today();
    List<Exemption> all = Exemption.all(of).toList();
    return all.stream()
        .filter(one -> !one.runs(today) && one.until().plusDays(TOLD_DAYS).isAfter(today))
        .filter(one -> all.stream().noneMatch(other -> other.follows(one)))
        .filter(one -> stands(of, one.of()))
        .map(one ->
            Finding.of(
                    "decision-exemption-ended",
                    LOOK,
                    Texts.say(
                        "decisions.found.exemption-ended",
                        named(one),
                        of.name(),
                        of.title(),
                        Say.day(one.until())),
                    of.id() + " " + one.turn().number(),
                    of.place(),
                    of.address())
                .begun(one.until().plusDays(1).atStartOfDay(here.zone()).toInstant())
                .owed(one.owner())
                .weighing(0.5));
  }

  private static boolean stands(Decision of, int number) {
    String asked = String.valueOf(number);
    return Standing.find(of, Turn.Kind.RULE, asked).isPresent()
        || Standing.find(of, Turn.Kind.STANDARD, asked).isPresent();
  }
}
