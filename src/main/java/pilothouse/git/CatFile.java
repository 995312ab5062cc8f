package pilothouse.git;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A conversation with {@code git cat-file --batch}: one question at a time, from any thread. */
final class CatFile implements AutoCloseable {
  private final Place place;
  private final GitProcess git;
  private final DataInputStream answers;
  private final OutputStream questions;

  CatFile(Place place, ProcessBuilder builder) {
    this.place = place;
    git = GitProcess.start(builder, line -> {});
    answers = new DataInputStream(new BufferedInputStream(git.output(), 1 << 16));
    questions = new BufferedOutputStream(git.input(), 256);
  }

  /**
   * The object, or null where the repository does not have it or it is too large to hold.
   *
   * @throws GitTrouble when git ends, as it does at a damaged object
   */
  synchronized Whole.@Nullable Content read(String hexId) {
    try {
      questions.write((hexId + "\n").getBytes(StandardCharsets.US_ASCII));
      questions.flush();
      String[] header = line().split(" ", -1);
      if (header.length != 3) { // "<id> missing" or "<id> ambiguous"
        return null;
      }
      return content(Whole.type(header[1]), Long.parseLong(header[2]));
    } catch (IOException | NumberFormatException e) {
      throw new GitTrouble(
          "Git stopped while it read object "
              + hexId
              + " of "
              + place.gitDir()
              + " ("
              + GitProcess.reason(git.complaints())
              + "): `git fsck` tells what is damaged.",
          e);
    }
  }

  /** What follows a header; null, and passed over, where it is too large to hold. */
  private Whole.@Nullable Content content(int type, long size) throws IOException {
    try {
      byte[] bytes = new byte[Room.of(size)];
      answers.readFully(bytes);
      answers.skipNBytes(1);
      return new Whole.Content(type, bytes, bytes.length);
    } catch (Damage tooLarge) {
      answers.skipNBytes(size + 1);
      return null;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.readUnsignedByte(); c != '\n'; c = answers.readUnsignedByte()) {
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    git.close();
  }
}
