package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which other records one names: in its status, its head and its links. */
final class Links {
  /** Lines of a section, and links of a record. */
  private static final int MOST = 200;

  private final Structure structure;
  private final Set<Link> links = new LinkedHashSet<>();

  private Links(Structure structure) {
    this.structure = structure;
  }

  static List<Link> of(Structure structure) {
    Links reading = new Links(structure);
    reading.front();
    for (Field field : List.of(Field.STATUS, Field.SUPERSEDES, Field.SUPERSEDED_BY)) {
      reading.field(field);
    }
    for (Section section : structure.sections()) {
      switch (section.kind()) {
        case TITLE -> reading.lines(section, null);
        case FIELD -> reading.status(section);
        case LINKS, MORE_INFORMATION -> reading.lines(section, LinkKind.RELATES);
        default -> {}
      }
    }
    if (isPartly(structure) && !reading.names(LinkKind.SUPERSEDED_BY)) {
      structure.sections().forEach(reading::successor);
    }
    return reading.links.stream().limit(MOST).toList();
  }

  private void front() {
    for (String key : structure.front().entries().keySet()) {
      LinkKind kind = LinkKind.begins(key);
      if (kind != null) {
        structure.front().words(key).forEach(word -> links.addAll(LinkWords.read(word, kind)));
      }
    }
  }

  private void field(Field field) {
    LinkKind kind = field == Field.STATUS ? null : LinkKind.valueOf(field.name());
    structure.words(field).forEach(word -> links.addAll(LinkWords.read(word, kind)));
  }

  private void status(Section section) {
    if (section.equals(structure.named(Field.STATUS))) {
      for (String line : text(section)) {
        links.addAll(LinkWords.read(line, null));
      }
    }
  }

  private boolean names(LinkKind kind) {
    return links.stream().anyMatch(link -> link.kind() == kind);
  }

  /** What any line says of another one that holds in the place of this one, or a part of it. */
  private void successor(Section section) {
    for (String line : text(section)) {
      for (Link link : LinkWords.read(line, null)) {
        if (link.kind() == LinkKind.SUPERSEDED_BY && !link.target().matches("#?\\d+")) {
          links.add(link);
        }
      }
    }
  }

  /** Numbers alone are no links among other words. */
  private void lines(Section section, @Nullable LinkKind otherwise) {
    for (String line : text(section)) {
      if (otherwise != null || LinkKind.begins(line) != null) {
        for (Link link : LinkWords.read(line, otherwise)) {
          if (!link.target().matches("#?\\d+")) {
            links.add(link);
          }
        }
      }
    }
  }

  private List<String> text(Section section) {
    List<String> text = new ArrayList<>();
    int end = structure.end(section);
    for (int i = structure.body(section); i < end && text.size() < MOST; i++) {
      if (structure.lines().is(i, Lines.Kind.TEXT)) {
        text.add(structure.item(i));
      }
    }
    return text;
  }

  /** Does the status say that another record took over a part? */
  static boolean isPartly(Structure structure) {
    if (Status.of(structure.word(Field.STATUS)) == Status.PARTLY) {
      return true;
    }
    Section section = structure.named(Field.STATUS);
    return section != null
        && !isSuperseded(structure)
        && new Links(structure)
            .text(section).stream().anyMatch(line -> Status.of(line) == Status.PARTLY);
  }

  /** Does the section of the status say on a line of its own that another record took over? */
  static boolean isSuperseded(Structure structure) {
    Section section = structure.named(Field.STATUS);
    return section != null
        && new Links(structure)
            .text(section).stream()
                .anyMatch(line -> LinkKind.begins(line) == LinkKind.SUPERSEDED_BY);
  }
}
