package pilothouse.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A history written down for {@code git fast-import}: many commits at once, any bytes as paths. */
public final class ImportStream {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int marks;

  /**
   * Begins a commit on a branch; what follows changes its tree against its first parent.
   *
   * @param at epoch seconds
   * @param parents marks that earlier calls returned
   * @return the commit's mark
   */
  public int commit(String branch, String message, long at, int... parents) {
    return commit(branch, message, "Ada <ada@example.org> " + at + " +0100", parents);
  }

  /** As above, with the author and committer line as git writes it. */
  public int commit(String branch, String message, String ident, int... parents) {
    String ref = "refs/heads/" + branch;
    if (parents.length == 0) {
      line("reset " + ref);
    }
    line("commit " + ref);
    line("mark :" + ++marks);
    line("author " + ident);
    line("committer " + ident);
    data(message.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < parents.length; i++) {
      line((i == 0 ? "from :" : "merge :") + parents[i]);
    }
    return marks;
  }

  public ImportStream file(String path, String text) {
    return file(
        "100644", path.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }

  public ImportStream file(String mode, byte[] path, byte[] content) {
    text("M " + mode + " inline ");
    path(path);
    data(content);
    return this;
  }

  public ImportStream delete(byte[] path) {
    text("D ");
    path(path);
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  private void path(byte[] path) {
    Quoted.write(path, out);
    out.write('\n');
  }

  private void data(byte[] bytes) {
    line("data " + bytes.length);
    out.writeBytes(bytes);
    out.write('\n');
  }

  private void line(String line) {
    text(line + "\n");
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
