package pilothouse;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.debt.Lapse;
import pilothouse.decisions.Decisions;
import pilothouse.direction.bets.Bets;
import pilothouse.direction.bets.Probe;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What became debt by itself, as other rooms tell it. */
record Lapsing(
    Supplier<List<Decisions.Lapsed>> standards,
    Supplier<Storage> storage,
    InstantSource clock,
    ZoneId zone) {
  /** Standards whose review is over, and spikes that nobody answered in time. */
  List<Lapse> all() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return Stream.concat(
            standards.get().stream().map(Lapsing::lapse),
            Bets.unanswered(storage.get(), today).stream().map(Lapsing::lapse))
        .toList();
  }

  private static Lapse lapse(Decisions.Lapsed one) {
    String since = Texts.say("debt.lapse.standard", Say.day(one.since()));
    return new Lapse("standard", one.id(), one.says(), since, one.page(), one.place());
  }

  private static Lapse lapse(Probe one) {
    String since = Texts.say("debt.lapse.spike", Say.day(LocalDate.parse(one.due())));
    return new Lapse("spike", one.id(), one.question(), since, one.page(), one.where());
  }
}
