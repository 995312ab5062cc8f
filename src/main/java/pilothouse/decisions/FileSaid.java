package pilothouse.decisions;

import java.util.List;
import java.util.Optional;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.AdrDraft;
import pilothouse.decisions.adr.Option;
import pilothouse.decisions.adr.Status;

/** What a file says, in the words of this room. */
record FileSaid(Adr adr, AdrDraft draft) {
  static FileSaid of(Adr adr) {
    return new FileSaid(adr, AdrDraft.of(adr));
  }

  Words words() {
    return new Words(
        title(),
        FileText.kept(draft.context()),
        draft.drivers().stream().map(FileText::line).filter(one -> !one.isEmpty()).toList(),
        options(),
        FileText.kept(draft.consequences()),
        FileText.kept(draft.confirmation()),
        "unknown");
  }

  /** Its title; where it has none, the name of the file. */
  String title() {
    String title = FileText.line(draft.title());
    String path = adr.fileName();
    return title.isEmpty()
        ? path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "")
        : title;
  }

  private List<Choice> options() {
    return Choice.numbered(
        draft.options().stream()
            .filter(one -> !name(one).isEmpty())
            .map(one ->
                new Choice(name(one), lines(one.good()), lines(one.bad()), lines(one.neutral())))
            .toList());
  }

  /** A name that does not read as an argument. */
  private static String name(Option option) {
    return FileText.line(option.title()).replaceFirst("^[+\\-−–~\\s]+", "");
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(FileText::line).filter(one -> !one.isEmpty()).toList();
  }

  Status status() {
    return adr.head().status();
  }

  /** The option that was chosen; empty where none was named. */
  String chosen() {
    return draft.options().stream()
        .filter(Option::chosen)
        .map(FileSaid::name)
        .findFirst()
        .orElse("");
  }

  /** Why, as the file says it. */
  String reasons() {
    return FileText.kept(draft.because());
  }

  Optional<java.time.LocalDate> day() {
    return adr.head().day();
  }

  /** Who decided, as the file has it. */
  String deciders() {
    return FileText.line(String.join(", ", adr.head().decisionMakers()));
  }
}
