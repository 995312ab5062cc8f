package pilothouse.decisions.adr;

/**
 * Where a file says a field.
 *
 * @param from where the words begin
 * @param to where they end
 * @param line the first line of it
 * @param last the last one
 */
record Place(Field field, Shape shape, int from, int to, int line, int last) {
  /** How it is said. */
  enum Shape {
    /** {@code status: accepted} between {@code ---} and {@code ---}. */
    FRONT,
    /** {@code * Status: accepted}, with or without a bullet. */
    LINE,
    /** A name and its words below each other. */
    BULLETS,
    /** {@code | Status | accepted |}. */
    ROW,
    /** {@code ## Status} and a paragraph. */
    HEADING
  }
}
