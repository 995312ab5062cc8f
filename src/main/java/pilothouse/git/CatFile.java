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
   * The object, or null where the repository does not have it.
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
      byte[] bytes = new byte[Integer.parseInt(header[2])];
      answers.readFully(bytes);
      answers.skipNBytes(1);
      return new Whole.Content(Whole.type(header[1]), bytes, bytes.length);
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
