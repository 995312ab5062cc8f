package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.decisions.adr.AdrDraft;
import pilothouse.decisions.adr.Option;
import pilothouse.journal.Named;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * A decision as a file would say it.
 *
 * @param links how a file calls another decision, by its id
 */
record Drafted(Docket docket, Caller caller, Function<String, String> links) {

  /** Whoever works on a machine of one's own, without an account. */
  private static final String NOBODY = "local";

  private static final Set<Kind> VOICES =
      Set.of(Kind.ADVICE, Kind.DISSENT, Kind.AGREED, Kind.OBJECTED);

  AdrDraft of(Decision one) {
    Words words = one.words();
    Choice chosen = one.choice();
    return new AdrDraft(
        words.title(),
        status(one),
        day(one),
        names(one, Kind.DECIDES),
        names(one, Kind.CONSULTED),
        names(one, Kind.INFORMED),
        words.question(),
        words.drivers(),
        words.options().stream()
            .map(option ->
                new Option(
                    option.name(),
                    "",
                    option.good(),
                    option.neutral(),
                    option.bad(),
                    option.equals(chosen)))
            .toList(),
        one.chosen().map(Turn::words).map(Texts::anew).orElse(""),
        words.consequences(),
        words.confirmation(),
        String.join("\n", said(one)));
  }

  /** As it is when it is written for the first time: with what a file of another hand has not. */
  AdrDraft whole(Decision one) {
    AdrDraft draft = of(one);
    String back = Texts.say("decisions.way-back." + one.words().wayBack()) + ".";
    return new AdrDraft(
        draft.title(),
        draft.status(),
        draft.date(),
        draft.decisionMakers(),
        draft.consulted(),
        draft.informed(),
        draft.context(),
        draft.drivers(),
        draft.options(),
        draft.because(),
        draft.consequences(),
        draft.confirmation(),
        draft.moreInformation().isEmpty() ? back : back + "\n\n" + draft.moreInformation());
  }

  private String status(Decision one) {
    return switch (one.state()) {
      case UNKNOWN -> "";
      case PROPOSED -> "proposed";
      case ACCEPTED, WOKEN -> "accepted";
      case REJECTED -> "rejected";
      case SUPERSEDED -> superseded(one.last(Kind.SUPERSEDED).map(Turn::about).orElse(""));
    };
  }

  private String superseded(String by) {
    String link = by.isEmpty() ? "" : links.apply(by);
    return link.isEmpty() ? "superseded" : "superseded by " + link;
  }

  /** The day since which it stands as it does. */
  private String day(Decision one) {
    Optional<Turn> last =
        one.last(kind ->
            List.of(Kind.DECIDED, Kind.DEFAULTED, Kind.REJECTED, Kind.REOPENED, Kind.SUPERSEDED)
                .contains(kind));
    return LocalDate.ofInstant(last.map(Turn::at).orElse(one.now().at()), docket.zone()).toString();
  }

  private List<String> names(Decision one, Kind part) {
    return one.having(part).stream()
        .filter(owner -> !owner.equals(NOBODY))
        .map(docket.promises().owners()::name)
        .filter(name -> !name.isBlank())
        .toList();
  }

  /** Advice, dissent and what else was said of it, in its order. */
  private List<String> said(Decision one) {
    List<String> said = new ArrayList<>();
    for (Turn turn : one.turns()) {
      switch (turn.kind()) {
        case AGREES -> said.add(line(word("decisions.part.agrees"), by(one, turn, ""), name(turn)));
        case RELEASED -> released(turn).ifPresent(what -> said.add(what));
        case ADVICE, DISSENT, AGREED, OBJECTED, WEIGHED, WOKEN, AFFIRMED, REOPENED ->
            said.add(line(one, turn));
        case AFFECTS, SPARED ->
            AffectedLines.called(one, turn)
                .ifPresent(what -> said.add(line(what, day(turn), turn.about())));
        default -> {}
      }
    }
    return said;
  }

  private String line(Decision one, Turn turn) {
    String words =
        turn.kind() == Kind.WEIGHED
            ? Weighed.of(turn).won() + " > " + Weighed.of(turn).lost()
            : Texts.anew(turn.words());
    boolean isVoice = VOICES.contains(turn.kind());
    return line(
        word("decisions.turn." + turn.kind().word()),
        by(one, turn, isVoice ? name(turn) : ""),
        words);
  }

  /** That somebody's agreement is not needed any more. */
  private Optional<String> released(Turn turn) {
    List<String> parts = Standing.parts(turn, 2);
    String name = docket.promises().owners().name(parts.getFirst());
    return parts.get(1).equals("agrees")
        ? Optional.of(
            line(word("decisions.part.agrees-no-more"), day(turn), name + ": " + turn.words()))
        : Optional.empty();
  }

  private static String word(String key) {
    return Texts.say(key);
  }

  /** Those in whose name it was said, or whose part it is. */
  private String name(Turn turn) {
    return turn.about()
        .lines()
        .filter(owner -> !owner.equals(NOBODY))
        .map(docket.promises().owners()::name)
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** When, by whom and in whose name; whoever is not signed in is nobody to a repository. */
  private String by(Decision one, Turn turn, String names) {
    String who = Named.by(caller, one.place(), turn.who(), turn.whoName());
    String named = names.isEmpty() ? "" : Texts.say("decisions.voice.for", names);
    return Stream.of(day(turn), turn.who().equals(NOBODY) ? "" : who, named)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String day(Turn turn) {
    return LocalDate.ofInstant(turn.at(), docket.zone()).toString();
  }

  private static String line(String what, String by, String words) {
    String plain = Spoken.plain(words).replaceAll("\\s+", " ");
    return ("* " + what + " (" + by + "): " + plain).strip();
  }
}
