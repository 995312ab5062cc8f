package pilothouse.promises;

import java.time.LocalDate;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A promise as pages show it.
 *
 * @param place what it belongs to, as people call it
 * @param state in words
 * @param look how urgent, as a style
 */
public record PromiseRow(
    String id,
    String address,
    String what,
    String kind,
    String owner,
    String place,
    String due,
    String state,
    String look) {

  static PromiseRow of(Promise one, Promises promises) {
    LocalDate today = promises.today();
    return new PromiseRow(
        one.id(),
        one.address(),
        one.what(),
        PromiseWords.kind(one.kind()),
        promises.owners().name(one.owner()),
        promises.places().known(one.place()).name(),
        Say.day(one.due().atStartOfDay(promises.zone()).toInstant(), promises.zone()),
        state(one, today),
        look(one, today));
  }

  private static String state(Promise one, LocalDate today) {
    Promise.Ending ending = one.ending();
    if (ending != null) {
      return Texts.say(
          !ending.isKept()
              ? "promises.state.dropped"
              : ending.isVerified() ? "promises.state.kept" : "promises.state.unverified");
    }
    return Texts.say(
        one.due().isBefore(today)
            ? "promises.state.overdue"
            : one.due().equals(today) ? "promises.state.today" : "promises.state.open");
  }

  private static String look(Promise one, LocalDate today) {
    Promise.Ending ending = one.ending();
    if (ending != null) {
      return ending.isKept() && !ending.isVerified() ? "look" : "know";
    }
    return one.due().isBefore(today) ? "act" : one.due().equals(today) ? "look" : "know";
  }
}
