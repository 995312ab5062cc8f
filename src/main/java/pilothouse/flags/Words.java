package pilothouse.flags;

import java.time.LocalDate;
import pilothouse.web.Where;

/**
 * What a flag says of itself.
 *
 * @param says what it does
 * @param place whose it is: who may look there sees it
 * @param owner an owner's id; empty for nobody
 * @param since when it came
 * @param ends on which day it is to be gone, or is looked at again; a turn may have moved that
 */
record Words(
    String says, Where place, Purpose purpose, String owner, LocalDate since, LocalDate ends) {
  static final int KEY = 200;
  static final int TEXT = 2_000;
}
