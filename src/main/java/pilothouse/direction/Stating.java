package pilothouse.direction;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** What one caller says of a place's direction, through a page or a program. */
record Stating(Ground ground, Caller caller) {

  static Statement.Kind kind(String word) {
    return Statement.Kind.of(word)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("direction.stating.no-such-kind"),
                Texts.say("direction.stating.there-are")));
  }

  Statement save(StatementDraft draft) {
    Steering.allowed(caller, Permission.CHANGE, draft.place());
    return ground.statements().save(draft, this::outcome, Who.of(caller));
  }

  /** One that the caller may see. */
  Optional<Outcome> outcome(String id) {
    return ground.outcomes().known().find(id).filter(one -> caller.sees(one.place()));
  }

  Review review(
      Statement.Kind kind, Where place, String came, String why, @Nullable LocalDate next) {
    Steering.allowed(caller, Permission.CHANGE, place);
    boolean keep = !came.equals("change");
    return ground.statements().review(kind, place, keep, why, next, Who.of(caller));
  }
}
