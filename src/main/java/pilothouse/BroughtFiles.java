package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Say;
import pilothouse.web.Json;

/**
 * Files that a command brings into a register, one after the other, each with its receipt. One that
 * cannot be taken stops no other.
 *
 * @param json whether receipts are printed as JSON
 */
record BroughtFiles<R extends Record>(Console console, boolean json, Register<R> register) {

  /** What takes them. */
  interface Register<R> {
    /** Takes one; refuses what is none of its files. */
    R take(BroughtFile file, InputStream in) throws IOException;

    /** How much of it was refused. */
    int refused(R receipt);

    /** The receipt in lines, its sum first. */
    Stream<String> lines(R receipt);
  }

  /** Takes them all; what the command ends with. */
  int all(List<BroughtFile> files) {
    int exit = Exit.FINE;
    for (BroughtFile file : files) {
      try {
        R receipt = take(file);
        tell(receipt);
        exit = Math.max(exit, register.refused(receipt) == 0 ? Exit.FINE : Exit.LIMIT_MET);
      } catch (Refused e) {
        if (files.size() == 1) {
          throw e;
        }
        console.err().println(Say.plain(file.name() + ": " + e.getMessage()));
        exit = Exit.BAD_INPUT;
      }
    }
    return exit;
  }

  private R take(BroughtFile file) {
    Path path = file.path();
    try (InputStream in = path == null ? System.in : Files.newInputStream(path)) {
      return register.take(file, in);
    } catch (IOException | InvalidPathException e) {
      throw new Refused(file.name() + " is no file that can be read; check its name.");
    } catch (pilothouse.web.Refused e) {
      throw Refused.of(e);
    }
  }

  private void tell(R receipt) {
    if (json) {
      console.out().print(new String(Json.bytes(receipt), StandardCharsets.UTF_8));
    } else {
      register.lines(receipt).forEach(line -> console.out().println(Say.plain(line)));
    }
  }
}
