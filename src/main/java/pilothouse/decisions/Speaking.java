package pilothouse.decisions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** In whose name somebody gives advice. */
record Speaking(Docket docket, Decision decision, Caller caller) {

  /** Those whose advice was asked for and in whose name the caller may give it. */
  List<String> offered() {
    Set<String> own = own();
    return decision.having(Kind.CONSULTED).stream().filter(owner -> may(own, owner)).toList();
  }

  /** Whoever is named; where nobody is, the caller and its teams, as far as they were asked. */
  List<String> names(String typed) {
    Set<String> own = own();
    if (typed.isEmpty()) {
      return decision.having(Kind.CONSULTED).stream().filter(own::contains).toList();
    }
    String owner = DecisionDeeds.owner(docket, typed);
    if (!may(own, owner)) {
      throw Refused.forbidden(
              Texts.say("decisions.voice.other", docket.promises().owners().name(owner)),
              Texts.say("decisions.voice.own"))
          .at("owner");
    }
    return List.of(owner);
  }

  private boolean may(Set<String> own, String owner) {
    return own.contains(owner) || new Rights(docket, decision, caller).isOne(owner);
  }

  private Set<String> own() {
    Set<String> own = new HashSet<>(caller.selves());
    own.addAll(docket.promises().owners().teams(caller.selves()));
    return own;
  }
}
