package pilothouse.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Days;
import pilothouse.web.Refused;

/** Takes a team's calendar for days that are over. */
record Taking(Shelf shelf, Who who) {
  private static final int LONGEST_DAYS = 400;

  Receipt take(String team, @Nullable String from, @Nullable String to, byte[] file) {
    Yard yard = shelf.yard();
    if (yard.alone().test(team)) {
      throw Refused.unfit(
          Texts.say("blocks.alone", yard.title(team)), Texts.say("blocks.alone.mend"));
    }
    LocalDate last = last(to);
    LocalDate usual = Weekly.monday(yard.today()).minusWeeks(Shelf.JUDGED);
    LocalDate first = from == null ? usual : Days.needed("from", from);
    if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
      throw Wording.unfit("from", "blocks.draft.range", LONGEST_DAYS);
    }
    Draught draught = new Draught(team, first, last, zone(team));
    CalendarFile.read(file, draught);
    Upload upload =
        new Upload(
            UUID.randomUUID().toString(),
            0,
            team,
            first,
            last,
            draught.digest(),
            draught.events(),
            draught.left(),
            yard.clock().instant(),
            who.id(),
            who.name());
    Receipt receipt = Receipt.of(upload, draught, false);
    return receipt.isNothing() ? receipt : Receipt.of(upload, draught, keep(upload, draught));
  }

  /** Of days that are over, for what is to come may still be booked. */
  private LocalDate last(@Nullable String to) {
    LocalDate yesterday = shelf.yard().today().minusDays(1);
    LocalDate last = to == null ? yesterday : Days.needed("to", to);
    if (last.isAfter(yesterday)) {
      throw Refused.unfit(
              Texts.say("blocks.draft.to-come", Say.day(last)),
              Texts.say("blocks.mend.to-come", Say.day(yesterday)))
          .at("to");
    }
    return last;
  }

  /** Of times that are in no zone: that of the team's first block. */
  private ZoneId zone(String team) {
    return shelf.now().of(team).stream()
        .map(block -> block.words().weekly().zone())
        .findFirst()
        .orElse(shelf.yard().zone());
  }

  private boolean keep(Upload upload, Draught draught) {
    return shelf
        .storage()
        .write(rows -> {
          List<Upload> all = MeetingRows.uploads(rows);
          List<Upload> own = all.stream().filter(one -> one.team().equals(upload.team())).toList();
          if (isSame(upload, own)) {
            return false;
          }
          own.stream().filter(upload::covers).forEach(old -> MeetingRows.forget(rows, old));
          int number = all.isEmpty() ? 1 : all.getFirst().number() + 1;
          MeetingRows.add(rows, upload.numbered(number), List.copyOf(draught.meetings()));
          Journal.write(rows, entry(upload, draught));
          return true;
        });
  }

  /** Whether these days were told so before, and none of them otherwise since. */
  private static boolean isSame(Upload upload, List<Upload> newestFirst) {
    return newestFirst.stream()
        .filter(upload::meets)
        .findFirst()
        .filter(one -> one.covers(upload) && upload.covers(one))
        .filter(one -> one.digest().equals(upload.digest()))
        .filter(one -> one.skipped().equals(upload.skipped()))
        .isPresent();
  }

  private Entry entry(Upload upload, Draught draught) {
    Instant at = upload.at();
    Subject subject =
        Subject.of("team", upload.team(), "/focus-time/" + upload.team())
            .in(pilothouse.web.Where.team(upload.team()));
    return Entry.of(at, who, "meetings told", subject, "")
        .with(
            Map.of(
                "days", upload.first() + " to " + upload.last(),
                "meetings", String.valueOf(draught.meetings().size()),
                "left out", upload.skipped()));
  }
}
