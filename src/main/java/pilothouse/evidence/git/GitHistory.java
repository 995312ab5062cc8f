package pilothouse.evidence.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.Files;
import pilothouse.evidence.History;
import pilothouse.git.Graph;
import pilothouse.git.HeadFiles;
import pilothouse.git.Mailmap;
import pilothouse.git.Rows;
import pilothouse.git.Scan;

/** Tells a scan as a history: people joined, files followed through renames, reverts matched. */
public final class GitHistory {
  private GitHistory() {}

  /** The history of the repository of this name; the same reading always gives the same columns. */
  public static History from(String repository, long version, Reading reading) {
    Scan scan = reading.scan();
    Authors authors = Authors.of(scan.graph(), Mailmap.parse(reading.text(".mailmap")));
    FileIdentities identities = FileIdentities.follow(scan.rows(), scan.files());
    return new History(
        repository,
        version,
        commits(scan.graph(), authors),
        changes(scan.rows(), identities),
        paths(scan.rows().paths()),
        files(scan.files(), identities),
        tags(scan.tags()),
        authors.contributors(),
        coverage(scan.gaps()));
  }

  private static Commits commits(Graph graph, Authors authors) {
    return new Commits(
        graph.head(),
        graph.idWidth(),
        graph.ids(),
        graph.parentStart(),
        graph.parents(),
        graph.onHead(),
        authors.of(graph.author()),
        authors.of(graph.committer()),
        graph.authoredAt(),
        graph.committedAt(),
        graph.authorZone(),
        graph.committerZone(),
        graph.subjects(),
        authors.coauthorStart(),
        authors.coauthors(),
        Reverts.find(graph));
  }

  private static Changes changes(Rows rows, FileIdentities identities) {
    return new Changes(
        rows.start(),
        rows.path(),
        identities.ofRow(),
        rows.kind(),
        rows.added(),
        rows.deleted(),
        rows.from(),
        rows.movedTo(),
        rows.editedAdded(),
        rows.editedDeleted(),
        identities.count());
  }

  private static Files files(HeadFiles files, FileIdentities identities) {
    return new Files(
        files.path(),
        identities.ofHeadFile(),
        files.lines(),
        files.indentation(),
        files.runStart(),
        files.runCommit(),
        files.runLines(),
        files.markerStart(),
        files.markerLine(),
        files.markerCommit(),
        files.markerText());
  }

  private static List<History.Tag> tags(List<Scan.Tag> tags) {
    return tags.stream().map(tag -> new History.Tag(tag.name(), tag.commit(), tag.at())).toList();
  }

  private static History.Coverage coverage(Scan.Gaps gaps) {
    return new History.Coverage(
        gaps.shallow(),
        gaps.missingCount(),
        gaps.uncountedRows(),
        gaps.crowdedCommits(),
        gaps.linesCounted());
  }

  static String[] paths(byte[][] raw) {
    var paths = new String[raw.length];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = text(raw[i]);
    }
    return paths;
  }

  /** The bytes as UTF-8 or, where they are none, as ISO 8859-1, which any bytes are. */
  static String text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return text.indexOf('\uFFFD') < 0 || isUtf8(bytes) ? text : new String(bytes, ISO_8859_1);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
