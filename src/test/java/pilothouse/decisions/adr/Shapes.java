package pilothouse.decisions.adr;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented records in the shapes that people keep. */
public final class Shapes {
  static final String MADR_4 =
      """
      ---
      # What is known of it
      status: accepted # since spring
      date: 2024-03-02
      decision-makers: Ada Lind, Boris Okoye
      consulted: ["Harbour team", "Kim, of the docks"]
      informed:
        - everybody
        - the crew
      ---

      # Keep the tide tables in one file

      ## Context and Problem Statement

      Where do tide tables live?

      ```sh
      # this is no heading
      ```

      ## Decision Drivers

      * Must work without a network
      * Few moving parts

      ## Considered Options

      * One file
      * A small server

      ## Decision Outcome

      Chosen option: "One file", because nobody has to run it.

      ### Consequences

      * Good, because it is quick

      ### Confirmation

      A test reads the file on each build.

      ## Pros and Cons of the Options

      ### One file

      As it was done on paper.

      * Good, because it can be copied
        over any wire
      * Neutral, because it grows
      * Bad, because two cannot write at once

      ### A small server

      * Good, because many can write
      * Bad, because someone must wake up at night

      ## More Information

      See [the charts](0002-charts.md).
      """;

  static final String MADR_2 =
      """
      # Use ropes of hemp

      * Status: superseded by [ADR-0009](0009-use-steel.md)
      * Deciders: Ada, Boris
      * Date: 2019-05-06

      ## Context and Problem Statement

      Ropes break.

      ## Considered Options

      * Hemp
      * Steel

      ## Decision Outcome

      Chosen option: "Hemp", because it floats.

      ### Positive Consequences <!-- optional -->

      * cheap

      ## Links

      * Supersedes [ADR-0001](0001-no-ropes.md)
      """;

  static final String NYGARD =
      """
      # 7. Paint the hull red

      Date: 2018-07-10

      ## Status

      Accepted

      Amends [3. Paint the hull](0003-paint-the-hull.md)

      ## Context

      Rust comes.

      ## Decision

      We paint it red.

      ## Consequences

      Gulls like it.
      """;

  static final String LOG4BRAINS =
      """
      # Count the gulls

      - Status: draft
      - Date: 2021-01-13
      - Tags: birds, deck

      ## Context and Problem Statement

      How many are there?

      ## Decision

      We count.
      """;

  static final String TABLE =
      """
      # Anchor of iron

      | | |
      | --- | --- |
      | Status | Approved |
      | Date | 4 May 2022 |
      | Supersedes | N/A |

      ## What

      An anchor.
      """;

  static final String BOLD =
      """
      # ADR-012: Lamps

      **Status:** Proposed | **Date:** 2025-03-07 | **Review:** 2026-03-07

      ## Context

      It is dark.
      """;

  static final String NOTHING =
      """
      Only words
      ==========

      No status here.

      Why
      ---

      Because.
      """;

  static final String MADR_3 =
      """
      ---
      status: accepted
      date: 2022-02-03
      deciders: Ada Lind
      ---
      # Use ropes of steel

      ## Context and Problem Statement

      Hemp rots.

      ## Considered Options

      * Steel
      * Hemp

      ## Decision Outcome

      Chosen option: "Steel", because it lasts.

      ## Validation

      The crew pulls.

      ## More Information

      Supersedes [ADR-0008](0008-hemp.md)
      """;

  static final String GERMAN =
      """
      # 10. Wimpel am Bug

      ## Status

      Angenommen

      ## Kontext

      Niemand erkennt uns.

      ## Entscheidung

      Wir hängen einen Wimpel auf.

      ## Konsequenzen

      Er flattert.

      ## Kosten

      Drei Mark.
      """;

  static final String CHINESE =
      """
      # 旗

      状态：已接受

      ## 背景

      没有人认识我们。

      ## 决策

      我们挂旗。
      """;

  static final String ADR_TOOLS =
      """
      # 3. Paint the hull

      Date: 2016-02-12

      ## Status

      Superceded by [7. Paint the hull red](../0007-paint.md)

      ## Context

      The hull is bare.

      ## Decision

      We paint it.

      ## Consequences

      Somebody has to.
      """;

  private static final List<String> SCRAPS =
      List.of(
          "# A",
          "## Status",
          "Accepted",
          "---",
          "***",
          "```",
          "~~~~",
          "* Status: proposed",
          "status: x",
          "<!--",
          "-->",
          "<pre>",
          "</pre>",
          "| Status | x |",
          "|---|---|",
          "    code",
          "* item",
          "1. one",
          "Title",
          "===",
          "",
          "",
          "Chosen option: \"A\", because",
          "## Considered Options",
          "Date: 1",
          "- Deciders:",
          "  - Ada",
          "> quoted",
          "\\# not",
          "[a](b.md)",
          "Ünder",
          "状态：已接受",
          "date: [",
          "\t",
          "### Pros",
          "* Good, because x",
          "Superseded by 4",
          "\"",
          "key: 'a",
          "...");

  private Shapes() {}

  /** One of each shape, by the names of files. */
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("0004-tide-tables.md", MADR_4);
    all.put("0008-hemp.md", MADR_2);
    all.put("0007-paint.md", NYGARD);
    all.put("20210113-count-the-gulls.md", LOG4BRAINS);
    all.put("anchor.md", TABLE);
    all.put("lamps.md", BOLD);
    all.put("words.md", NOTHING);
    return all;
  }

  /** The same with more shapes and languages. */
  public static Map<String, String> corpus() {
    Map<String, String> all = all();
    all.put("0009-steel.md", MADR_3);
    all.put("0010-wimpel.md", GERMAN);
    all.put("0011-旗.md", CHINESE);
    all.put("doc/0003-hull.md", ADR_TOOLS);
    return all;
  }

  static Adr read(String file, String text) {
    return Adr.read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(Adr adr) {
    return new String(adr.bytes(), StandardCharsets.UTF_8);
  }

  /** Lines that look like structure, in any order, with any line ends. */
  static byte[] random(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\ufeff" : "");
    List<String> ends = List.of("\n", "\r\n", "\r", "\n\n");
    int same = random.nextInt(6);
    int lines = random.nextInt(40);
    for (int i = 0; i < lines; i++) {
      text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
      text.append(ends.get(same < ends.size() ? same : random.nextInt(ends.size())));
    }
    if (random.nextInt(3) == 0) {
      text.append("the end");
    }
    return text.toString()
        .getBytes(random.nextInt(4) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
