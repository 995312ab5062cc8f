package pilothouse.evidence.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts name, and what they do not. */
class ReferencesTest {
  private static final String HOME = "github.com/ferry/booking";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sell tickets (#12)                                 | 12
          closes #12                                         | 12!
          Fixes: #12, #13 and #14; see #15                   | 12! 13! 14! 15
          see #15, closes #12                                | 12! 15
          prefix #12 is no close                             | 12
          Resolves ferry/tickets#7                           | ferry/tickets#7!
          https://github.com/Ferry/Web/issues/9#comment-1    | github.com/ferry/web#9
          https://gitlab.example.org/a/b/c/-/issues/4        | gitlab.example.org/a/b/c#4
          https://gitlab.example.org/a/b/-/work_items/4      | gitlab.example.org/a/b#4
          https://github.com/ferry/web/pull/9                |
          https://example.org/page#12                        |
          https://ferry.atlassian.net/browse/FERRY-34 done   | FERRY-34
          FERRY-34: pay by card                              | FERRY-34
          Implements FERRY-34 and FERRY-35                   | FERRY-34! FERRY-35!
          GH-12                                              | 12
          #012 and #12                                       | 12
          v1#2                                               |
          &#39; is a quote                                   |
          colour #123456789012                               |
          #12abc                                             |
          a/#12                                              |
          nothing at all                                     |
          """)
  void textsNameWork(String text, String names) {
    assertEquals(names == null ? "" : names, written(References.in(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12-late-ferry              | 12
          feature/12-late-ferry      | 12
          issue-12                   | 12
          fix/gh-12                  | 12
          FERRY-34-late-ferry        | FERRY-34
          mara/ferry-34              | FERRY-34
          release/2026-10            |
          2026                       |
          main                       |
          v12-late                   |
          """)
  void branchesNameWork(String branch, String names) {
    assertEquals(names == null ? "" : names, written(References.ofBranch(branch)));
  }

  @Test
  void whatIsCommentedQuotedOrCodeIsNotSaid() {
    String body =
        """
        <!-- Write "Closes #1" if it does. -->
        > Closes #2
        `Closes #3`
        ```
        Closes #4
        ```
        Closes #5
        """;
    assertEquals("5!", written(References.said(body)));
    assertEquals("", written(References.said("<!-- never ended: closes #1")));
  }

  @Test
  void aReferenceHasTheKeyThatWebhooksGiveTheIssue() {
    assertEquals(HOME + "#issue/12", References.in("#12").getFirst().key(HOME));
    assertEquals(
        "github.com/ferry/tickets#issue/7", References.in("ferry/tickets#7").getFirst().key(HOME));
    assertEquals("own:FERRY-34", References.in("FERRY-34").getFirst().key(HOME));
    assertEquals(
        "gitlab.example.org/a/b#issue/4",
        References.in("https://gitlab.example.org/a/b/-/issues/4").getFirst().key(HOME));
  }

  @Test
  void endlessTextsAreReadInABoundedTime() {
    for (String part : List.of("a/", "#", "closes ", "https://a.b/", "A-", "GH-1 ", "<!--")) {
      References.said(part.repeat(200_000 / part.length()));
    }
    assertEquals(50, References.in("#1 ".repeat(3) + numbers(200)).size());
  }

  private static String numbers(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(number -> "#" + number)
        .collect(Collectors.joining(" "));
  }

  private static String written(List<Reference> references) {
    return references.stream()
        .map(one ->
            (one.where().isEmpty() ? "" : one.where() + "#")
                + one.number()
                + (one.closes() ? "!" : ""))
        .collect(Collectors.joining(" "));
  }
}
