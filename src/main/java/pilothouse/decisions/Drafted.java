package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pilothouse.decisions.Turn.Kind;
import pilothouse.decisions.adr.AdrDraft;
import pilothouse.decisions.adr.Option;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * A decision as a file would say it.
 *
 * @param links how a file calls another decision, by its id
 */
record Drafted(Docket docket, Caller caller, Function<String, String> links) {

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
        .map(docket.promises().owners()::name)
        .filter(name -> !name.isBlank())
        .toList();
  }

  /** Advice, dissent and what else was said of it, in its order. */
  private List<String> said(Decision one) {
    List<String> said = new ArrayList<>();
    for (Turn turn : one.turns()) {
      switch (turn.kind()) {
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
    String by =
        day(turn)
            + ", "
            + pilothouse.journal.Named.by(caller, one.place(), turn.who(), turn.whoName());
    return line(Texts.say("decisions.turn." + turn.kind().word()), by, words);
  }

  private String day(Turn turn) {
    return LocalDate.ofInstant(turn.at(), docket.zone()).toString();
  }

  private static String line(String what, String by, String words) {
    return "* " + what + " (" + by + "): " + words.replaceAll("\\s+", " ").strip();
  }
}
