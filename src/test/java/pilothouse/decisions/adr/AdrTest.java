package pilothouse.decisions.adr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.Practice;

class AdrTest {

  @Test
  @Practice("C13")
  void everyShapeKeepsItsBytes() {
    for (Map.Entry<String, String> one : Shapes.all().entrySet()) {
      for (String end : List.of("\n", "\r\n", "\r")) {
        byte[] bytes = one.getValue().replace("\n", end).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(bytes, Adr.read(one.getKey(), bytes).bytes());
      }
    }
    Random random = new Random(13);
    for (int i = 0; i < 500; i++) {
      byte[] shape = Shapes.random(random);
      assertArrayEquals(shape, Adr.read("0001-any.md", shape).bytes());
      byte[] garbage = new byte[random.nextInt(400)];
      random.nextBytes(garbage);
      assertArrayEquals(garbage, Adr.read("any", garbage).bytes());
    }
  }

  @Test
  void sectionsLieOneBehindTheOtherInAnyFile() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Shapes.random(random);
      int before = -1;
      for (Section one : Adr.read("any.md", bytes).sections()) {
        assertTrue(one.from() <= one.body() && one.body() <= one.to() && one.to() <= bytes.length);
        assertTrue(before < 0 || before == one.from(), () -> "a gap before " + one);
        before = one.to();
      }
    }
  }

  @Test
  void madr4IsRead() {
    Adr adr = Shapes.read("docs/0004-tide-tables.md", Shapes.MADR_4);
    Head head = adr.head();
    assertEquals(Dialect.MADR_4, head.dialect());
    assertEquals(4, head.number());
    assertEquals("Keep the tide tables in one file", head.title());
    assertEquals(Status.ACCEPTED, head.status());
    assertEquals("accepted", head.statusWords());
    assertEquals("2024-03-02", head.date());
    assertEquals(List.of("Ada Lind", "Boris Okoye"), head.decisionMakers());
    assertEquals(List.of("Harbour team", "Kim, of the docks"), head.consulted());
    assertEquals(List.of("everybody", "the crew"), head.informed());
    assertEquals(List.of(new Link(LinkKind.RELATES, "0002-charts.md", "the charts")), head.links());
    assertEquals(
        List.of(
            new Option(
                "One file",
                "As it was done on paper.",
                List.of("it can be copied\nover any wire"),
                List.of("it grows"),
                List.of("two cannot write at once"),
                true),
            new Option(
                "A small server",
                "",
                List.of("many can write"),
                List.of(),
                List.of("someone must wake up at night"),
                false)),
        adr.options());
    assertEquals(
        List.of(
            SectionKind.TITLE,
            SectionKind.CONTEXT,
            SectionKind.DRIVERS,
            SectionKind.OPTIONS,
            SectionKind.OUTCOME,
            SectionKind.CONSEQUENCES,
            SectionKind.CONFIRMATION,
            SectionKind.PROS_AND_CONS,
            SectionKind.OTHER,
            SectionKind.OTHER,
            SectionKind.MORE_INFORMATION),
        adr.sections().stream().map(Section::kind).toList());
  }

  @Test
  void olderShapesAreRead() {
    Head madr = Shapes.read("0008-hemp.md", Shapes.MADR_2).head();
    assertEquals(Dialect.MADR_2, madr.dialect());
    assertEquals(Status.SUPERSEDED, madr.status());
    assertEquals(List.of("Ada", "Boris"), madr.decisionMakers());
    assertEquals(
        List.of(
            new Link(LinkKind.SUPERSEDED_BY, "0009-use-steel.md", "ADR-0009"),
            new Link(LinkKind.SUPERSEDES, "0001-no-ropes.md", "ADR-0001")),
        madr.links());
    Head nygard = Shapes.read("x.md", Shapes.NYGARD).head();
    assertEquals(Dialect.NYGARD, nygard.dialect());
    assertEquals(7, nygard.number());
    assertEquals("Paint the hull red", nygard.title());
    assertEquals(Status.ACCEPTED, nygard.status());
    assertEquals("2018-07-10", nygard.date());
    assertEquals(LinkKind.AMENDS, nygard.links().getFirst().kind());
    Head brains = Shapes.read("20210113-count-the-gulls.md", Shapes.LOG4BRAINS).head();
    assertEquals(Dialect.LOG4BRAINS, brains.dialect());
    assertNull(brains.number());
    assertEquals(Status.PROPOSED, brains.status());
    assertEquals(List.of("birds", "deck"), brains.tags());
    Head table = Shapes.read("anchor.md", Shapes.TABLE).head();
    assertEquals(Status.ACCEPTED, table.status());
    assertEquals("4 May 2022", table.date());
    assertEquals(List.of(), table.links());
    Head bold = Shapes.read("lamps.md", Shapes.BOLD).head();
    assertEquals("Lamps", bold.title());
    assertEquals(12, bold.number());
    assertEquals("Proposed", bold.statusWords());
    assertEquals("2025-03-07", bold.date());
    Head nothing = Shapes.read("words.md", Shapes.NOTHING).head();
    assertEquals("Only words", nothing.title());
    assertEquals(Status.UNKNOWN, nothing.status());
    assertEquals("", nothing.statusWords());
  }

  @ParameterizedTest
  @CsvSource({
    "✅ Accepted (as it was), ACCEPTED",
    "`draft`, PROPOSED",
    "Not accepted, UNKNOWN",
    "superseded by ADR-0005, SUPERSEDED",
    "accepted; supersedes ADR-0045, ACCEPTED",
    "proposed | accepted | rejected, UNKNOWN",
    "akzeptiert, ACCEPTED",
    "Ersetzt durch ADR-4, SUPERSEDED",
    "überholt, DEPRECATED",
    "Acceptée, ACCEPTED",
    "rejeté, REJECTED",
    "remplacée par 5, SUPERSEDED",
    "Propuesto, PROPOSED",
    "obsoleto, DEPRECATED",
    "Aceito, ACCEPTED",
    "Rejeitada, REJECTED",
    "bozza, PROPOSED",
    "sostituita da 3, SUPERSEDED",
    "voorgesteld, PROPOSED",
    "geaccepteerd, ACCEPTED",
    "odrzucona, REJECTED",
    "przyjęta, ACCEPTED",
    "Принято, ACCEPTED",
    "устарело, DEPRECATED",
    "已接受, ACCEPTED",
    "提议, PROPOSED",
    "被 ADR-3 取代, SUPERSEDED",
    "承認済み, ACCEPTED",
    "不採用, REJECTED",
    "非推奨, DEPRECATED",
    "a whim, UNKNOWN"
  })
  void aStatusIsReadInManyLanguages(String words, Status status) {
    assertEquals(status, Status.of(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# X\n\n* Status: Angenommen\n",
        "# X\n\n## Statut\n\nAcceptée\n",
        "# X\n\n**Estado**: aceptada\n",
        "# X\n\n- **Stato:** accettata\n",
        "# X\n\n| Статус | Дата |\n|---|---|\n| принято | 2020 |\n",
        "# X\n\n## 状态\n\n已接受\n",
        "# X\n\n状态：已接受\n",
        "# X\n\n## ステータス\n\n承認\n",
        "---\nStatus: \"accepted\"\nbroken: [\n---\n# X\n",
        "# X\n\n## Status: Accepted\n",
        "# X\n\n## Status\n\n- [ ] proposed\n- [x] accepted\n",
        "# X\n\n* Status:\n  * accepted\n"
      })
  void aStatusIsFoundWhereItStands(String text) {
    assertEquals(Status.ACCEPTED, Shapes.read("x.md", text).head().status());
  }

  @Test
  void whatLooksLikeStructureInCodeOrCommentsIsNone() {
    Adr adr =
        Shapes.read(
            "x.md",
            """
            # X

            <!--
            ## Hidden
            * Status: rejected
            -->

            ~~~
            ## Code
            ```
            ~~~

            <pre>
            # no
            </pre>

                ## indented

            ## Seen

            ```
            ## never closed
            """);
    assertEquals(List.of("X", "Seen"), adr.sections().stream().map(Section::heading).toList());
    assertEquals(Status.UNKNOWN, adr.head().status());
  }

  @ParameterizedTest
  @CsvSource({
    "0005-x.md, 5",
    "adr-012-x.md, 12",
    "adr001-x.md, 1",
    "ODH-ADR-Operator-0003-x.md, 3",
    "7.md, 7",
    "use-http-2-now.md, ''",
    "20200924-x.md, ''",
    "2020-09-24-x.md, ''"
  })
  void aNumberStandsInTheNameOfTheFile(String file, String number) {
    Integer read = Shapes.read(file, "# X\n").head().number();
    assertEquals(number, read == null ? "" : String.valueOf(read));
  }

  @ParameterizedTest
  @CsvSource({
    "Supersedes [20201028-superseded-adr](20201028-superseded-adr.md), SUPERSEDES, 20201028-superseded-adr.md",
    "* **Superseded by:** [5. X](0005-x.md), SUPERSEDED_BY, 0005-x.md",
    "Replaced by ADR 12 on 2020-01-01, SUPERSEDED_BY, ADR 12",
    "Ersetzt durch ADR-7, SUPERSEDED_BY, ADR-7",
    "Löst ADR-7 ab (ersetzt ADR-7), SUPERSEDES, ADR-7",
    "Remplacé par [7](0007-x.md), SUPERSEDED_BY, 0007-x.md",
    "Zastąpione przez ADR-7, SUPERSEDED_BY, ADR-7",
    "Заменено на ADR-7, SUPERSEDED_BY, ADR-7",
    "被 ADR-7 取代, SUPERSEDED_BY, ADR-7",
    "取代 ADR-7, SUPERSEDES, ADR-7",
    "ADR-7 に置き換え, SUPERSEDED_BY, ADR-7",
    "Clarified by [7. X](0007-x.md), AMENDED_BY, 0007-x.md"
  })
  void aLineOfTheStatusNamesAnotherRecord(String line, LinkKind kind, String target) {
    Adr adr = Shapes.read("0001-x.md", "# X\n\n## Status\n\nAccepted\n\n" + line + "\n");
    assertEquals(
        List.of(kind + " " + target),
        adr.head().links().stream().map(one -> one.kind() + " " + one.target()).toList());
  }

  @Test
  void longLinesAndManyLinesAreReadAsFarAsTheyGo() {
    for (String part :
        List.of("a", " ", "#", "# x\n", "\n", "* ", "`", "[", "](", " | ", "|", "<!--", "-", ":")) {
      for (String begin : List.of("", "# X\n\n* Status: ", "## Status\n\nsee ", "---\nstatus: ")) {
        byte[] bytes =
            (begin + part.repeat(400_000 / part.length())).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(bytes, Adr.read("x.md", bytes).bytes());
      }
    }
  }
}
