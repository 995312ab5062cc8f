package pilothouse;

import java.util.function.Supplier;
import pilothouse.debt.Debts;
import pilothouse.decisions.Burden;
import pilothouse.text.Addresses;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** What the register of debt says of a place. */
record KnownBurden(Supplier<Debts> debts) implements Burden {
  @Override
  public Borne at(Where where, String folder, Caller caller) {
    String place = folder.isEmpty() ? where.text() : where.text() + "//" + folder;
    return new Borne(
        debts.get().months(where, folder, caller).stream()
            .map(one ->
                new Month(
                    one.day(), one.hours(), one.low(), one.high(), one.items(), one.unknown()))
            .toList(),
        "/debt?place=" + Addresses.part(place));
  }
}
