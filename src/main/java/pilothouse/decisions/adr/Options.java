package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the options of a record: named in a list or by headings, weighed there or below. */
final class Options {
  /** So many are read. */
  private static final int MOST = 100;

  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\([^()]{0,400}\\)");
  private final Source source;
  private final Lines lines;
  private final List<Section> sections;
  private final List<Option> options = new ArrayList<>();

  private Options(Source source, Lines lines, List<Section> sections) {
    this.source = source;
    this.lines = lines;
    this.sections = sections;
  }

  static List<Option> of(Source source, Lines lines, List<Section> sections) {
    Options reading = new Options(source, lines, sections);
    for (int i = 0; i < sections.size(); i++) {
      SectionKind kind = sections.get(i).kind();
      if (kind == SectionKind.OPTIONS) {
        reading.items(sections.get(i));
      }
      if (kind == SectionKind.OPTIONS || kind == SectionKind.PROS_AND_CONS) {
        reading.below(i);
      }
    }
    for (Section one : sections) {
      if (one.kind() == SectionKind.OUTCOME && reading.choose(one)) {
        break;
      }
    }
    return List.copyOf(reading.options);
  }

  private void items(Section section) {
    int end = section.to() >= source.length() ? lines.size() : lines.of(section.to());
    for (int i = lines.of(section.from()) + 1; i < end && options.size() < MOST; i++) {
      int item = lines.is(i, Lines.Kind.TEXT) && lines.indent(i) < 2 ? lines.item(i) : -1;
      if (item < 0 || item >= lines.to(i)) {
        continue;
      }
      int last = i;
      while (last + 1 < end
          && lines.is(last + 1, Lines.Kind.TEXT)
          && lines.item(last + 1) < 0
          && lines.indent(last + 1) >= 2) {
        last++;
      }
      String title = Written.line(source.lines(item, lines.to(last)));
      options.add(Option.titled(Written.readInItem(title)));
      i = last;
    }
  }

  private void below(int parent) {
    int level = sections.get(parent).level();
    for (int i = parent + 1; i < sections.size() && options.size() < MOST; i++) {
      Section one = sections.get(i);
      if (one.level() <= level) {
        return;
      }
      if (one.level() == level + 1) {
        weigh(one, i);
      }
    }
  }

  private void weigh(Section section, int index) {
    int to = section.to();
    for (int i = index + 1; i < sections.size() && sections.get(i).level() > section.level(); i++) {
      to = sections.get(i).to();
    }
    String title = Written.readHeading(section.heading());
    Option read = Arguments.read(title, source.lines(section.body(), to));
    int known = known(title, true);
    if (known < 0) {
      options.add(read);
    } else {
      Option there = options.get(known);
      options.set(
          known,
          new Option(
              there.title(), read.text(), read.good(), read.neutral(), read.bad(), there.chosen()));
    }
  }

  /** The option of a title, or of one that is nearly the same; -1 where there is none. */
  private int known(String title, boolean weighing) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).title().equals(title)) {
        return i;
      }
    }
    String plain = named(title);
    int near = -1;
    for (int i = options.size() - 1; i >= 0; i--) {
      Option there = options.get(i);
      boolean weighed =
          !there.text().isEmpty() || !there.good().isEmpty() || !there.bad().isEmpty();
      String other = named(there.title());
      if (weighing && weighed) {
        continue;
      }
      if (other.equals(plain)) {
        return i;
      }
      boolean enough = Math.min(other.length(), plain.length()) > 3;
      near = enough && (other.contains(plain) || plain.contains(other)) ? i : near;
    }
    return near;
  }

  private static String named(String title) {
    return Words.plain(LINK.matcher(title).replaceAll("$1"));
  }

  private boolean choose(Section outcome) {
    Choice choice = Choice.read(source.lines(outcome.body(), outcome.to()), options);
    if (choice == null) {
      return false;
    }
    int known = known(choice.title(), false);
    if (known >= 0) {
      options.set(known, options.get(known).with(true));
    } else {
      options.add(Option.titled(choice.title()).with(true));
    }
    return true;
  }
}
