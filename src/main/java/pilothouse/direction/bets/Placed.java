package pilothouse.direction.bets;

import java.util.List;
import java.util.Optional;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Something that belongs to a place, and is seen and changed by whoever may there. */
public interface Placed {
  /** The place that it belongs to. */
  Where where();

  /** Those that the caller may see. */
  static <T extends Placed> List<T> seen(List<T> all, Caller caller) {
    return all.stream().filter(one -> caller.sees(one.where())).toList();
  }

  /** The one that was found, where the caller may see it: else there is none. */
  static <T extends Placed> T seen(Optional<T> found, Caller caller) {
    return found.filter(one -> caller.sees(one.where())).orElseThrow(Around::missing);
  }

  /** The one that was found, where the caller may change it and not look alone. */
  static <T extends Placed> T own(Optional<T> found, Caller caller) {
    T one = seen(found, caller);
    if (!caller.may(Permission.CHANGE, one.where())) {
      throw Refused.forbidden(
          Texts.say("bets.around.not-there", one.where().text()),
          Texts.say("bets.around.ask-lead"));
    }
    return one;
  }
}
