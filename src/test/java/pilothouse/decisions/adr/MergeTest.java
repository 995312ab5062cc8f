package pilothouse.decisions.adr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final Adr BASE = Shapes.read("0004-x.md", Shapes.MADR_4);

  private static Adr changed(String from, String to) {
    assertTrue(Shapes.MADR_4.contains(from), from);
    return Shapes.read("0004-x.md", Shapes.MADR_4.replace(from, to));
  }

  private static String merged(Adr ours, Adr theirs) {
    Merge merge = Merge.of(BASE, ours, theirs);
    assertTrue(merge.isClean(), () -> String.valueOf(merge.conflicts()));
    return Shapes.text(Adr.read("0004-x.md", merge.bytes()));
  }

  @Test
  void whatOneSideChangedIsTaken() {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      Adr base = Adr.read("x.md", Shapes.random(random));
      Adr side = Adr.read("x.md", Shapes.random(random));
      assertEquals(new Merge(side.bytes(), List.of()), Merge.of(base, side, base));
      assertEquals(new Merge(side.bytes(), List.of()), Merge.of(base, base, side));
      assertEquals(new Merge(side.bytes(), List.of()), Merge.of(base, side, side));
    }
  }

  @Test
  void changesOfDifferentSectionsAndFieldsComeTogether() {
    Adr ours = changed("Where do tide tables live?", "Where?").with(Field.STATUS, List.of("draft"));
    Adr theirs = changed("A test reads", "A person reads").with(Field.DATE, List.of("2025-01-01"));
    String both =
        Shapes.MADR_4
            .replace("Where do tide tables live?", "Where?")
            .replace("status: accepted", "status: draft")
            .replace("A test reads", "A person reads")
            .replace("2024-03-02", "2025-01-01");
    assertEquals(both, merged(ours, theirs));
    assertEquals(both, merged(theirs, ours));
  }

  @Test
  void fieldsBelowTheTitleComeTogether() {
    Adr base = Shapes.read("0008-x.md", Shapes.MADR_2);
    Merge merge =
        Merge.of(
            base,
            base.with(Field.STATUS, List.of("accepted")),
            base.with(Field.DATE, List.of("2020-01-01")));
    assertTrue(merge.isClean());
    Head head = Adr.read("0008-x.md", merge.bytes()).head();
    assertEquals("accepted", head.statusWords());
    assertEquals("2020-01-01", head.date());
  }

  @Test
  void bothDifferentlyIsAConflictThatKeepsBothTexts() {
    Merge merge =
        Merge.of(
            BASE,
            changed("Where do tide tables live?", "Where?"),
            changed("Where do tide tables live?", "Why?"));
    assertEquals(1, merge.conflicts().size());
    Conflict conflict = merge.conflicts().getFirst();
    assertEquals("Context and Problem Statement", conflict.heading());
    assertTrue(conflict.base().contains("Where do tide tables live?"));
    assertTrue(conflict.ours().contains("Where?"));
    assertTrue(conflict.theirs().contains("Why?"));
    assertEquals(
        Shapes.MADR_4.replace("Where do tide tables live?", "Where?"),
        Shapes.text(Adr.read("x.md", merge.bytes())));
  }

  @Test
  void sectionsThatCameOrWentAreKnown() {
    Adr ours = changed("## More Information\n", "## Costs\n\nNone.\n\n## More Information\n");
    Adr theirs = changed("### Confirmation\n\nA test reads the file on each build.\n\n", "");
    String both =
        Shapes.text(ours)
            .replace("### Confirmation\n\nA test reads the file on each build.\n\n", "");
    assertEquals(both, merged(ours, theirs));
    assertEquals(both, merged(theirs, ours));
    Adr last = Shapes.read("0004-x.md", Shapes.MADR_4 + "\n## Later\n\nMore.\n");
    String appended = merged(changed("Where do", "Where"), last);
    assertTrue(appended.endsWith("(0002-charts.md).\n\n## Later\n\nMore.\n"), appended);
    Merge gone = Merge.of(BASE, theirs, changed("A test reads the file", "Nobody reads the file"));
    assertEquals("Confirmation", gone.conflicts().getFirst().heading());
    assertEquals("", gone.conflicts().getFirst().ours());
    assertTrue(Shapes.text(Adr.read("x.md", gone.bytes())).contains("Nobody reads"));
  }

  @Test
  void lineEndsAndBytesOfOurSideStay() {
    Adr ours =
        Shapes.read("x.md", Shapes.MADR_4.replace("\n", "\r\n").replace("Where do", "Where"));
    Adr theirs = changed("A test reads", "A person reads");
    assertArrayEquals(
        Shapes.MADR_4
            .replace("Where do", "Where")
            .replace("A test reads", "A person reads")
            .replace("\n", "\r\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Merge.of(BASE, ours, theirs).bytes());
  }

  @Test
  void nothingThatASideAddedIsLost() {
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      Adr base = Adr.read("x.md", Shapes.random(random));
      Adr ours = Adr.read("x.md", Shapes.random(random));
      Adr theirs = Adr.read("x.md", Shapes.random(random));
      Merge merge = Merge.of(base, ours, theirs);
      String all =
          Shapes.text(Adr.read("x.md", merge.bytes()))
              + "\n"
              + merge.conflicts()
              + Shapes.text(base);
      for (Adr side : List.of(ours, theirs)) {
        Piece.of(side)
            .forEach(piece ->
                piece
                    .text()
                    .lines()
                    .filter(line -> line.chars().allMatch(c -> c < 128))
                    .forEach(line -> assertTrue(all.contains(line), line)));
      }
    }
  }
}
