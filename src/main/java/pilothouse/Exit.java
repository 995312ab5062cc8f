package pilothouse;

/** What a command ends with. */
final class Exit {
  static final int FINE = 0;
  static final int LIMIT_MET = 1;
  static final int BAD_INPUT = 2;

  private Exit() {}
}
