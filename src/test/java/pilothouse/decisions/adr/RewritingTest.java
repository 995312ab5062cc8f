package pilothouse.decisions.adr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What changed between two drafts is written into a file, and nothing else. */
class RewritingTest {
  private static AdrDraft with(AdrDraft all, String title, String context, String consequences) {
    return new AdrDraft(
        title,
        all.status(),
        all.date(),
        all.decisionMakers(),
        all.consulted(),
        all.informed(),
        context,
        all.drivers(),
        all.options(),
        all.because(),
        consequences,
        all.confirmation(),
        all.moreInformation());
  }

  private static AdrDraft with(
      AdrDraft all, String status, List<Option> options, String because, String more) {
    return new AdrDraft(
        all.title(),
        status,
        "2026-11-01",
        Stream.concat(all.decisionMakers().stream(), Stream.of("Mara")).toList(),
        all.consulted(),
        all.informed(),
        all.context(),
        all.drivers(),
        options,
        because,
        all.consequences(),
        all.confirmation(),
        more);
  }

  @Test
  void theSameDraftChangesNoByte() {
    Shapes.corpus()
        .forEach((file, text) -> {
          Adr adr = Shapes.read(file, text);
          AdrDraft draft = AdrDraft.of(adr);
          assertEquals(text, Shapes.text(adr.with(draft, draft)), file);
        });
  }

  @Test
  void aTitleAContextAndConsequencesAreSaidInEachShape() {
    Shapes.corpus()
        .forEach((file, text) -> {
          Adr adr = Shapes.read(file, text);
          AdrDraft then = AdrDraft.of(adr);
          AdrDraft now =
              with(then, "Sail by night", "Days are hot.\n\nAnd short.", "We sleep late.");
          Adr changed = adr.with(then, now);
          AdrDraft read = AdrDraft.of(changed);
          assertEquals("Sail by night", read.title(), file);
          assertEquals(adr.head().number(), changed.head().number(), file);
          assertEquals("Days are hot.\n\nAnd short.", read.context(), file);
          assertEquals("We sleep late.", read.consequences(), file);
          assertEquals(then.status(), read.status(), file);
          assertEquals(then.because(), read.because(), file);
          assertEquals(text.contains("Drei Mark."), Shapes.text(changed).contains("Drei Mark."));
        });
  }

  @Test
  void aChoiceItsStatusAndWhoDecidedAreSaidInEachShape() {
    List<Option> options =
        List.of(
            new Option("Oars", "", List.of("quiet"), List.of(), List.of("slow"), false),
            new Option("Sails", "", List.of("fast"), List.of("wind"), List.of(), true));
    Shapes.corpus()
        .forEach((file, text) -> {
          Adr adr = Shapes.read(file, text);
          AdrDraft then = AdrDraft.of(adr);
          AdrDraft now = with(then, "rejected", options, "the wind is free", "* Dissent: no");
          Adr changed = adr.with(then, now);
          assertEquals(options, AdrDraft.of(changed).options(), file);
          assertEquals("the wind is free", AdrDraft.of(changed).because(), file);
          assertEquals(Status.REJECTED, changed.head().status(), file);
          assertTrue(changed.head().decisionMakers().contains("Mara"), file);
          assertTrue(changed.head().date().contains("2026-11-01"), file);
          assertTrue(Shapes.text(changed).contains("Dissent: no"), file);
        });
  }

  @Test
  void optionsThatStayKeepWhatTheFileSaysOfThem() {
    Adr adr = Shapes.read("0004-tide-tables.md", Shapes.MADR_4);
    AdrDraft then = AdrDraft.of(adr);
    List<Option> more =
        Stream.concat(then.options().stream(), Stream.of(Option.titled("Paper"))).toList();
    AdrDraft now = with(then, then.status(), more, then.because(), then.moreInformation());
    String text = Shapes.text(adr.with(then, now));
    assertTrue(text.contains("* One file\n* A small server\n* Paper\n"), text);
    assertTrue(text.contains("As it was done on paper."), text);
    assertTrue(text.contains("* Good, because it can be copied\n  over any wire"), text);
  }

  @Test
  void oneOfSeveralSectionsOfAKindIsChangedAlone() {
    String text =
        "# X\n\n## Positive Consequences\n\n* fast\n\n## Negative Consequences\n\n* dear\n";
    Adr adr = Shapes.read("x.md", text);
    AdrDraft then = AdrDraft.of(adr);
    Adr changed = adr.with(then, with(then, "X", "", "* fast\n\n* cheap"));
    assertEquals(text.replace("dear", "cheap"), Shapes.text(changed));
  }

  @Test
  void whateverAFileIsItsOtherWordsStay() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = Shapes.random(random);
      Adr adr = Adr.read("x.md", bytes);
      AdrDraft then = AdrDraft.of(adr);
      AdrDraft now = with(then, "Other", "Another context", then.consequences());
      Adr changed = adr.with(then, now);
      assertTrue(Shapes.text(changed).contains("Another context"));
      assertArrayEquals(adr.bytes(), adr.with(then, then).bytes());
    }
  }

  @Test
  void theTextOfAConflictIsTakenFromTheOtherSide() {
    Adr base = Shapes.read("0007-paint.md", Shapes.NYGARD);
    Adr ours = Shapes.read("0007-paint.md", Shapes.NYGARD.replace("Rust comes.", "Rust is here."));
    Adr theirs =
        Shapes.read(
            "0007-paint.md",
            Shapes.NYGARD.replace("Rust comes.", "Rust went.").replace("Gulls", "Crows"));
    Merge merge = Merge.of(base, ours, theirs);
    Adr merged = Adr.read("0007-paint.md", merge.bytes());
    Conflict conflict = merge.conflicts().getFirst();
    assertTrue(
        Shapes.text(merged).contains("Rust is here.") && Shapes.text(merged).contains("Crows"));
    String taken = Shapes.text(Adr.read("x.md", Merge.taking(merged, theirs, conflict)));
    assertEquals(Shapes.text(theirs), taken);
    assertTrue(Merge.agree(theirs, Shapes.read("x.md", taken), conflict.part()));
  }
}
