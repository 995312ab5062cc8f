package pilothouse.evidence.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import pilothouse.evidence.files.RefusedLine;

/** Writes refused lines as CSV. */
final class RefusedLines {
  private RefusedLines() {}

  /** Refused lines are on the disk before the import is told as done. */
  static Run.Hears to(BufferedWriter refused) {
    return new Run.Hears() {
      @Override
      public void refused(RefusedLine line) {
        write(refused, line);
      }

      @Override
      public void over() {
        try {
          refused.flush();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static void write(BufferedWriter refused, RefusedLine line) {
    try {
      refused.write(line.csv());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
