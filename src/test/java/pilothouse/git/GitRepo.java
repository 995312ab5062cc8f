package pilothouse.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A repository that a test builds with the machine's git, one sentence after the other: {@code
 * GitRepo.init(folder).write("a.txt", "one\n").commit("First")}. Each commit is an hour after the
 * one before it, unless a date is given.
 */
public final class GitRepo {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private OffsetDateTime clock = OffsetDateTime.parse("2024-01-01T09:00:00+01:00");

  private GitRepo(Path folder) {
    this.folder = folder;
    by("Ada", "ada@example.org");
  }

  /** A new repository with a work tree, on the branch main. */
  public static GitRepo init(Path folder) {
    return made(folder, "init", "-q");
  }

  /** A new repository without a work tree; fill it with {@link #load}. */
  public static GitRepo bare(Path folder) {
    return made(folder, "init", "-q", "--bare");
  }

  /** A new repository whose ids are SHA-256. */
  public static GitRepo sha256(Path folder) {
    return made(folder, "init", "-q", "--object-format=sha256");
  }

  /** The repository that is there already. */
  public static GitRepo at(Path folder) {
    return new GitRepo(folder);
  }

  private static GitRepo made(Path folder, String... words) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    GitRepo repo = new GitRepo(folder);
    repo.git(words);
    return repo;
  }

  /** Where it lies. */
  public Path path() {
    return folder;
  }

  /** A path inside its git folder. */
  public Path inside(String name) {
    Path inner = folder.resolve(".git");
    return (Files.isDirectory(inner) ? inner : folder).resolve(name);
  }

  /** Author and committer of what follows. */
  public GitRepo by(String name, String email) {
    environment.put("GIT_AUTHOR_NAME", name);
    environment.put("GIT_AUTHOR_EMAIL", email);
    environment.put("GIT_COMMITTER_NAME", name);
    environment.put("GIT_COMMITTER_EMAIL", email);
    return this;
  }

  /** When the next commit is made, as "2024-03-01T10:00:00+02:00". */
  public GitRepo on(String date) {
    clock = OffsetDateTime.parse(date);
    return this;
  }

  public GitRepo write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public GitRepo write(String path, byte[] bytes) {
    return file(path, file -> Files.write(file, bytes));
  }

  public GitRepo symlink(String path, String target) {
    return file(
        path,
        file -> {
          Files.deleteIfExists(file);
          Files.createSymbolicLink(file, Path.of(target));
        });
  }

  /** Records a commit of another repository at the path, as a submodule does. */
  public GitRepo gitlink(String path, String commit) {
    file(path, file -> Files.createDirectories(file));
    git("update-index", "--add", "--cacheinfo", "160000," + commit + "," + path);
    return this;
  }

  public GitRepo delete(String path) {
    return file(
        path,
        file -> {
          try (Stream<Path> all = Files.walk(file)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
              Files.delete(each);
            }
          }
        });
  }

  public GitRepo move(String from, String to) {
    return file(to, file -> Files.move(folder.resolve(from), file));
  }

  public GitRepo executable(String path, boolean on) {
    git("add", "-A");
    git("update-index", "--chmod=" + (on ? "+x" : "-x"), path);
    return file(path, file -> file.toFile().setExecutable(on));
  }

  /** Commits everything that changed; an empty commit where nothing did. */
  public GitRepo commit(String message) {
    tick();
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message);
    return this;
  }

  /** Makes a branch here and goes on it. */
  public GitRepo branch(String name) {
    return run("checkout", "-q", "-b", name);
  }

  /** Makes a branch without history and an empty work tree. */
  public GitRepo orphan(String name) {
    run("checkout", "-q", "--orphan", name);
    return run("rm", "-rfq", "--ignore-unmatch", ".");
  }

  public GitRepo checkout(String name) {
    return run("checkout", "-q", name);
  }

  /** Merges branches, with a merge commit always; more than one make an octopus. */
  public GitRepo merge(String... branches) {
    tick();
    List<String> words = new ArrayList<>(List.of("merge", "-q", "--no-ff", "--no-edit"));
    words.add("--allow-unrelated-histories");
    words.addAll(List.of(branches));
    return run(words.toArray(String[]::new));
  }

  public GitRepo tag(String name) {
    return run("tag", name);
  }

  public GitRepo tag(String name, String message) {
    tick();
    return run("tag", "-a", "-m", message, name);
  }

  /** Puts all into one pack with delta chains as deep as git allows itself here. */
  public GitRepo pack(int depth, int window) {
    return run("repack", "-adfq", "--depth=" + depth, "--window=" + window);
  }

  /** Packs only what is loose, so that packs add up. */
  public GitRepo packNew() {
    return run("repack", "-dq");
  }

  /** Unpacks everything into loose objects. */
  public GitRepo loose() {
    try (Stream<Path> files = Files.list(inside("objects/pack"))) {
      List<Path> all = files.toList();
      Path aside = Files.createTempDirectory("packs");
      for (Path file : all) {
        Files.move(file, aside.resolve(file.getFileName()));
      }
      for (Path file : all) {
        if (file.toString().endsWith(".pack")) {
          byte[] pack = Files.readAllBytes(aside.resolve(file.getFileName()));
          Command.git(folder, environment, pack, "unpack-objects", "-q");
        }
        Files.delete(aside.resolve(file.getFileName()));
      }
      Files.delete(aside);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in a whole history at once, and the work tree of main with it. */
  public GitRepo load(ImportStream stream) {
    Command.git(
        folder,
        environment,
        stream.bytes(),
        "-c",
        "fastimport.unpackLimit=0",
        "fast-import",
        "--quiet");
    return this;
  }

  /** Clones it, with git's own options such as "--depth=1". */
  public GitRepo cloneTo(Path target, String... options) {
    List<String> words = new ArrayList<>(List.of("clone", "-q"));
    words.addAll(List.of(options));
    words.add(folder.toUri().toString().replaceFirst("^file:/+", "file:///"));
    words.add(target.toString());
    run(words.toArray(String[]::new));
    return at(target);
  }

  /** Runs git, for whatever has no word of its own here. */
  public GitRepo run(String... words) {
    git(words);
    return this;
  }

  /** What git prints, without white space around it. */
  public String git(String... words) {
    return new String(bytes(new byte[0], words), StandardCharsets.UTF_8).strip();
  }

  /** What git prints when it is given the input. */
  public byte[] bytes(byte[] input, String... words) {
    return Command.git(folder, environment, input, words);
  }

  /** The id that a name stands for. */
  public String id(String name) {
    return git("rev-parse", "--verify", "-q", name);
  }

  private void tick() {
    String date =
        "@" + clock.toEpochSecond() + " " + clock.format(DateTimeFormatter.ofPattern("xx"));
    environment.put("GIT_AUTHOR_DATE", date);
    environment.put("GIT_COMMITTER_DATE", date);
    clock = clock.plusHours(1);
  }

  private GitRepo file(String path, Change change) {
    Path file = folder.resolve(path);
    try {
      if (file.getParent() != null && !Files.exists(file.getParent(), LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(file.getParent());
      }
      change.make(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something done to a file. */
  private interface Change {
    void make(Path file) throws IOException;
  }
}
