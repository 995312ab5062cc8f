package pilothouse.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** All findings that somebody may see, and putting one off. */
final class FindingPages {
  private static final int SHOWN = 200;
  private static final int WEEK = 7;
  private static final int LONGEST = 500;
  private static final int YEAR = 366;
  private final Supplier<Findings> findings;
  private final Source evidence;

  FindingPages(Supplier<Findings> findings, Source evidence) {
    this.findings = findings;
    this.evidence = evidence;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/findings", this::all).anywhere(),
        Route.say("/findings/later", this::later).anywhere(),
        Route.say("/findings/later/{snooze}/end", this::end).anywhere());
  }

  private Answer all(Request request) {
    Findings here = findings.get();
    Caller caller = request.caller();
    Needs needs = needs(here, caller);
    return Answer.page(
        "findings/all",
        Texts.say("findings.title"),
        Map.of(
            "mine", rows(here, needs.mine(), caller),
            "mineCount", needs.mine().size(),
            "others", rows(here, needs.others(), caller),
            "othersCount", needs.others().size(),
            "later",
                needs.later().stream()
                    .limit(SHOWN)
                    .map(one -> FindingRow.of(one.finding(), caller, here.zone(), one.snooze()))
                    .toList(),
            "until", today(here).plusDays(WEEK).toString()));
  }

  private static List<FindingRow> rows(Findings here, List<Finding> all, Caller caller) {
    return all.stream().limit(SHOWN).map(one -> FindingRow.of(one, caller, here.zone())).toList();
  }

  private static LocalDate today(Findings here) {
    return LocalDate.ofInstant(here.clock().instant(), here.zone());
  }

  private Needs needs(Findings here, Caller caller) {
    return here.needs(caller, evidence.found(here.clock().instant()));
  }

  private Answer later(Request request) {
    putOff(
        request.caller(),
        request.needed("finding"),
        request.needed("until"),
        request.needed("why"));
    return new Answer.Redirect("/findings#later");
  }

  /** Puts a finding off until the end of a day. */
  Snooze putOff(Caller caller, String id, String until, String why) {
    Findings here = findings.get();
    LocalDate day = Days.needed("until", until);
    LocalDate today = today(here);
    if (!day.isAfter(today.minusDays(1)) || day.isAfter(today.plusDays(YEAR))) {
      throw Refused.unfit(Texts.say("findings.bad-until", until), Texts.say("findings.mend-until"));
    }
    if (why.length() > LONGEST) {
      throw Refused.unfit(Texts.say("findings.long", LONGEST), Texts.say("findings.shorten"));
    }
    Needs needs = needs(here, caller);
    Finding one =
        Stream.concat(needs.mine().stream(), needs.others().stream())
            .filter(finding -> Snooze.hash(finding).equals(id))
            .findFirst()
            .orElseThrow(FindingPages::missing);
    if (!FindingRow.mayPutOff(one, caller)) {
      caller.must(Permission.CHANGE, one.place());
    }
    return here.snoozes()
        .add(one, day.plusDays(1).atStartOfDay(here.zone()).toInstant(), why, Who.of(caller));
  }

  private Answer end(Request request) {
    end(request.caller(), request.part("snooze"));
    return new Answer.Redirect("/findings");
  }

  /** Lets a finding be seen again at once. */
  Snooze end(Caller caller, String id) {
    Findings here = findings.get();
    Snooze one =
        here.snoozes()
            .find(id)
            .filter(
                snooze -> caller.selves().contains(snooze.whom()) || caller.sees(snooze.place()))
            .orElseThrow(FindingPages::missing);
    if (!caller.selves().contains(one.whom())) {
      caller.must(Permission.CHANGE, one.place());
    }
    here.snoozes().end(one, Who.of(caller));
    return one;
  }

  private static NotFound missing() {
    return new NotFound(Texts.say("findings.gone"), Texts.say("findings.see-all"));
  }
}
