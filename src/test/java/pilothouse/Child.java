package pilothouse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program as a process of its own. */
final class Child implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+(?=\\s)");
  private final Process process;
  private final StringBuilder out = new StringBuilder();
  private final Path err;
  private final Thread hears;

  private Child(Process process, Path err) {
    this.process = process;
    this.err = err;
    this.hears = Thread.ofPlatform().daemon().start(this::hear);
  }

  /** Starts a command line with so much memory. */
  static Child start(Path folder, String memory, String... words) {
    return start(folder, List.of(), memory, words);
  }

  /**
   * Starts a command line behind another program that sets limits.
   *
   * @param limits as {@code setpriv …}, which runs the words behind it
   * @param folder where its complaints are kept
   */
  static Child start(Path folder, List<String> limits, String memory, String... words) {
    List<String> line = new ArrayList<>(limits);
    line.addAll(
        List.of(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-Xmx" + memory,
            "-XX:+UseParallelGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Pilothouse.class.getName()));
    line.addAll(List.of(words));
    try {
      Path err = Files.createTempFile(folder, "child", ".err");
      ProcessBuilder builder = new ProcessBuilder(line).redirectError(err.toFile());
      builder.environment().putAll(Terminal.environment(words));
      Process process = builder.start();
      process.getOutputStream().close();
      return new Child(process, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hear() {
    try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
      char[] piece = new char[1 << 12];
      for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
        synchronized (out) {
          out.append(piece, 0, length);
          out.notifyAll();
        }
      }
    } catch (IOException ended) {
      // It was killed while it spoke.
    }
  }

  /** Waits for its end. */
  Terminal.Ended ended() {
    try {
      int exit = process.waitFor();
      hears.join();
      return new Terminal.Ended(exit, printed(), text(err));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it says where it serves. */
  URI address() {
    var _ = process.onExit().thenRun(this::wake);
    synchronized (out) {
      Matcher found = ADDRESS.matcher(out);
      while (!found.find()) {
        assertTrue(process.isAlive(), () -> "it ended before it served: " + text(err));
        try {
          out.wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        found = ADDRESS.matcher(out);
      }
      return URI.create(found.group());
    }
  }

  private void wake() {
    synchronized (out) {
      out.notifyAll();
    }
  }

  private String printed() {
    synchronized (out) {
      return out.toString();
    }
  }

  /** Waits until something is so, or it ended. */
  void alongside(CompletableFuture<?> what) {
    CompletableFuture.anyOf(what, process.onExit()).join();
    assertTrue(process.isAlive(), () -> ended().err());
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as {@code kill} does. */
  void end() {
    process.destroy();
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
