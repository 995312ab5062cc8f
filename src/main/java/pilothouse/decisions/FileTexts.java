package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.Aside;
import pilothouse.decisions.adr.Option;
import pilothouse.decisions.adr.Section;
import pilothouse.decisions.adr.SectionKind;
import pilothouse.text.Markdown;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Passage;

/**
 * What a file says, to be read.
 *
 * @param ways where its links lead here
 */
record FileTexts(Adr adr, UnaryOperator<String> ways) {
  /** So many sections are shown one by one. */
  private static final int SECTIONS = 50;

  /** What it says was decided; of one that does not say whether that holds. */
  List<Board.Part> outcome() {
    List<Passage.Text> all = new ArrayList<>();
    for (Section one : adr.sections()) {
      if (one.kind() == SectionKind.OUTCOME) {
        add(all, one.heading(), adr.text(one));
      }
    }
    return all.isEmpty()
        ? List.of()
        : List.of(Passage.of("outcome", Texts.say("decisions.file.outcome"), "", all));
  }

  /** What has no other place on the page, and the whole file. */
  List<Board.Part> parts() {
    return List.of(
        Passage.of(
            "besides",
            Texts.say("decisions.file.besides"),
            Texts.say("decisions.file.no-besides"),
            besides().stream().limit(SECTIONS).toList()),
        new Passage(
            "whole",
            Texts.say("decisions.file.whole", adr.fileName()),
            "",
            List.of(text("", adr.text())),
            true));
  }

  private List<Passage.Text> besides() {
    List<Passage.Text> all = new ArrayList<>();
    Aside.of(adr).forEach(one -> add(all, one.heading(), one.text()));
    for (Section one : adr.sections()) {
      boolean isOther =
          switch (one.kind()) {
            case OTHER, MORE_INFORMATION, LINKS -> true;
            default -> false;
          };
      if (isOther && !isOption(one)) {
        add(all, one.heading(), adr.text(one));
      }
    }
    for (Option one : adr.options()) {
      add(all, one.title(), one.text());
    }
    return all;
  }

  /** Options have headings of their own below the one of all. */
  private boolean isOption(Section section) {
    return section.kind() == SectionKind.OTHER
        && adr.options().stream().anyMatch(one -> one.title().equals(section.heading()));
  }

  private void add(List<Passage.Text> all, String heading, String text) {
    if (!text.isBlank()) {
      all.add(text(Markdown.plain(heading), text));
    }
  }

  private Passage.Text text(String heading, String text) {
    return new Passage.Text(heading, Markdown.ofFile(FileText.kept(text), ways));
  }
}
