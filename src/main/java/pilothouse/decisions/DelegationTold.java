package pilothouse.decisions;

/**
 * A delegation, as programs are told it.
 *
 * @param wayBack the hardest decisions that are meant: easy, costly or none to undo
 */
record DelegationTold(
    String id,
    String place,
    String owner,
    String wayBack,
    String until,
    String limits,
    boolean running) {
  static DelegationTold of(Delegation one, Docket here) {
    return new DelegationTold(
        one.id(),
        one.place().text(),
        here.promises().owners().name(one.owner()),
        one.wayBack(),
        one.until().toString(),
        one.limits(),
        one.isRunning(here.today()));
  }
}
