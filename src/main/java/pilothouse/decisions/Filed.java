package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.AdrFolder;
import pilothouse.decisions.adr.Link;
import pilothouse.decisions.adr.LinkKind;
import pilothouse.decisions.adr.Status;
import pilothouse.text.Markdown;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A file of a decision, as far as pages tell it.
 *
 * @param branch on which it waits to be merged; empty where it does not
 * @param isMerged whether our version of it differs from what was read
 * @param words the version of the words that our version tells
 * @param turns the last turn that our version tells
 * @param number null where neither file nor title say one
 * @param stands what its status means
 * @param status in the file's own words
 */
record Filed(
    String folder,
    String path,
    String decision,
    boolean isThere,
    String branch,
    boolean isRead,
    boolean isMerged,
    int words,
    int turns,
    @Nullable Integer number,
    String title,
    Status stands,
    String status,
    String date,
    String deciders,
    List<Neighbour> links) {
  private static final int LINKS = 30;

  /**
   * Another record that it speaks of.
   *
   * @param path of its file in the same folder; empty where it is none
   */
  record Neighbour(LinkKind kind, String label, String path) {}

  static Filed of(FileRow row, Adr adr, AdrFolder folder) {
    return new Filed(
        row.folder(),
        row.path(),
        String.valueOf(row.decision()),
        row.isThere(),
        row.branch(),
        row.isRead(),
        row.ours() != null,
        row.words(),
        row.turns(),
        adr.head().number(),
        FileSaid.of(adr).title(),
        adr.head().status(),
        Markdown.plain(FileText.line(adr.head().statusWords())),
        FileText.line(adr.head().date()),
        FileText.line(String.join(", ", adr.head().decisionMakers())),
        links(adr, folder));
  }

  /** How people call it where it has a number: {@code ADR 37}; empty else. */
  String called() {
    return number == null ? "" : Texts.say("decisions.file.called", number);
  }

  /** As search finds it: {@code ADR 37 (ADR-0037), 0037-use-queues.md}. */
  String named() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return number == null ? name : "%s (ADR-%04d), %s".formatted(called(), number, name);
  }

  /** What it says of another one. */
  String says(Neighbour link) {
    boolean part = stands == Status.PARTLY && link.kind() == LinkKind.SUPERSEDED_BY;
    String kind = link.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Texts.say("decisions.file.link." + (part ? "partly" : kind), link.label());
  }

  private static List<Neighbour> links(Adr adr, AdrFolder folder) {
    List<Neighbour> links = new ArrayList<>();
    for (Link link : adr.head().links().stream().limit(LINKS).toList()) {
      String path = folder.target(adr.fileName(), link);
      if (!path.equals(adr.fileName())) {
        links.add(new Neighbour(link.kind(), label(link), path));
      }
    }
    return List.copyOf(links);
  }

  private static String label(Link link) {
    return Say.cut(Markdown.plain(FileText.line(link.label())), 200);
  }
}
