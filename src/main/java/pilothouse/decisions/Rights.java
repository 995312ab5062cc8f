package pilothouse.decisions;

import java.util.List;
import java.util.Optional;
import pilothouse.promises.Owner;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Who may decide. */
record Rights(Docket docket, Decision decision, Caller caller) {

  /** Whether whoever asks is meant by an owner's id: itself, or a team that it leads. */
  boolean isOne(String owner) {
    return caller.selves().contains(owner)
        || caller.id().equals(Caller.onlyYou().id())
        || (owner.startsWith(Owner.TEAM)
            && caller.may(Permission.CHANGE, Where.team(owner.substring(Owner.TEAM.length()))));
  }

  boolean isDecider() {
    String decider = decision.decider();
    return decider.isEmpty() ? caller.may(Permission.CHANGE, decision.place()) : isOne(decider);
  }

  /** By which delegation the caller may decide; empty for none. */
  Optional<Turn> delegated() {
    return decision.delegates(docket.today()).stream()
        .filter(turn -> isOne(turn.about()))
        .findFirst();
  }

  /**
   * Nothing where the caller may decide now.
   *
   * @throws Refused where another one decides, or somebody must agree first
   */
  void mustDecide() {
    if (!isDecider() && delegated().isEmpty()) {
      throw Refused.forbidden(
          Texts.say("decisions.right.other", docket.promises().owners().name(decision.decider())),
          Texts.say("decisions.right.ask"));
    }
    List<String> open = decision.disagreeing();
    if (!open.isEmpty()) {
      throw Refused.conflict(
          Texts.say("decisions.right.agree", names(open)), Texts.say("decisions.right.wait"));
    }
  }

  private String names(List<String> ids) {
    return String.join(", ", docket.promises().owners().names(ids).values());
  }
}
