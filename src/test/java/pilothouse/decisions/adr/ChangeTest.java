package pilothouse.decisions.adr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final List<Field> MANAGED =
      List.of(Field.STATUS, Field.DATE, Field.DECISION_MAKERS, Field.CONSULTED, Field.INFORMED);

  @Test
  void aChangedFieldIsReadAndAllOtherLinesStay() {
    Shapes.all()
        .forEach((file, text) -> {
          for (String end : List.of("\n", "\r\n")) {
            Adr adr = Shapes.read(file, text.replace("\n", end));
            for (Field field : MANAGED) {
              List<String> values =
                  field.isList() ? List.of("Zoë", "Li, of B") : List.of("deprecated");
              Adr changed = adr.with(field, values);
              assertEquals(values, changed.words(field), () -> file + " " + field);
              onlyOneRangeDiffers(adr, changed, file + " " + field);
              assertEquals(
                  0, Shapes.text(changed).replace(end, "").chars().filter(c -> c == '\n').count());
            }
          }
        });
  }

  /** What is before and behind the change is the same, and the change is small. */
  private static void onlyOneRangeDiffers(Adr before, Adr after, String what) {
    byte[] old = before.bytes();
    byte[] now = after.bytes();
    int same = Math.max(0, Arrays.mismatch(old, now));
    int tail = 0;
    while (tail < Math.min(old.length, now.length) - same
        && old[old.length - 1 - tail] == now[now.length - 1 - tail]) {
      tail++;
    }
    int gone = old.length - same - tail;
    assertTrue(gone <= 60 && now.length - same - tail <= 80, () -> what + " took " + gone);
  }

  @Test
  void sayingTheSameChangesNothing() {
    Random random = new Random(4);
    List<Adr> all = new ArrayList<>();
    Shapes.all().forEach((file, text) -> all.add(Shapes.read(file, text)));
    for (int i = 0; i < 300; i++) {
      all.add(Adr.read("0001-x.md", Shapes.random(random)));
    }
    for (Adr adr : all) {
      for (Field field : Field.values()) {
        if (!adr.words(field).isEmpty()) {
          assertArrayEquals(adr.bytes(), adr.with(field, adr.words(field)).bytes());
        }
      }
    }
  }

  @Test
  void aChangeOfAnyFileLosesNoOtherWords() {
    Random random = new Random(8);
    for (int i = 0; i < 500; i++) {
      Adr adr = Adr.read("0001-x.md", Shapes.random(random));
      Field field = MANAGED.get(random.nextInt(MANAGED.size()));
      Place place = adr.structure().place(field);
      byte[] old = adr.bytes();
      byte[] now = adr.with(field, List.of("Zed")).bytes();
      int from = place == null ? Math.max(0, Arrays.mismatch(old, now)) : place.from();
      int behind = place == null ? old.length - from : old.length - place.to();
      assertTrue(Arrays.equals(old, 0, from, now, 0, from));
      assertTrue(
          Arrays.equals(
              old, old.length - behind, old.length, now, now.length - behind, now.length));
    }
  }

  @Test
  void frontMatterKeepsItsCommentsQuotesAndLists() {
    Adr adr = Shapes.read("0004-x.md", Shapes.MADR_4);
    assertTrue(
        Shapes.text(adr.with(Field.STATUS, List.of("deprecated")))
            .contains("status: deprecated # since spring\n"));
    assertTrue(
        Shapes.text(adr.with(Field.INFORMED, List.of("nobody", "a: b")))
            .contains("informed:\n  - nobody\n  - \"a: b\"\n---\n"));
    assertTrue(
        Shapes.text(adr.with(Field.CONSULTED, List.of("Eve"))).contains("consulted: [\"Eve\"]\n"));
  }

  @Test
  void supersessionIsSaidAsEachShapeDoes() {
    List<String> target = List.of("[ADR-0011](0011-new.md)");
    assertTrue(
        Shapes.text(Shapes.read("0004-x.md", Shapes.MADR_4).with(Field.SUPERSEDED_BY, target))
            .contains("status: \"superseded by [ADR-0011](0011-new.md)\" # since spring\n"));
    assertTrue(
        Shapes.text(Shapes.read("0007-x.md", Shapes.NYGARD).with(Field.SUPERSEDED_BY, target))
            .contains("## Status\n\nSuperseded by [ADR-0011](0011-new.md)\n\nAmends [3."));
    assertTrue(
        Shapes.text(Shapes.read("0007-x.md", Shapes.NYGARD).with(Field.SUPERSEDES, target))
            .contains("hull.md)\n\nSupersedes [ADR-0011](0011-new.md)\n\n## Context"));
    assertTrue(
        Shapes.text(Shapes.read("0008-x.md", Shapes.MADR_2).with(Field.SUPERSEDES, target))
            .endsWith("## Links\n\n* Supersedes [ADR-0011](0011-new.md)\n"));
    assertTrue(
        Shapes.text(Shapes.read("20210113-x.md", Shapes.LOG4BRAINS).with(Field.SUPERSEDES, target))
            .endsWith("We count.\n\n## Links\n\n- Supersedes [ADR-0011](0011-new.md)\n"));
    Shapes.all()
        .forEach((file, text) -> {
          Adr adr = Shapes.read(file, text);
          Adr old = adr.with(Field.SUPERSEDED_BY, target);
          assertEquals(List.of("0011-new.md"), old.targets(LinkKind.SUPERSEDED_BY), file);
          assertEquals(Status.SUPERSEDED, old.head().status(), file);
          Adr newer = adr.with(Field.SUPERSEDES, target);
          assertEquals(List.of("0011-new.md"), newer.targets(LinkKind.SUPERSEDES), file);
          assertArrayEquals(newer.bytes(), newer.with(Field.SUPERSEDES, target).bytes(), file);
        });
  }

  @Test
  void aFieldThatIsNotThereGoesBesideItsLike() {
    assertTrue(
        Shapes.text(
                Shapes.read("20210113-x.md", Shapes.LOG4BRAINS)
                    .with(Field.CONSULTED, List.of("Eve")))
            .contains("- Tags: birds, deck\n- Consulted: Eve\n"));
    assertTrue(
        Shapes.text(Shapes.read("lamps.md", Shapes.BOLD).with(Field.INFORMED, List.of("Eve")))
            .contains("\n\n**Informed:** Eve\n\n## Context"));
    assertTrue(
        Shapes.text(Shapes.read("anchor.md", Shapes.TABLE).with(Field.INFORMED, List.of("E|e")))
            .contains("| Supersedes | N/A |\n| Informed | E\\|e |\n"));
    assertTrue(
        Shapes.text(Shapes.read("words.md", Shapes.NOTHING).with(Field.STATUS, List.of("accepted")))
            .startsWith("Only words\n==========\n\n- Status: accepted\n\nNo status"));
  }

  @Test
  void aFileThatIsNoUtf8StaysWhatItIs() {
    byte[] latin = "# Brücke\r\n\r\n* Status: offen\r\n".getBytes(StandardCharsets.ISO_8859_1);
    Adr adr = Adr.read("0001-x.md", latin);
    assertEquals("Brücke", adr.head().title());
    assertArrayEquals(
        "# Brücke\r\n\r\n* Status: gültig &#10003;\r\n".getBytes(StandardCharsets.ISO_8859_1),
        adr.with(Field.STATUS, List.of("gültig ✓")).bytes());
  }

  @Test
  void whatIsTakenAwayTakesItsLine() {
    Adr adr = Shapes.read("0008-x.md", Shapes.MADR_2);
    assertEquals(
        Shapes.MADR_2.replace("* Date: 2019-05-06\n", ""),
        Shapes.text(adr.with(Field.DATE, List.of())));
  }
}
