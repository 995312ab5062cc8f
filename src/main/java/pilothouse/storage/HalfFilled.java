package pilothouse.storage;

/** A move or a restore into a database was cut off, so that nobody may use what is there. */
final class HalfFilled extends StorageTrouble {
  private static final long serialVersionUID = 1L;

  HalfFilled(String place) {
    super(
        place
            + " is being filled by a move or a restore, or that was cut off; if none runs any more, run the same one again, which begins anew.");
  }
}
