package pilothouse.promises;

import static pilothouse.findings.Finding.Severity.ACT;
import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * What is due soon, what is overdue, and what nobody owes any more. Overdue for a week it is also
 * for who leads its place, for two weeks for who leads the organisation.
 */
final class Reminding implements Source {
  static final int STEP_DAYS = 7;
  private static final int LONGEST_REMINDER = 60;
  private static final double QUARTER = 90;

  /** That nobody owes it any more is told before how late it is. */
  private static final double MOST = 0.99;

  private static final int AT_ONCE = 100;

  private final Promises promises;
  private final Storage storage;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Reminding(Promises promises, Storage storage) {
    this.promises = promises;
    this.storage = storage;
  }

  /** What was found, in one language: good until a promise changes or the day does. */
  private record Kept(long version, LocalDate day, List<Finding> found) {}

  @Override
  public List<Finding> found(Instant now) {
    LocalDate today = promises.today();
    String language = Texts.now().tag();
    long version = storage.read(PromiseRows::version);
    Kept before = kept.get(language);
    if (before == null || before.version() != version || !before.day().equals(today)) {
      before = new Kept(version, today, fresh(today));
      kept.put(language, before);
    }
    return before.found();
  }

  private List<Finding> fresh(LocalDate today) {
    List<Finding> found = new ArrayList<>();
    List<Promise> near = near(today);
    Set<String> left = promises.owners().left(storage.read(PromiseRows::owners));
    List<Promise> orphans = storage.read(rows -> PromiseRows.owed(rows, List.copyOf(left)));
    Map<String, String> names =
        promises
            .owners()
            .names(Stream.concat(near.stream(), orphans.stream()).map(Promise::owner).toList());
    for (Promise one : near) {
      found.add(due(one, today));
      int step = step(one, today);
      if (step > 0) {
        found.add(escalated(one, today, step, names.getOrDefault(one.owner(), one.owner())));
      }
    }
    orphans.forEach(one -> found.add(orphan(one, names.getOrDefault(one.owner(), one.owner()))));
    return List.copyOf(found);
  }

  /** Those that are called to mind: their kinds say how long before. */
  private List<Promise> near(LocalDate today) {
    int longest =
        promises.kinds().stream()
            .mapToInt(kind -> Math.min(LONGEST_REMINDER, kind.remindDays()))
            .max()
            .orElse(0);
    return storage.read(rows -> PromiseRows.due(rows, today.plusDays(longest))).stream()
        .filter(one -> !one.due().isAfter(today.plusDays(reminds(one))))
        .toList();
  }

  private int reminds(Promise one) {
    return Math.min(LONGEST_REMINDER, promises.kind(one.kind()).remindDays());
  }

  /** How many steps up the ladder: none while it is not overdue for a week. */
  private static int step(Promise one, LocalDate today) {
    return Math.clamp(one.due().until(today, ChronoUnit.DAYS) / STEP_DAYS, 0, 2);
  }

  private Finding due(Promise one, LocalDate today) {
    long late = one.due().until(today, ChronoUnit.DAYS);
    String what = PromiseWords.shortened(one.what());
    String says =
        late > 0
            ? Texts.counted("promises.found.overdue", late, what)
            : late == 0
                ? Texts.say("promises.found.today", what)
                : Texts.counted("promises.found.soon", -late, what);
    return about(one, late > 0 ? "promise-overdue" : "promise-due", late > 0, says)
        .weighing(late > 0 ? Math.min(MOST, 0.5 + late / QUARTER) : 0.3);
  }

  private static Finding escalated(Promise one, LocalDate today, int step, String owner) {
    long late = one.due().until(today, ChronoUnit.DAYS);
    String says =
        Texts.counted("promises.found.escalated", late, PromiseWords.shortened(one.what()), owner);
    return at(one, "promise-escalated", true, says, step > 1 ? Where.ORGANISATION : one.place())
        .weighing(Math.min(MOST, 0.5 + late / QUARTER));
  }

  private static Finding orphan(Promise one, String owner) {
    String says = Texts.say("promises.found.left", owner, PromiseWords.shortened(one.what()));
    return at(one, "promise-without-owner", true, says, one.place()).weighing(1);
  }

  /** A team's promise is for who leads the team. */
  private static Finding about(Promise one, String kind, boolean acts, String says) {
    boolean isTeams = one.owner().startsWith(Owner.TEAM);
    Where place = isTeams ? Where.team(one.owner().substring(Owner.TEAM.length())) : one.place();
    return at(one, kind, acts, says, place).owed(isTeams ? "" : one.owner());
  }

  private static Finding at(Promise one, String kind, boolean acts, String says, Where place) {
    return Finding.of(kind, acts ? ACT : LOOK, says, one.id(), place, one.address())
        .costing(one.costPerWeek())
        .because(List.of(PromiseWords.kind(one.kind())));
  }

  /** One row for each reminder and each step, so that notices tell of it once. */
  void round() {
    LocalDate today = promises.today();
    write(Turn.REMINDED, 1, today.plusDays(LONGEST_REMINDER), today);
    for (int up = 1; up <= 2; up++) {
      write(Turn.ESCALATED, up, today.minusDays((long) up * STEP_DAYS), today);
    }
  }

  /** Of those that are due until then, those that lack it: most rounds find none. */
  private void write(String what, int times, LocalDate until, LocalDate today) {
    List<Promise> lacking =
        storage.read(rows -> TurnRows.lacking(rows, what, times, until)).stream()
            .filter(one -> !one.due().isAfter(today.plusDays(reminds(one))))
            .toList();
    for (int from = 0; from < lacking.size(); from += AT_ONCE) {
      List<Promise> some = lacking.subList(from, Math.min(lacking.size(), from + AT_ONCE));
      storage.write(rows -> {
        for (Promise one : some) {
          if (one.equals(PromiseRows.find(rows, one.id()).orElse(null))
              && !TurnRows.isDone(rows, one, what, times)) {
            promises.turned(rows, one, turn(one, what));
          }
        }
        return true;
      });
    }
  }

  private Turn turn(Promise one, String what) {
    Who who = Who.program();
    return new Turn(what, promises.now(), who.id(), who.name(), "", "", one.due(), one.owner());
  }
}
