package pilothouse.evidence.files;

import pilothouse.evidence.facts.Fact;

/** Takes what is read from a file, line by line. */
public interface Sink {

  /**
   * Something that was understood.
   *
   * @param line of the file, from 1; 0 where it is no line
   */
  void fact(Fact fact, long line);

  /** Something that nobody here wants to know. */
  void ignored(String why);

  /**
   * Something that cannot be taken; the rest of the file still can.
   *
   * @param line of the file, from 1; 0 where it is no line
   * @param unfit the field, what is wrong with it, and the mend
   */
  void refused(long line, Unfit unfit);

  /** Something that was taken otherwise than it may have been meant, in one sentence. */
  default void noted(String what) {}
}
