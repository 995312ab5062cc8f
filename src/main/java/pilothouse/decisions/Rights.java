package pilothouse.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** Nothing where the caller is the one who decides. */
  void mustBeDecider() {
    if (!isDecider()) {
      throw Refused.forbidden(
          Texts.say("decisions.right.other", docket.promises().owners().name(decision.decider())),
          Texts.say("decisions.right.ask"));
    }
  }

  /** By which delegation the caller may decide; empty for none. */
  Optional<Turn> delegated() {
    return decision.delegates(docket.today()).stream()
        .filter(turn -> isOne(turn.about()))
        .findFirst();
  }

  /** What of the register of delegations is about the caller here, running today. */
  private Stream<Delegation> register() {
    return docket.storage().read(DelegationRows::all).stream()
        .filter(one -> one.isRunning(docket.today()) && one.reaches(decision.place()))
        .filter(one -> isOne(one.owner()));
  }

  /**
   * Nothing where the caller may decide now.
   *
   * @param by writes down that the decider is asked where a delegation does not reach so far
   * @throws Refused where another one decides, or somebody must agree first
   */
  void mustDecide(Deciding by) {
    if (!isDecider() && delegated().isEmpty()) {
      mustBeDelegated(by);
    }
    Hurdles.refuse(new Hurdles(docket, decision).agreement());
  }

  private void mustBeDelegated(Deciding by) {
    List<Delegation> own = register().toList();
    String decider = docket.promises().owners().name(decision.decider());
    if (own.isEmpty()) {
      throw Refused.forbidden(
          Texts.say("decisions.right.other", decider), Texts.say("decisions.right.ask"));
    }
    if (own.stream().noneMatch(one -> one.allows(decision))) {
      by.escalate(decision, own.getFirst().limits());
      throw Refused.forbidden(
          Texts.say("decisions.right.beyond", own.getFirst().limits()),
          Texts.say("decisions.right.escalated", decider));
    }
  }
}
