package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes into a record what changed between two drafts of it, and leaves everything else. */
final class Rewriting {
  private static final String SUPERSEDED = "superseded by ";
  private final AdrDraft then;
  private final AdrDraft now;
  private Adr adr;

  Rewriting(Adr adr, AdrDraft then, AdrDraft now) {
    this.adr = adr;
    this.then = then;
    this.now = now;
  }

  Adr rewritten() {
    if (differs(AdrDraft::title)) {
      adr = new Body(adr).titled(now.title());
    }
    text(SectionKind.CONTEXT, AdrDraft::context);
    if (differs(AdrDraft::drivers)) {
      adr = new Body(adr).saying(SectionKind.DRIVERS, Writing.items(now.drivers()));
    }
    options();
    text(SectionKind.CONSEQUENCES, AdrDraft::consequences);
    text(SectionKind.CONFIRMATION, AdrDraft::confirmation);
    if (differs(AdrDraft::moreInformation)) {
      adr = new Body(adr).adding(added(then.moreInformation(), now.moreInformation()));
    }
    names(Field.DECISION_MAKERS, AdrDraft::decisionMakers);
    names(Field.CONSULTED, AdrDraft::consulted);
    names(Field.INFORMED, AdrDraft::informed);
    status();
    return adr;
  }

  private boolean differs(Function<AdrDraft, Object> part) {
    return !part.apply(then).equals(part.apply(now));
  }

  private void text(SectionKind kind, Function<AdrDraft, String> part) {
    if (!part.apply(then).equals(part.apply(now))) {
      adr = new Body(adr).saying(kind, Written.shown(part.apply(now)));
    }
  }

  private void status() {
    if (differs(AdrDraft::status)) {
      String says = now.status();
      adr =
          says.startsWith(SUPERSEDED)
              ? adr.with(Field.SUPERSEDED_BY, List.of(says.substring(SUPERSEDED.length())))
              : adr.with(Field.STATUS, List.of(asBefore(says)));
      if (!now.date().isEmpty() && differs(AdrDraft::date)) {
        adr = adr.with(Field.DATE, List.of(now.date()));
      }
    }
  }

  /** With a capital where the file has one. */
  private String asBefore(String status) {
    String before = adr.head().statusWords();
    boolean large =
        before.isEmpty()
            ? adr.head().dialect() == Dialect.NYGARD
            : Character.isUpperCase(before.charAt(0));
    return large ? Character.toUpperCase(status.charAt(0)) + status.substring(1) : status;
  }

  /** Names that came are added to those of the file, those that went are taken away. */
  private void names(Field field, Function<AdrDraft, List<String>> part) {
    if (!part.apply(then).equals(part.apply(now))) {
      List<String> names = new ArrayList<>(adr.words(field));
      names.removeAll(less(part.apply(then), part.apply(now)));
      less(part.apply(now), part.apply(then)).stream()
          .filter(name -> !names.contains(name))
          .forEach(names::add);
      adr = adr.with(field, names);
    }
  }

  private static List<String> less(List<String> all, List<String> without) {
    return all.stream().filter(one -> !without.contains(one)).toList();
  }

  private static String added(String then, String now) {
    return now.startsWith(then) ? now.substring(then.length()).strip() : now;
  }

  private void options() {
    if (!unchosen(then).equals(unchosen(now))) {
      List<Option> all = now.options().stream().map(this::known).toList();
      adr = new Body(adr).weighing(all);
    }
    if (differs(AdrDraft::because) || !chosen(then).equals(chosen(now))) {
      adr = new Body(adr).saying(SectionKind.OUTCOME, Writing.outcome(now));
    }
  }

  private static List<Option> unchosen(AdrDraft draft) {
    return draft.options().stream().map(one -> one.with(false)).toList();
  }

  private static List<String> chosen(AdrDraft draft) {
    return draft.options().stream().filter(Option::chosen).map(Option::title).toList();
  }

  /** An option as the file has it, where nobody changed it; its text always. */
  private Option known(Option option) {
    for (Option there : adr.options()) {
      if (Written.line(there.title()).equals(option.title())) {
        return unchosen(then).contains(option.with(false))
            ? there.with(option.chosen())
            : new Option(
                there.title(),
                there.text(),
                option.good(),
                option.neutral(),
                option.bad(),
                option.chosen());
      }
    }
    return option;
  }
}
