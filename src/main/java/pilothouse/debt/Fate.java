package pilothouse.debt;

/** What became of a path. */
enum Fate {
  HERE,
  /** It has another name now. */
  MOVED,
  /** It is not there any more. */
  GONE,
  /** The history never knew it. */
  UNKNOWN,
  /** Nothing of its repository was read. */
  UNREAD
}
