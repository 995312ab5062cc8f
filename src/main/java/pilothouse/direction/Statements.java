package pilothouse.direction;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What places say of their direction: each version, and each time that it was looked at again. */
final class Statements {
  /** A quarter. */
  static final int REVIEW_DAYS = 91;

  private static final int VERSIONS = 100;
  private final Storage storage;
  private final InstantSource clock;
  private final ZoneId zone;

  Statements(Storage storage, InstantSource clock, ZoneId zone) {
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  Optional<Statement> current(Statement.Kind kind, Where place) {
    return storage.read(rows -> StatementRows.current(rows, kind, place));
  }

  /** The newest of each kind at each place. */
  List<Statement> current() {
    return storage.read(StatementRows::current);
  }

  /** The newest first. */
  List<Statement> versions(Statement.Kind kind, Where place) {
    return storage.read(rows -> StatementRows.versions(rows, kind, place, VERSIONS));
  }

  List<Review> reviews(List<Statement> of) {
    List<String> ids = of.stream().map(Statement::id).toList();
    return storage.read(rows -> StatementRows.reviews(rows, ids));
  }

  /** When each of these is looked at again: as its newest review says, else as it says itself. */
  Map<String, LocalDate> next(List<Statement> of) {
    Map<String, LocalDate> next = new HashMap<>();
    of.forEach(one -> next.put(one.id(), one.reviewOn()));
    reviews(of).reversed().forEach(review -> next.put(review.statement(), review.nextOn()));
    return next;
  }

  /**
   * Keeps a new version; the same words again are none.
   *
   * @param outcomes those that whoever types may see
   * @throws Refused where it makes no sense, or somebody else changed it meanwhile
   */
  Statement save(StatementDraft draft, Function<String, Optional<Outcome>> outcomes, Who who) {
    List<String> problems = draft.problems(outcomes, today());
    if (!problems.isEmpty()) {
      throw Refused.unfit(
          String.join(" ", problems), Texts.say("direction.statements.mend-and-send"));
    }
    Instant at = clock.instant();
    return storage.write(rows -> {
      OutcomeRows.hold(rows);
      Optional<Statement> before = StatementRows.current(rows, draft.kind(), draft.place());
      int number = before.map(Statement::number).orElse(0);
      if (draft.base() != number) {
        throw Refused.conflict(
            Texts.say("direction.statements.changed-meanwhile", draft.kind().called(), number),
            Texts.say("direction.statements.look-and-type-again"));
      }
      if (before.filter(draft::isSame).isPresent()) {
        return before.get();
      }
      Statement made = made(draft, before.orElse(null), at, who);
      StatementRows.add(rows, made, who);
      Journal.write(rows, entry(made, "said", made.why(), at, who, before.orElse(null)));
      return made;
    });
  }

  private Statement made(StatementDraft draft, @Nullable Statement before, Instant at, Who who) {
    Set<String> known =
        before == null
            ? Set.of()
            : before.items().stream().map(Statement.Item::id).collect(Collectors.toSet());
    List<Statement.Item> items =
        draft.items().stream()
            .map(item ->
                new Statement.Item(
                    known.contains(item.id()) ? item.id() : UUID.randomUUID().toString(),
                    item.section(),
                    item.says(),
                    item.more(),
                    item.outcome()))
            .toList();
    LocalDate review = draft.reviewOn() == null ? today().plusDays(REVIEW_DAYS) : draft.reviewOn();
    int number = before == null ? 1 : before.number() + 1;
    return new Statement(
        UUID.randomUUID().toString(),
        draft.kind(),
        draft.place(),
        number,
        draft.body(),
        items,
        review,
        at,
        who.name(),
        draft.why());
  }

  /**
   * Writes down that somebody looked at the current version again.
   *
   * @param nextOn null for the usual time
   */
  Review review(
      Statement.Kind kind,
      Where place,
      boolean keep,
      String why,
      @Nullable LocalDate nextOn,
      Who who) {
    LocalDate next = nextOn == null ? today().plusDays(REVIEW_DAYS) : nextOn;
    if (why.isBlank() || why.length() > 500) {
      throw Refused.unfit(
              Texts.say("direction.statements.review-needs-why"),
              Texts.say("direction.statements.write-why"))
          .at("why");
    }
    if (!next.isAfter(today())) {
      throw Refused.unfit(
              Texts.say("direction.draft.review-is-not-ahead", next),
              Texts.say("direction.statements.give-a-later-day"))
          .at("next_on");
    }
    Instant at = clock.instant();
    return storage.write(rows -> {
      OutcomeRows.hold(rows);
      Statement one =
          StatementRows.current(rows, kind, place)
              .orElseThrow(() ->
                  new NotFound(
                      Texts.say("direction.statements.nothing-to-review", kind.called()),
                      Texts.say("direction.statements.write-it-first")));
      Review made =
          new Review(one.id(), keep ? "keep" : "change", next, at, who.name(), why.strip());
      StatementRows.review(rows, UUID.randomUUID().toString(), made, who);
      Journal.write(
          rows,
          Entry.of(at, who, kind.word() + " reviewed", subject(one), made.why())
              .with(Map.of("came", made.came(), "next review", next.toString())));
      return made;
    });
  }

  private static Entry entry(
      Statement made, String verb, String why, Instant at, Who who, @Nullable Statement before) {
    Map<String, String> was = before == null ? Map.of() : Map.of("text", before.text());
    return Entry.of(at, who, made.kind().word() + " " + verb, subject(made), why)
        .changing(was, Map.of("text", made.text()));
  }

  private static Subject subject(Statement of) {
    String address = "/direction?scope=" + Addresses.part(of.place().text());
    return Subject.of(of.kind().word(), of.place().text(), address).in(of.place());
  }
}
