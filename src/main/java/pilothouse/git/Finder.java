package pilothouse.git;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for a repository from a path upwards, as git does, and opens it. */
final class Finder {
  private Finder() {}

  static Place find(Path path) {
    Path start = existing(path);
    Path damaged = null;
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path inner = folder.resolve(".git");
      if (Files.isRegularFile(inner)) {
        return open(linked(inner), folder);
      }
      if (isGitDir(inner)) {
        return open(inner, folder);
      }
      if (isGitDir(folder)) {
        return open(folder, null);
      }
      damaged = damaged == null && Files.isDirectory(inner) ? inner : damaged;
    }
    throw notThere(path, damaged);
  }

  /** The folder to start from, without symbolic links. */
  private static Path existing(Path path) {
    if (path.toString().isBlank()) {
      throw new GitTrouble(
          "No path was given: name a folder that holds a git repository, \".\" for this one.");
    }
    try {
      Path real = path.toRealPath();
      Path folder = Files.isDirectory(real) ? real : real.getParent();
      if (folder == null) {
        throw notThere(path, null);
      }
      if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
        throw noPermission(folder);
      }
      return folder;
    } catch (AccessDeniedException e) {
      throw Disk.trouble(path, e);
    } catch (IOException e) {
      throw new GitTrouble(
          "There is no " + path + ": check the path, or clone the repository there first.", e);
    }
  }

  /**
   * Whether the folder has what git asks for: a HEAD, and objects and refs of its own or shared.
   */
  private static boolean isGitDir(Path folder) {
    if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
      throw noPermission(folder);
    }
    if (!Files.exists(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path common = common(folder);
    return Files.isDirectory(common.resolve("objects"))
        && Files.isDirectory(common.resolve("refs"));
  }

  /** The git folder that a {@code .git} file of a worktree or submodule names. */
  private static Path linked(Path file) {
    String text = Disk.textIfThere(file);
    if (text == null || !text.startsWith("gitdir:")) {
      throw new GitTrouble(
          file
              + " should say \"gitdir: \" and a folder, and does not: restore it with"
              + " `git worktree repair`, or remove it if this is no work tree.");
    }
    Path target = against(file.resolveSibling(""), text.substring("gitdir:".length()).strip());
    if (!isGitDir(target)) {
      throw new GitTrouble(
          file
              + " points to "
              + target
              + ", where no repository is: was it moved? `git worktree repair` in the main"
              + " repository mends a worktree, `git submodule update --init` a submodule.");
    }
    return target;
  }

  private static Path common(Path gitDir) {
    String named = Disk.textIfThere(gitDir.resolve("commondir"));
    return named == null ? gitDir : against(gitDir, named.strip());
  }

  private static Place open(Path gitDir, @Nullable Path folder) {
    Path common = common(gitDir);
    GitConfig config = GitConfig.read(common.resolve("config"));
    if (config.on("extensions.worktreeconfig", false)) {
      config = GitConfig.read(common.resolve("config"), gitDir.resolve("config.worktree"));
    }
    Format format = Format.of(config);
    Alternates objects = Alternates.from(common.resolve("objects"));
    return new Place(
        gitDir,
        common,
        workTree(gitDir, common, folder, config),
        objects.there(),
        objects.missing(),
        format.idWidth(),
        format.partial(),
        format.foreign(),
        config);
  }

  private static @Nullable Path workTree(
      Path gitDir, Path common, @Nullable Path folder, GitConfig config) {
    if (!common.equals(gitDir)) {
      String gitFile = Disk.textIfThere(gitDir.resolve("gitdir"));
      return folder != null || gitFile == null
          ? folder
          : against(gitDir, gitFile.strip()).getParent();
    }
    if (config.on("core.bare", false)) {
      return null;
    }
    String set = config.last("core.worktree");
    if (set != null) {
      return against(gitDir, set);
    }
    boolean usual = gitDir.getFileName() != null && gitDir.getFileName().toString().equals(".git");
    return folder == null && usual ? gitDir.getParent() : folder;
  }

  static Path against(Path folder, String named) {
    try {
      return folder.resolve(named).normalize();
    } catch (InvalidPathException e) {
      throw new GitTrouble(folder + " names the path \"" + named + "\", which cannot be one.", e);
    }
  }

  private static GitTrouble noPermission(Path folder) {
    return Disk.trouble(folder, new AccessDeniedException(folder.toString()));
  }

  private static GitTrouble notThere(Path path, @Nullable Path damaged) {
    if (damaged != null) {
      return new GitTrouble(
          damaged
              + " is not a whole git repository (HEAD, objects or refs is missing): clone it"
              + " again, or finish the clone that was stopped.");
    }
    return new GitTrouble(
        path
            + " is not in a git repository: name a work tree, a folder inside one, or a bare"
            + " repository; `git init` makes a new one.");
  }
}
