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
import pilothouse.flags.Lapsed;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What became debt by itself, as other rooms tell it. */
record Lapsing(
    Supplier<List<Decisions.Lapsed>> standards,
    Supplier<List<Lapsed>> flags,
    Supplier<Storage> storage,
    InstantSource clock,
    ZoneId zone) {
  /** Standards whose review is over, spikes nobody answered in time, flags past their lives. */
  List<Lapse> all() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return Stream.of(
            standards.get().stream().map(Lapsing::lapse),
            Bets.unanswered(storage.get(), today).stream().map(Lapsing::lapse),
            flags.get().stream().map(Lapsing::lapse))
        .flatMap(some -> some)
        .toList();
  }

  private static Lapse lapse(Decisions.Lapsed one) {
    String since = Texts.say("debt.lapse.standard", Say.day(one.since()));
    return new Lapse("standard", one.id(), one.says(), since, one.page(), one.place());
  }

  private static Lapse lapse(Lapsed one) {
    String says = one.goes() ? "debt.lapse.flag" : "debt.lapse.flag-review";
    String since = Texts.say(says, Say.day(one.since()));
    return new Lapse(
        "flag",
        one.id(),
        Texts.say("debt.lapse.flag-title", one.key()),
        since,
        one.page(),
        one.place(),
        one.owner(),
        one.since());
  }

  private static Lapse lapse(Probe one) {
    String since = Texts.say("debt.lapse.spike", Say.day(LocalDate.parse(one.due())));
    return new Lapse("spike", one.id(), one.question(), since, one.page(), one.where());
  }
}
