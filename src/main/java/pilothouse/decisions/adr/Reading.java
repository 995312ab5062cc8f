package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a decision out of its file. */
final class Reading {
  private final Adr adr;

  Reading(Adr adr) {
    this.adr = adr;
  }

  AdrDraft draft() {
    Head head = adr.head();
    return new AdrDraft(
        head.title(),
        head.statusWords(),
        head.date(),
        head.decisionMakers(),
        head.consulted(),
        head.informed(),
        text(SectionKind.CONTEXT),
        items(raw(SectionKind.DRIVERS)),
        adr.options(),
        because(),
        text(SectionKind.CONSEQUENCES),
        text(SectionKind.CONFIRMATION),
        text(SectionKind.MORE_INFORMATION));
  }

  private String text(SectionKind kind) {
    return Written.read(raw(kind));
  }

  /** The text of all sections of a kind, without comments of templates alone on a line. */
  private String raw(SectionKind kind) {
    List<String> texts = new ArrayList<>();
    for (Section section : adr.sections()) {
      String text = section.kind() == kind ? Written.text(adr.text(section)) : "";
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return String.join("\n\n", texts);
  }

  private String because() {
    String outcome = raw(SectionKind.OUTCOME);
    boolean chosen = adr.options().stream().anyMatch(Option::chosen);
    Choice choice = chosen ? Choice.read(outcome, adr.options()) : null;
    return choice == null ? Written.read(outcome) : Written.readInItem(choice.because());
  }

  /** The items of a list; a text that is none is one. */
  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      boolean begins = line.startsWith("* ") || line.startsWith("- ") || line.startsWith("+ ");
      if (begins) {
        items.add(item.toString());
        item.setLength(0);
      }
      String words = begins ? line.substring(2).stripLeading() : line;
      item.append(words.startsWith("  ") ? words.substring(2) : words).append('\n');
    }
    items.add(item.toString());
    return items.stream().map(one -> Written.readInItem(Written.text(one))).toList();
  }
}
