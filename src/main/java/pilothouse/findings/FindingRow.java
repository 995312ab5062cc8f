package pilothouse.findings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * A finding as pages show it.
 *
 * @param id stands for it in addresses
 * @param look how urgent, as a style
 * @param place what it belongs to; empty for the organisation
 * @param why it stands here, and where
 * @param by whoever put it off, and why; empty where nobody did
 * @param snooze the id of that; empty where nobody did
 */
public record FindingRow(
    String id,
    String look,
    String place,
    String says,
    String page,
    String why,
    boolean mayPutOff,
    String by,
    String snooze) {

  /** One that is shown to a caller. */
  public static FindingRow of(Finding one, Caller caller, ZoneId zone) {
    return of(one, caller, zone, null);
  }

  static FindingRow of(Finding one, Caller caller, ZoneId zone, @Nullable Snooze later) {
    return new FindingRow(
        Snooze.hash(one),
        one.severity().name().toLowerCase(Locale.ROOT),
        one.place().equals(Where.ORGANISATION) ? "" : one.place().name(),
        one.says(),
        one.page(),
        why(one, caller, zone),
        mayPutOff(one, caller),
        later == null
            ? ""
            : Texts.say(
                "findings.later",
                LocalDate.ofInstant(later.until().minusMillis(1), zone).toString(),
                Named.by(caller, one.place(), later.by(), later.name()),
                later.why()),
        later == null ? "" : later.id());
  }

  static boolean mayPutOff(Finding one, Caller caller) {
    return caller.selves().contains(one.whom()) || caller.may(Permission.CHANGE, one.place());
  }

  private static String why(Finding one, Caller caller, ZoneId zone) {
    Set<String> selves = caller.selves();
    StringBuilder why = new StringBuilder();
    Double cost = one.costPerWeek();
    if (cost != null) {
      why.append(Texts.say("findings.why.cost", Say.number(cost))).append("; ");
    }
    if (one.since() != null) {
      why.append(Texts.say("findings.why.since", Say.day(one.since(), zone))).append("; ");
    }
    String mine =
        selves.contains(one.whom())
            ? "findings.why.yours"
            : one.whom().isEmpty() && caller.may(Permission.CHANGE, one.place())
                ? "findings.why.lead"
                : one.whom().isEmpty() ? "findings.why.seen" : "findings.why.others";
    return Say.sentence(why.append(Texts.say(mine)).toString());
  }
}
