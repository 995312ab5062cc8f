package pilothouse.allocation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.work.Work;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * A plan beside what was finished, as a page shows it.
 *
 * @param place of which one may be allowed to change it
 */
public record Sheet(
    String id,
    String team,
    String days,
    String declared,
    String band,
    String made,
    String why,
    Where place,
    boolean running,
    String pieces,
    boolean enough,
    int uncounted,
    List<Line> lines,
    Line unknown,
    Whole whole) {

  /** One category. */
  public record Line(
      String category,
      String declared,
      String actual,
      String drift,
      String byLines,
      String driftByLines,
      int count,
      boolean beyond,
      List<Item> items,
      int hidden) {}

  /** All categories together, the unknown one among them: their parts sum to it. */
  public record Whole(String declared, String actual, String byLines, int count) {
    static Whole of(Balance balance) {
      return new Whole(
          Points.percent(balance.together(Share::declared)),
          Points.percent(balance.together(Share::byCount)),
          Points.percent(balance.together(Share::byLines)),
          balance.pieces());
    }
  }

  /** One piece of work; the address is empty where none is known. */
  public record Item(
      String name,
      String title,
      String url,
      String repository,
      String finished,
      String lines,
      String why) {}

  private static String called(Allocations allocations, String team) {
    return allocations.scopes().teams().stream()
        .filter(one -> one.aim().name().equals(team))
        .map(Aim.Named::title)
        .findFirst()
        .orElse(team);
  }

  static Sheet of(Allocations allocations, Plan plan, Caller caller) {
    Balance balance = allocations.balance(plan);
    LocalDate today = allocations.today();
    return new Sheet(
        plan.id(),
        called(allocations, plan.team()),
        Texts.say("allocation.days", Say.day(plan.first()), Say.day(plan.last())),
        plan.says(),
        Say.number(plan.band()),
        Texts.say(
            "allocation.made",
            Say.day(plan.madeAt(), allocations.zone()),
            Named.by(caller, Where.team(plan.team()), plan.madeBy())),
        plan.why(),
        Where.team(plan.team()),
        !plan.last().isBefore(today),
        Texts.counted("allocation.pieces", balance.pieces()),
        balance.isEnough(),
        balance.uncounted(),
        balance.shares().stream()
            .map(share -> line(allocations, plan, share, balance, caller))
            .toList(),
        line(allocations, plan, balance.unknown(), balance, caller),
        Whole.of(balance));
  }

  private static Line line(
      Allocations allocations, Plan plan, Share share, Balance balance, Caller caller) {
    Points said = Points.of(share);
    Double drift = share.drift();
    boolean beyond = balance.isEnough() && drift != null && Math.abs(drift) > plan.band();
    List<Item> items =
        share.items().stream()
            .filter(item -> sees(caller, item.work()))
            .map(item -> item(allocations, item))
            .toList();
    return new Line(
        share.category().isEmpty()
            ? Texts.say("allocation.unknown")
            : Points.category(share.category()),
        said.declared(),
        said.actual(),
        said.drift(),
        said.byLines(),
        said.driftByLines(),
        share.items().size(),
        beyond,
        items,
        share.items().size() - items.size());
  }

  static boolean sees(Caller caller, Work work) {
    return work.systems().stream().anyMatch(system -> caller.sees(Where.system(system)));
  }

  private static Item item(Allocations allocations, Rulebook.Sorted sorted) {
    Work work = sorted.work();
    @Nullable Integer lines = work.lines();
    String url = work.url();
    return new Item(
        work.name(),
        work.title(),
        url == null || !url.matches("https?://.*") ? "" : url,
        work.repository(),
        Say.day(work.finished(), allocations.zone()),
        lines == null ? "–" : Say.count(lines),
        sorted.why().isEmpty() ? Texts.say("allocation.no-rule") : sorted.why());
  }
}
