package pilothouse.evidence.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Gulps;
import pilothouse.text.Texts;

/** Coverage as LCOV writes it: one record a file, summed up. */
final class Lcov {
  private final Gulps gulps;
  private long linesFound;
  private long linesHit;
  private long branchesFound;
  private long branchesHit;
  private long number;
  private Counts lines = new Counts();
  private Counts branches = new Counts();

  /** What one file's record counts: its own sums win over its single lines. */
  private static final class Counts {
    private long found = -1;
    private long hit = -1;
    private long single;
    private long singleHit;
  }

  Lcov(InputStream in) {
    this.gulps = new Gulps(in);
  }

  Coverage read() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(gulps, StandardCharsets.UTF_8));
    boolean open = false;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      gulps.swallowed();
      number++;
      if (line.startsWith("end_of_record")) {
        close();
        open = false;
      } else {
        open |= line.startsWith("SF:");
        take(line);
      }
    }
    if (open) {
      throw new BadFile(
          Texts.kept("kept.lcov.its-last-record-has-no"),
          Texts.kept("kept.lcov.make-the-report-again-it"));
    }
    return new Coverage(
        Coverage.share(linesHit, linesFound), Coverage.share(branchesHit, branchesFound), null);
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    String value = colon < 0 ? "" : line.substring(colon + 1).strip();
    switch (colon < 0 ? "" : line.substring(0, colon)) {
      case "LF" -> lines.found = whole(value);
      case "LH" -> lines.hit = whole(value);
      case "BRF" -> branches.found = whole(value);
      case "BRH" -> branches.hit = whole(value);
      case "DA" -> {
        lines.single++;
        lines.singleHit += isHit(value.split(",", -1), 1) ? 1 : 0;
      }
      case "BRDA" -> {
        branches.single++;
        branches.singleHit += isHit(value.split(",", -1), 3) ? 1 : 0;
      }
      default -> {
        // names of tests, files and functions
      }
    }
  }

  private static boolean isHit(String[] parts, int place) {
    return parts.length > place && !parts[place].matches("0+|-.*|");
  }

  private void close() {
    linesFound += lines.found < 0 ? lines.single : lines.found;
    linesHit += lines.hit < 0 ? lines.singleHit : lines.hit;
    branchesFound += branches.found < 0 ? branches.single : branches.found;
    branchesHit += branches.hit < 0 ? branches.singleHit : branches.hit;
    lines = new Counts();
    branches = new Counts();
  }

  private long whole(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException _) {
      throw new BadFile(
          Texts.kept("kept.lcov.line-counts", number, text),
          Texts.kept("kept.coverage-xml.it-has-to-be-a-2"));
    }
  }
}
