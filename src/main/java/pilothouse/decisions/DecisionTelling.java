package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Named;
import pilothouse.text.Texts;
import pilothouse.verdicts.Prediction;
import pilothouse.web.Caller;

/** Tells a decision to somebody. */
record DecisionTelling(Docket docket, DecisionShelf shelf, Caller caller) {
  private static final Set<Kind> VOICES =
      Set.of(Kind.ADVICE, Kind.DISSENT, Kind.AGREED, Kind.OBJECTED);

  DecisionTold told(Decision one) {
    Words words = one.words();
    Optional<Turn> chosen = one.chosen();
    return new DecisionTold(
        one.id(),
        one.number(),
        one.place().text(),
        words.title(),
        words.question(),
        words.drivers(),
        options(words),
        words.consequences(),
        words.confirmation(),
        words.wayBack(),
        one.state().word(),
        docket.promises().owners().name(one.decider()),
        chosen.map(Turn::about).filter(option -> !option.isEmpty()).orElse(null),
        chosen.map(turn -> turn.kind().word()).orElse(null),
        chosen.map(turn -> Texts.anew(turn.words())).orElse(null),
        chosen.map(Turn::at).orElse(null),
        clocked(one, turn -> day(turn)),
        clocked(one, turn -> turn.about().isEmpty() ? null : turn.about()),
        weighed(one, Weighed::won),
        weighed(one, Weighed::lost),
        weighed(one, Weighed::note),
        Ranked.isAgainst(docket, one),
        new Affects(docket, shelf.costs(), caller).told(one),
        parts(one),
        voices(one),
        new WakeTelling(docket, shelf, caller).all(one),
        predictions(one),
        sizes(one),
        review(one),
        Rewrite.of(docket, one).map(each -> each.told(caller)).orElse(null),
        new HeldParts(docket, shelf, caller).told(one),
        supersedes(one),
        supersededBy(one),
        new FileBoard(docket, shelf, caller).told(one),
        one.address());
  }

  /** What its clock says; null where it has none. */
  private static @Nullable String clocked(Decision one, Function<Turn, @Nullable String> says) {
    Turn clock = one.clock();
    return clock == null ? null : says.apply(clock);
  }

  private static @Nullable String weighed(Decision one, Function<Weighed, String> says) {
    Weighed weighed = one.weighed();
    return weighed == null ? null : says.apply(weighed);
  }

  private static List<DecisionTold.Option> options(Words words) {
    return words.options().stream()
        .map(one -> new DecisionTold.Option(one.name(), one.good(), one.bad(), one.neutral()))
        .toList();
  }

  private static @Nullable String day(Turn turn) {
    LocalDate day = turn.day();
    return day == null ? null : day.toString();
  }

  private List<DecisionTold.Part> parts(Decision one) {
    List<Turn> parts =
        Stream.concat(one.parts().all().stream(), one.delegates(docket.today()).stream()).toList();
    var names = docket.promises().owners().names(parts.stream().map(Turn::about).toList());
    return parts.stream()
        .map(part ->
            new DecisionTold.Part(
                names.getOrDefault(part.about(), part.about()),
                part.kind().word(),
                day(part),
                part.kind() == Kind.DELEGATED ? part.words() : null))
        .toList();
  }

  List<DecisionTold.Voice> voices(Decision one) {
    return one.turns().stream()
        .filter(turn -> VOICES.contains(turn.kind()))
        .map(turn ->
            new DecisionTold.Voice(
                turn.kind().word(), turn.words(), by(one, turn), names(turn), turn.at()))
        .toList();
  }

  /** Those in whose name it was said. */
  private List<String> names(Turn voice) {
    return voice.about().lines().map(docket.promises().owners()::name).toList();
  }

  /** What whoever did something is called to the caller. */
  String by(Decision one, Turn turn) {
    return Named.by(caller, one.place(), turn.who(), turn.whoName());
  }

  List<DecisionTold.Foretold> predictions(Decision one) {
    return docket.verdicts().about(Decision.SUBJECT + one.id()).stream()
        .filter(prediction -> prediction.isFor(caller))
        .map(this::foretold)
        .toList();
  }

  private DecisionTold.Foretold foretold(Prediction one) {
    String verdict =
        one.withdrawn() == null ? docket.verdicts().judge(one).verdict().word() : "withdrawn";
    return new DecisionTold.Foretold(one.says(), one.judgedOn().toString(), verdict, one.address());
  }

  private List<DecisionTold.Size> sizes(Decision one) {
    return new Sizing(docket, one)
        .sized().stream()
            .map(Sizing.Sized::rating)
            .map(rating ->
                new DecisionTold.Size(
                    rating.sheet(),
                    rating.version(),
                    rating.words().lines().toList(),
                    rating.least().name(),
                    rating.most().name(),
                    rating.most().signs(),
                    rating.most().reviewed().orElse(null)))
            .toList();
  }

  private DecisionTold.@Nullable Reviewed review(Decision one) {
    return Review.of(one)
        .map(review ->
            new DecisionTold.Reviewed(
                new CouncilDesk(docket).find(review.council()).map(Council::title).orElse(""),
                review.since(),
                review.verdict(),
                review.votes(true),
                review.votes(false)))
        .orElse(null);
  }

  private List<Integer> supersedes(Decision one) {
    return shelf
        .seen(docket.storage(), caller)
        .filter(other -> other.state() == State.SUPERSEDED)
        .filter(other -> other.last(Kind.SUPERSEDED).map(Turn::about).orElse("").equals(one.id()))
        .map(Decision::number)
        .toList();
  }

  private @Nullable Integer supersededBy(Decision one) {
    return one.state() != State.SUPERSEDED
        ? null
        : one.last(Kind.SUPERSEDED)
            .flatMap(turn -> shelf.find(docket.storage(), turn.about(), caller))
            .map(Decision::number)
            .orElse(null);
  }
}
