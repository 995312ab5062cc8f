package pilothouse.blocks;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import pilothouse.views.Aim;

/** Tells blocks to programs. */
record BlockTelling(Shelf shelf) {
  Told.One one(Block block) {
    Words words = block.words();
    Weekly weekly = words.weekly();
    return new Told.One(
        block.id(),
        block.team(),
        words.purpose(),
        weekly.days().stream()
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList(),
        weekly.from().toString(),
        weekly.to().toString(),
        weekly.zone().getId(),
        weekly.since().toString(),
        weekly.last().map(LocalDate::toString).orElse(null),
        weekly.every(),
        words.pauses().stream().map(Pause::text).toList(),
        words.owner().isEmpty() ? null : shelf.yard().owners().name(words.owner()),
        block.newest().number(),
        block.uid(),
        weekly.isTakenBack());
  }

  private List<Told.One> blocks(Shelf.Kept kept, String team) {
    return kept.of(team).stream().map(this::one).toList();
  }

  Told.Brief brief(Shelf.Kept kept, Aim.Named team) {
    String name = team.aim().name();
    return new Told.Brief(name, team.title(), blocks(kept, name), Told.Sum.of(kept.judged(name)));
  }

  Told.Whole whole(String team) {
    Shelf.Kept kept = shelf.now();
    return new Told.Whole(
        team,
        shelf.yard().title(team),
        blocks(kept, team),
        Told.Sum.of(kept.judged(team)),
        kept.weeks(team).stream().map(Told.InWeek::of).toList(),
        kept.uploads(team).stream().map(Told.Days::of).toList());
  }
}
