package pilothouse.decisions.adr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

class AdrDraftTest {
  private static final AdrDraft TIDE =
      new AdrDraft(
          "Keep the tide tables in one file",
          "accepted",
          "2024-03-02",
          List.of("Ada Lind", "Boris Okoye"),
          List.of("Kim, of the docks"),
          List.of(),
          "Where do they live?",
          List.of("No network", "Few parts"),
          List.of(
              new Option(
                  "One file",
                  "On paper.",
                  List.of("quick"),
                  List.of("grows"),
                  List.of("slow"),
                  true),
              new Option("A server", "", List.of(), List.of(), List.of(), false)),
          "nobody has to run it.",
          "It is copied by hand.",
          "A test reads it.",
          "See the harbour.");

  @Test
  @Practice("C13")
  void aDecisionIsWrittenAsMadr4() {
    assertEquals(
        """
        ---
        status: accepted
        date: 2024-03-02
        decision-makers: Ada Lind, Boris Okoye
        consulted: ["Kim, of the docks"]
        ---

        # Keep the tide tables in one file

        ## Context and Problem Statement

        Where do they live?

        ## Decision Drivers

        * No network
        * Few parts

        ## Considered Options

        * One file
        * A server

        ## Decision Outcome

        Chosen option: "One file", because nobody has to run it.

        ### Consequences

        It is copied by hand.

        ### Confirmation

        A test reads it.

        ## Pros and Cons of the Options

        ### One file

        On paper.

        * Good, because quick
        * Neutral, because grows
        * Bad, because slow

        ## More Information

        See the harbour.
        """,
        Shapes.text(TIDE.written("0001-tide.md")));
    assertEquals(Dialect.MADR_4, TIDE.written("0001-tide.md").head().dialect());
    assertEquals(TIDE, AdrDraft.of(TIDE.written("0001-tide.md")));
  }

  /** People write what looks like structure; it stays text. */
  @Test
  void wordsThatLookLikeStructureAreReadAgainAsTheyWere() {
    Random random = new Random(21);
    for (int i = 0; i < 2_000; i++) {
      AdrDraft draft = draft(random);
      Adr adr = draft.written("0001-x.md");
      assertEquals(draft, AdrDraft.of(adr), () -> Shapes.text(adr));
      long headings =
          adr.sections().stream().filter(one -> one.kind() == SectionKind.CONTEXT).count();
      assertTrue(headings <= 1);
    }
  }

  private static AdrDraft draft(Random random) {
    List<Option> options = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      options.add(
          new Option(
              i + " " + line(random),
              text(random),
              texts(random),
              texts(random),
              texts(random),
              i == 1));
    }
    return new AdrDraft(
        line(random),
        line(random),
        "2024-03-02",
        names(random),
        names(random),
        names(random),
        text(random),
        texts(random),
        options,
        text(random),
        text(random),
        text(random),
        text(random));
  }

  private static final List<String> WORDS =
      List.of(
          "# heading",
          "## Status",
          "```",
          "~~~",
          "```java",
          "---",
          "===",
          "<!-- x",
          "-->",
          "<pre>",
          "* item",
          "- Good, because no",
          "+ x",
          "\\# kept",
          "\\\\---",
          "5. five",
          "ADR-7: seven",
          "ADR: x",
          "a | b",
          "\"quoted\"",
          "key: value",
          "  indented",
          "      deep",
          "",
          "plain words",
          "ends with #",
          "&#65; x",
          "***",
          "__",
          "Good",
          "Pros:",
          "> quote",
          "| a | b |",
          "[a](b.md)",
          "Ünder, ground",
          "因为",
          "x <!-- y --> z",
          "`code`",
          "because of",
          "{curly}",
          "null",
          "- [ ] box",
          "1) one",
          "\t tab",
          "Superseded by 5");

  private static String line(Random random) {
    return (WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())))
        .strip();
  }

  private static String text(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      lines.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join("\n", lines);
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      texts.add(text(random));
    }
    return texts;
  }

  private static List<String> names(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      names.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return names;
  }
}
