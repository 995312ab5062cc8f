package pilothouse.decisions.adr;

import java.util.List;

/** Writes a decision as MADR 4. */
final class Writing {
  private final AdrDraft draft;
  private final StringBuilder out = new StringBuilder();

  Writing(AdrDraft draft) {
    this.draft = draft;
  }

  String text() {
    out.append("---\n");
    front(Field.STATUS, draft.status().isEmpty() ? List.of() : List.of(draft.status()));
    front(Field.DATE, draft.date().isEmpty() ? List.of() : List.of(draft.date()));
    front(Field.DECISION_MAKERS, draft.decisionMakers());
    front(Field.CONSULTED, draft.consulted());
    front(Field.INFORMED, draft.informed());
    out.append("---\n\n# ").append(Written.title(draft.title())).append('\n');
    section("## Context and Problem Statement", Written.shown(draft.context()));
    list("## Decision Drivers", draft.drivers());
    list("## Considered Options", draft.options().stream().map(Option::title).toList());
    section("## Decision Outcome", outcome(draft));
    section("### Consequences", Written.shown(draft.consequences()));
    section("### Confirmation", Written.shown(draft.confirmation()));
    options();
    section("## More Information", Written.shown(draft.moreInformation()));
    return out.toString();
  }

  private void front(Field field, List<String> values) {
    if (!values.isEmpty()) {
      out.append(field.key()).append(": ").append(Spelling.yaml(field, values)).append('\n');
    }
  }

  private void section(String heading, String text) {
    if (!text.isEmpty()) {
      out.append('\n').append(heading).append("\n\n").append(text).append('\n');
    }
  }

  private void list(String heading, List<String> items) {
    section(heading, items(items));
  }

  /** A list of them. */
  static String items(List<String> items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(item("* ", item)));
    return text.toString().stripTrailing();
  }

  /** An item whose further lines stand below its words. */
  private static String item(String mark, String text) {
    String shown = Written.shownInItem(text);
    return mark + shown.replaceAll("\n(?!\n)", "\n  ").replaceAll("(?m)^ +$", "") + "\n";
  }

  /** What was chosen, and why. */
  static String outcome(AdrDraft draft) {
    String because = Written.shownInItem(draft.because());
    for (Option option : draft.options()) {
      if (option.chosen()) {
        String chosen = "Chosen option: \"" + option.title() + "\"";
        return because.isEmpty() ? chosen + "." : chosen + ", because " + because;
      }
    }
    return Written.shown(draft.because());
  }

  private void options() {
    section("## Pros and Cons of the Options", weighed(draft.options()));
  }

  /** What is said of the options, each below its own heading; empty where nothing is. */
  static String weighed(List<Option> options) {
    StringBuilder text = new StringBuilder();
    for (Option option : options) {
      if (isWeighed(option)) {
        text.append("\n### ").append(Written.heading(option.title())).append('\n');
        paragraph(text, Written.shownAmongItems(option.text()));
        paragraph(text, arguments(option).stripTrailing());
      }
    }
    return text.toString().strip();
  }

  private static void paragraph(StringBuilder out, String text) {
    if (!text.isEmpty()) {
      out.append('\n').append(text).append('\n');
    }
  }

  private static boolean isWeighed(Option option) {
    return !option.text().isEmpty() || !arguments(option).isEmpty();
  }

  private static String arguments(Option option) {
    StringBuilder text = new StringBuilder();
    option.good().forEach(one -> text.append(item("* Good, because ", one)));
    option.neutral().forEach(one -> text.append(item("* Neutral, because ", one)));
    option.bad().forEach(one -> text.append(item("* Bad, because ", one)));
    return text.toString();
  }
}
