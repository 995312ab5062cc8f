package pilothouse.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** One run of the machine's git: nobody answers it, and what it complains of is kept. */
final class GitProcess implements AutoCloseable {
  private static final int COMPLAINTS_KEPT = 40;

  private final Process process;
  private final Thread listener;
  private final Deque<String> complaints = new ArrayDeque<>();

  private GitProcess(Process process, Consumer<String> hears) {
    this.process = process;
    this.listener = Thread.ofVirtual().name("git's messages").start(() -> listen(hears));
  }

  /** Starts git; {@code hears} gets each line of its standard error, from another thread. */
  static GitProcess start(ProcessBuilder builder, Consumer<String> hears) {
    try {
      return new GitProcess(builder.start(), hears);
    } catch (IOException e) {
      throw new GitTrouble(
          "There is no git program to run ("
              + e.getMessage()
              + "): install git, or put it on the PATH.",
          e);
    }
  }

  /** What a short run printed and how it ended. */
  record Outcome(int code, String text, List<String> complaints) {
    boolean good() {
      return code == 0;
    }
  }

  /** Runs git to its end; its input is empty. */
  static Outcome run(ProcessBuilder builder, Consumer<String> hears) {
    try (GitProcess git = start(builder, hears)) {
      git.process.getOutputStream().close();
      String text = new String(git.output().readAllBytes(), StandardCharsets.UTF_8);
      int code = git.process.waitFor();
      git.listener.join();
      return new Outcome(code, text, git.complaints());
    } catch (IOException e) {
      throw new GitTrouble("Lost touch with git (" + e.getMessage() + "): try again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitTrouble("Git was stopped before it was done: start again.", e);
    }
  }

  InputStream output() {
    return process.getInputStream();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /** The last lines of its standard error. */
  List<String> complaints() {
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  /** What git said went wrong, in its own words. */
  static String reason(List<String> complaints) {
    return complaints.stream()
        .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
        .map(line -> line.substring("fatal: ".length()))
        .reduce((first, last) -> last)
        .orElse(complaints.isEmpty() ? "it did not say why" : complaints.getLast());
  }

  private void listen(Consumer<String> hears) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (complaints) {
          complaints.addLast(line);
          if (complaints.size() > COMPLAINTS_KEPT) {
            complaints.removeFirst();
          }
        }
        hears.accept(line);
      }
    } catch (IOException e) {
      // The process was ended while it spoke; what it said so far is kept.
      return;
    }
  }

  /** Ends the process if it still runs, and waits for its messages. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
    try {
      listener.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
