package pilothouse.decisions.adr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pilothouse.decisions.adr.AdrFolder.LeftOut;
import pilothouse.decisions.adr.AdrFolder.Problem;
import pilothouse.decisions.adr.AdrFolder.Problem.Kind;

class AdrFolderTest {
  private final Map<String, byte[]> files = new HashMap<>();

  private void file(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void record(String name, String status, String... lines) {
    file(name, "# X\n\n## Status\n\n" + status + "\n\n" + String.join("\n\n", lines) + "\n");
  }

  private List<Problem> problems() {
    return AdrFolder.of(files).problems();
  }

  @Test
  void filesThatAreNoRecordsAreLeftOutWithTheReason() {
    file("0001-a.md", "# A\n");
    for (String name :
        List.of(
            "README.md",
            "index.md",
            "template.md",
            "adr-template.md",
            ".adr-dir",
            "x.png",
            "templates.md5")) {
      file(name, "# X\n");
    }
    file("blank.md", "\n \n");
    file("0002-binary.md", "# X\0\n");
    AdrFolder folder = AdrFolder.of(files);
    assertEquals(List.of("0001-a.md"), folder.records().stream().map(Adr::fileName).toList());
    assertEquals(
        List.of(
            new LeftOut(".adr-dir", "The file is no Markdown."),
            new LeftOut("0002-binary.md", "The file holds bytes that are no text."),
            new LeftOut("README.md", "The file is an index of the folder, not a decision."),
            new LeftOut("adr-template.md", "The file is a template for decisions."),
            new LeftOut("blank.md", "The file is empty."),
            new LeftOut("index.md", "The file is an index of the folder, not a decision."),
            new LeftOut("template.md", "The file is a template for decisions."),
            new LeftOut("templates.md5", "The file is no Markdown."),
            new LeftOut("x.png", "The file is no Markdown.")),
        folder.leftOut());
  }

  @Test
  void aNumberTwiceIsSaidOfBoth() {
    file("0003-a.md", "# A\n");
    file("3-b.md", "# B\n");
    file("other/0003-c.md", "# C\n");
    assertEquals(
        List.of(
            new Problem(Kind.DUPLICATE_NUMBER, "0003-a.md", "The same number is in 3-b.md."),
            new Problem(Kind.DUPLICATE_NUMBER, "3-b.md", "The same number is in 0003-a.md.")),
        problems());
  }

  @Test
  void aLinkThatLeadsNowhereIsBroken() {
    file("0001-a.md", "# A\n");
    record(
        "0002-b.md",
        "Accepted",
        "Amends [a](./0001-a.md#status)",
        "Amends [gone](0007-gone.md)",
        "Amends ADR-0009",
        "Amends [out](https://example.org/0001-x.md)",
        "Amends [above](../../other/0001-x.md)");
    assertEquals(
        List.of(
            new Problem(Kind.BROKEN_LINK, "0002-b.md", "The link leads nowhere: 0007-gone.md."),
            new Problem(Kind.BROKEN_LINK, "0002-b.md", "The link leads nowhere: ADR-0009.")),
        problems());
  }

  @Test
  void supersessionIsSaidOnBothSides() {
    record("0001-a.md", "Superseded by [2. X](0002-b.md)");
    record("0002-b.md", "Accepted", "Supersedes [1. X](0001-a.md)");
    assertEquals(List.of(), problems());
    record("0003-c.md", "Accepted", "Supersedes ADR-0004");
    record("0004-d.md", "Accepted");
    file("20210101-e.md", "# E\n\n- Status: superseded by [f](20210102-f.md)\n");
    file("20210102-f.md", "# F\n\n- Status: accepted\n");
    assertEquals(
        List.of(
            new Problem(
                Kind.ONE_SIDED,
                "0004-d.md",
                "0003-c.md says that it supersedes this decision, and this decision does not say so."),
            new Problem(
                Kind.ONE_SIDED,
                "20210102-f.md",
                "20210101-e.md says that this decision supersedes it, and this decision does not say so.")),
        problems());
  }

  @Test
  void aCycleIsToldOnce() {
    record("0001-a.md", "Superseded by [3](0003-c.md)", "Supersedes [2](0002-b.md)");
    record("0002-b.md", "Superseded by [1](0001-a.md)", "Supersedes [3](0003-c.md)");
    record("0003-c.md", "Superseded by [2](0002-b.md)", "Supersedes [1](0001-a.md)");
    assertEquals(
        List.of(
            new Problem(
                Kind.CYCLE,
                "0001-a.md",
                "Each supersedes the next, and the last one the first:"
                    + " 0001-a.md → 0002-b.md → 0003-c.md → 0001-a.md.")),
        problems());
  }

  @Test
  void theOrderOfFilesDoesNotMatter() {
    for (int i = 0; i < 50; i++) {
      record(
          "00%02d-x.md".formatted(i % 25) + (i > 24 ? ".md" : ""),
          "Accepted",
          "Supersedes ADR-" + (i + 3));
    }
    AdrFolder folder = AdrFolder.of(files);
    assertEquals(
        folder.problems(), AdrFolder.of(new java.util.TreeMap<>(files).descendingMap()).problems());
    assertTrue(folder.problems().size() > 20);
  }
}
