package pilothouse.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.findings.Source;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Flags whose day is over, and those that their files name no more; of each place the oldest. */
record FlagFindings(FlagShelf shelf) implements Source {
  /** So many of a place are named; of the others is told how many there are. */
  static final int NAMED = 20;

  @Override
  public List<Finding> found(Instant now) {
    LocalDate today = shelf.locker().today();
    List<Finding> all = new ArrayList<>();
    List<Flag> flags = shelf.now().all();
    add(all, "flag-expired", flags.stream().filter(one -> isTold(one, today)), this::late);
    add(all, "flag-gone-from-file", flags.stream().filter(Flag::isGoneFromFiles), this::gone);
    return List.copyOf(all);
  }

  /** Whether it is past its day, and no promise about it is overdue, which is told by itself. */
  private boolean isTold(Flag one, LocalDate today) {
    return one.isLate(today)
        && (one.words().owner().isEmpty() || !Vow.due(one, shelf.locker()).isBefore(today));
  }

  private static void add(
      List<Finding> all, String kind, Stream<Flag> which, Function<Flag, Finding> says) {
    Map<Where, List<Flag>> found =
        which
            .sorted(Comparator.comparing(Flag::ends).thenComparingInt(Flag::number))
            .collect(Collectors.groupingBy(Flag::place, LinkedHashMap::new, Collectors.toList()));
    found.forEach((place, there) -> {
      there.stream().limit(NAMED).map(says).forEach(all::add);
      if (there.size() > NAMED) {
        String more = Texts.counted("flags.found.more." + kind, there.size() - NAMED);
        String page = "/flags?place=" + Addresses.part(place.text());
        all.add(Finding.of(kind + "-more", Severity.KNOW, more, "more", place, page));
      }
    });
  }

  private Finding late(Flag flag) {
    boolean goes = flag.words().purpose().goes();
    String says = goes ? "flags.found.expired" : "flags.found.unreviewed";
    return Finding.of(
            "flag-expired",
            Severity.LOOK,
            Texts.say(says, flag.key(), Say.day(flag.ends())),
            flag.id(),
            flag.place(),
            flag.address())
        .owed(flag.words().owner())
        .begun(flag.ends().plusDays(1).atStartOfDay(shelf.locker().zone()).toInstant())
        .weighing(flag.extended() > 1 ? 0.5 : 0.4);
  }

  private Finding gone(Flag flag) {
    String file =
        flag.seen().stream().filter(Sighting::isGone).map(Sighting::file).findFirst().orElse("");
    return Finding.of(
            "flag-gone-from-file",
            Severity.KNOW,
            Texts.say("flags.found.gone", flag.key(), file),
            flag.id(),
            flag.place(),
            flag.address())
        .owed(flag.words().owner())
        .weighing(0.2);
  }
}
