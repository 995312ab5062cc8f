package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Source.Edit;

/** Changes what stands below the headings of a record, and no other byte. */
final class Body {
  /** In which order sections stand where there are none yet. */
  private static final List<SectionKind> ORDER =
      List.of(
          SectionKind.CONTEXT,
          SectionKind.DRIVERS,
          SectionKind.OPTIONS,
          SectionKind.OUTCOME,
          SectionKind.CONSEQUENCES,
          SectionKind.CONFIRMATION,
          SectionKind.PROS_AND_CONS,
          SectionKind.MORE_INFORMATION,
          SectionKind.LINKS);

  private final Adr adr;
  private final Source source;
  private final List<Section> sections;

  Body(Adr adr) {
    this.adr = adr;
    this.source = adr.structure().source();
    this.sections = adr.sections();
  }

  /** Another title, behind the same number. */
  Adr titled(String title) {
    Section first =
        sections.stream().filter(one -> one.kind() == SectionKind.TITLE).findFirst().orElse(null);
    if (first == null) {
      return edited(new Edit(0, 0, "# " + Written.title(title) + "\n\n"));
    }
    String line = source.text(first.from(), first.body());
    String before = adr.head().title();
    int at = before.isEmpty() ? -1 : line.lastIndexOf(before);
    int from = at < 0 ? line.indexOf(first.heading()) : at;
    String old = at < 0 ? first.heading() : before;
    boolean numbered = at > 0 && !line.substring(0, at).isBlank();
    String said = numbered ? Written.heading(title) : Written.title(title);
    return from < 0 ? adr : edited(range(first, line, from, from + old.length(), said));
  }

  /** A range of characters of a line as a range of bytes. */
  private Edit range(Section section, String line, int from, int to, String text) {
    int first = section.from() + source.encoded(line.substring(0, from)).length;
    return new Edit(first, first + source.encoded(line.substring(from, to)).length, text);
  }

  /** Another text below the heading of that kind, which is added where it is not there. */
  Adr saying(SectionKind kind, String text) {
    List<Section> own = sections.stream().filter(one -> one.kind() == kind).toList();
    if (own.isEmpty()) {
      return text.isEmpty() ? adr : edited(inserted(kind, text));
    }
    List<Section> open = new ArrayList<>(own);
    String rest = text;
    while (open.size() > 1 && begins(rest, shown(open.getFirst()))) {
      rest = rest.substring(shown(open.getFirst()).length()).strip();
      open.removeFirst();
    }
    while (open.size() > 1 && ends(rest, shown(open.getLast()))) {
      rest = rest.substring(0, rest.length() - shown(open.getLast()).length()).strip();
      open.removeLast();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(within(open.getFirst().body(), open.getFirst().to(), rest));
    open.stream().skip(1).forEach(one -> edits.add(new Edit(one.from(), one.to(), "")));
    return edited(edits.toArray(Edit[]::new));
  }

  private String shown(Section section) {
    return Written.text(adr.text(section));
  }

  private static boolean begins(String text, String with) {
    return text.equals(with) || text.startsWith(with + "\n\n");
  }

  private static boolean ends(String text, String with) {
    return text.endsWith("\n\n" + with);
  }

  /** Other options: named in their list, weighed below. */
  Adr weighing(List<Option> options) {
    List<String> titles = options.stream().map(Option::title).toList();
    Adr named = new Body(adr).whole(SectionKind.OPTIONS, Writing.items(titles));
    String weighed = Writing.weighed(options);
    boolean has =
        named.sections().stream().anyMatch(one -> one.kind() == SectionKind.PROS_AND_CONS);
    return weighed.isEmpty() && !has
        ? named
        : new Body(named).whole(SectionKind.PROS_AND_CONS, weighed);
  }

  /** The same, with the sections below it. */
  private Adr whole(SectionKind kind, String text) {
    for (int i = 0; i < sections.size(); i++) {
      Section one = sections.get(i);
      if (one.kind() == kind) {
        int to = one.to();
        for (int j = i + 1; j < sections.size() && sections.get(j).level() > one.level(); j++) {
          to = sections.get(j).to();
        }
        return edited(within(one.body(), to, text));
      }
    }
    return edited(inserted(kind, text));
  }

  /** Another paragraph at the end of what else is to be known. */
  Adr adding(String text) {
    Section last = null;
    for (Section one : sections) {
      last = one.kind() == SectionKind.MORE_INFORMATION ? one : last;
    }
    if (text.isEmpty()) {
      return adr;
    }
    String shown = Written.shown(text);
    return last == null
        ? edited(inserted(SectionKind.MORE_INFORMATION, shown))
        : edited(within(last.body(), last.to(), Written.text(shown(last) + "\n\n" + shown)));
  }

  /** Instead of what stands between two bytes; the empty lines around it stay. */
  private Edit within(int from, int to, String text) {
    String raw = source.raw();
    int first = from;
    int last = to;
    while (first < to && Character.isWhitespace(raw.charAt(first))) {
      first++;
    }
    if (first == to) {
      return new Edit(from, to, "\n" + text + (to < raw.length() ? "\n\n" : "\n"));
    }
    while (last > first && Character.isWhitespace(raw.charAt(last - 1))) {
      last--;
    }
    return new Edit(first, last, text);
  }

  private Edit inserted(SectionKind kind, String text) {
    String said = heading(kind) + "\n\n" + text + "\n";
    Section next = next(kind);
    if (next != null) {
      return new Edit(next.from(), next.from(), said + "\n");
    }
    String raw = source.raw();
    int end = raw.length();
    String gap = raw.isEmpty() || raw.endsWith("\n\n") ? "" : raw.endsWith("\n") ? "\n" : "\n\n";
    return new Edit(end, end, gap + said);
  }

  private @Nullable Section next(SectionKind kind) {
    for (Section one : sections) {
      if (ORDER.indexOf(one.kind()) > ORDER.indexOf(kind)) {
        return one;
      }
    }
    return null;
  }

  private static String heading(SectionKind kind) {
    return switch (kind) {
      case CONTEXT -> "## Context and Problem Statement";
      case DRIVERS -> "## Decision Drivers";
      case OPTIONS -> "## Considered Options";
      case OUTCOME -> "## Decision Outcome";
      case CONSEQUENCES -> "### Consequences";
      case CONFIRMATION -> "### Confirmation";
      case PROS_AND_CONS -> "## Pros and Cons of the Options";
      default -> "## More Information";
    };
  }

  private Adr edited(Edit... edits) {
    return Adr.read(adr.fileName(), source.with(List.of(edits)));
  }
}
