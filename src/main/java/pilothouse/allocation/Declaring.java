package pilothouse.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Where;

/** How a form becomes a plan. */
final class Declaring {
  /** The fields of the shares are called after their categories. */
  static final String SHARE = "share-";

  private Declaring() {}

  static PlanDraft draft(Request request, List<String> categories) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String category : categories) {
      String typed = request.typed(SHARE + category);
      if (!typed.isEmpty()) {
        shares.put(category, number(SHARE + category, typed));
      }
    }
    String band = request.typed("band");
    return new PlanDraft(
        request.needed("team"),
        Days.read("from", request.needed("from")),
        Days.read("to", request.needed("to")),
        shares,
        band.isEmpty() ? PlanDraft.BAND : number("band", band),
        request.typed("why"));
  }

  private static double number(String name, String typed) {
    try {
      double number = Double.parseDouble(typed.replace(',', '.'));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // refused below
    }
    throw Refused.bad(Texts.say("allocation.no-number", typed), Texts.say("allocation.give-number"))
        .at(name);
  }

  /** Declares it, where the caller may for that team. */
  static Plan of(Allocations here, Caller caller, PlanDraft draft) {
    if (!caller.may(Permission.CHANGE, Where.team(draft.team()))) {
      throw Refused.forbidden(
          Texts.say("allocation.not-yours", draft.team()), Texts.say("allocation.ask"));
    }
    boolean isTeam =
        here.scopes().teams().stream().anyMatch(team -> team.aim().name().equals(draft.team()));
    return here.register().declare(draft, isTeam, Who.of(caller));
  }
}
