package pilothouse.evidence.tables;

import pilothouse.text.Texts;

/** Why characters are no time that is known. */
record Fault(String why, String mend) {
  /** What was wrong with the last time that was read. */
  static Fault of(Times times) {
    if (times.wasZoneless()) {
      return new Fault(
          Texts.kept("kept.fault.names-no-zone-so-nobody"),
          Texts.kept("kept.fault.declare-the-zone-as-in"));
    }
    if (times.wasUnordered()) {
      return new Fault(
          Texts.kept("kept.fault.may-be-read-day-first"),
          Texts.kept("kept.fault.declare-it-with-days-day"));
    }
    return new Fault(Texts.kept("kept.fault.is-no-time"), Texts.kept("kept.fault.write-it-as-t-z"));
  }
}
