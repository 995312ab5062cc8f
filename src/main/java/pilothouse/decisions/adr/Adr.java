package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file with an architecture decision record, in whatever shape. It keeps its bytes: what is
 * changed is one field, and everything else stays.
 *
 * @param fileName with its folder, if it has one
 */
public record Adr(
    String fileName, Head head, List<Section> sections, List<Option> options, Structure structure) {

  /** Reads a file; there is no content that it refuses. */
  public static Adr read(String fileName, byte[] bytes) {
    Structure structure = new Structure(Source.of(bytes));
    return new Adr(
        fileName,
        head(fileName, structure),
        structure.sections(),
        Options.of(structure.source(), structure.lines(), structure.sections()),
        structure);
  }

  private static Head head(String fileName, Structure structure) {
    Names names = Names.of(fileName, Names.heading(structure.sections(), structure.front()));
    List<Link> links = Links.of(structure);
    String words = structure.word(Field.STATUS);
    return new Head(
        Dialect.of(names, structure.front(), structure.places(), structure.sections()),
        names.number(),
        names.title(),
        status(words, structure, links),
        words,
        structure.word(Field.DATE),
        structure.words(Field.DECISION_MAKERS),
        structure.words(Field.CONSULTED),
        structure.words(Field.INFORMED),
        structure.words(Field.TAGS),
        links);
  }

  private static Status status(String words, Structure structure, List<Link> links) {
    if (Links.isPartly(structure)) {
      return Status.PARTLY;
    }
    Status said = Status.of(words);
    boolean linked = links.stream().anyMatch(link -> link.kind() == LinkKind.SUPERSEDED_BY);
    boolean field = linked && structure.place(Field.SUPERSEDED_BY) != null;
    return field || (linked && said == Status.UNKNOWN) || Links.isSuperseded(structure)
        ? Status.SUPERSEDED
        : said;
  }

  /** The file, byte for byte. */
  public byte[] bytes() {
    return structure.source().bytes();
  }

  /** What stands below the heading of a section, with plain line ends. */
  public String text(Section section) {
    return structure.source().lines(section.body(), section.to());
  }

  /** All that stands in it; front matter is code. */
  public String text() {
    Source source = structure.source();
    int end = structure.front().end();
    int from = end == 0 ? source.start() : structure.lines().next(end - 1);
    String front = source.lines(source.start(), from).strip();
    String rest = source.lines(from, source.length());
    return front.isEmpty() ? rest : "```yaml\n" + front + "\n```\n\n" + rest;
  }

  /** The targets of one kind of link. */
  public List<String> targets(LinkKind kind) {
    return head.links().stream().filter(link -> link.kind() == kind).map(Link::target).toList();
  }

  /** What a field says, one by one. */
  public List<String> words(Field field) {
    return switch (field) {
      case SUPERSEDES -> targets(LinkKind.SUPERSEDES);
      case SUPERSEDED_BY -> targets(LinkKind.SUPERSEDED_BY);
      default -> structure.words(field);
    };
  }

  /**
   * The record with another value of a field, said where and how this file says such things.
   *
   * @param values one for status and date, any number for the others; for other records as they are
   *     to be written: {@code [ADR-0005](0005-use-it.md)}
   */
  public Adr with(Field field, List<String> values) {
    List<String> plain = Written.lines(values);
    byte[] changed = new Change(this, field).to(plain);
    return read(fileName, changed);
  }

  /**
   * The record with what changed between two drafts of it, said where and how this file says such
   * things.
   */
  public Adr with(AdrDraft then, AdrDraft now) {
    return then.equals(now) ? this : new Rewriting(this, then, now).rewritten();
  }

  /**
   * The record with other ones in whose place it stands, beside those that it names.
   *
   * @param more as they are to be written: {@code [ADR-0005](0005-use-it.md)}
   */
  public Adr superseding(List<String> more) {
    boolean field = structure.place(Field.SUPERSEDES) != null;
    boolean listed =
        structure.named(Field.STATUS) != null || structure.first(SectionKind.LINKS) != null;
    List<String> before = listed ? targets(LinkKind.SUPERSEDES) : List.of();
    List<String> all = new ArrayList<>(field ? structure.words(Field.SUPERSEDES) : before);
    all.addAll(more);
    return more.isEmpty() ? this : with(Field.SUPERSEDES, all);
  }

  /** The name of the file without its folder, in small letters. */
  String name() {
    String path = fileName.replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
