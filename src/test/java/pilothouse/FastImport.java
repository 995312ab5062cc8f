package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a git repository through {@code git fast-import}: put files, then commit; fast and with
 * the same ids each time.
 */
public final class FastImport implements AutoCloseable {
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

  private final Process process;
  private final OutputStream out;
  private final TreeMap<String, byte @Nullable []> dirty = new TreeMap<>();
  private int marks;

  private FastImport(Process process) {
    this.process = process;
    this.out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
  }

  /** Who wrote a commit. */
  public record Person(String name, String email) {}

  /** Starts a new repository, with a branch {@code main} and no checked-out files. */
  public static FastImport into(Path folder) {
    try {
      Files.createDirectories(folder);
      git(folder, "init", "-q", "-b", "main");
      var command = List.of("git", "fast-import", "--quiet", "--date-format=raw");
      var process = quiet(new ProcessBuilder(command).directory(folder.toFile())).start();
      return new FastImport(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs git with no configuration but the repository's own; its output without the last newline.
   */
  public static String git(Path folder, String... arguments) {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      var output = Files.createTempFile("git", ".out");
      var builder = quiet(new ProcessBuilder(command).directory(folder.toFile()));
      var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      int code = process.waitFor();
      String text = new String(Files.readAllBytes(output), UTF_8);
      Files.delete(output);
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code + ": " + text);
      }
      return text.stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder quiet(ProcessBuilder builder) {
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    return builder;
  }

  /** The next commit writes this content. */
  public FastImport put(String path, String content) {
    return put(path, content.getBytes(UTF_8));
  }

  /** The next commit writes these bytes. */
  public FastImport put(String path, byte[] content) {
    dirty.put(path, content);
    return this;
  }

  /** The next commit deletes this path. */
  public FastImport remove(String path) {
    dirty.put(path, null);
    return this;
  }

  /** Commits on main; the mark names the commit. */
  public int commit(Person author, ZonedDateTime at, String message) {
    return commit("refs/heads/main", new int[0], author, at, author, at, message);
  }

  /**
   * Commits anywhere.
   *
   * @param parents marks; none means the reference's tip
   */
  public int commit(
      String reference,
      int[] parents,
      Person author,
      ZonedDateTime authored,
      Person committer,
      ZonedDateTime committed,
      String message) {
    line("commit " + reference);
    line("mark :" + ++marks);
    line("author " + stamp(author, authored));
    line("committer " + stamp(committer, committed));
    data(message.getBytes(UTF_8));
    for (int i = 0; i < parents.length; i++) {
      line((i == 0 ? "from :" : "merge :") + parents[i]);
    }
    dirty.forEach(this::change);
    dirty.clear();
    return marks;
  }

  /** An annotated tag. */
  public void tag(String name, int commit, Person tagger, ZonedDateTime at) {
    line("tag " + name);
    line("from :" + commit);
    line("tagger " + stamp(tagger, at));
    data((name + "\n").getBytes(UTF_8));
  }

  /** A lightweight tag. */
  public void lightTag(String name, int commit) {
    line("reset refs/tags/" + name);
    line("from :" + commit);
    line("");
  }

  /** The commit's id in hexadecimal. */
  public String id(int mark) {
    line("get-mark :" + mark);
    try {
      out.flush();
      String id = new String(process.getInputStream().readNBytes(40), UTF_8);
      process.getInputStream().readNBytes(1);
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(String path, byte @Nullable [] content) {
    String quoted =
        '"' + path.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    if (content == null) {
      line("D " + quoted);
    } else {
      line("M 100644 inline " + quoted);
      data(content);
    }
  }

  private static String stamp(Person who, ZonedDateTime at) {
    return "%s <%s> %d %s".formatted(who.name(), who.email(), at.toEpochSecond(), ZONE.format(at));
  }

  private void data(byte[] bytes) {
    line("data " + bytes.length);
    write(bytes);
    line("");
  }

  private void line(String text) {
    write((text + "\n").getBytes(UTF_8));
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
      int code = process.waitFor();
      if (code != 0) {
        String says = new String(process.getErrorStream().readAllBytes(), UTF_8);
        throw new IllegalStateException("git fast-import ended with " + code + ": " + says);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
