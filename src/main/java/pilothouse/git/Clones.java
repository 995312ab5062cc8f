package pilothouse.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Copies of repositories that lie elsewhere, made and refreshed by the machine's git: branches and
 * tags, no work tree. The user's own git settings and credentials hold; nothing is asked for.
 */
public final class Clones {
  private static final String PART = ".part-";

  private Clones() {}

  /** Whether the text names a repository elsewhere, rather than a path of this machine. */
  public static boolean isUrl(String text) {
    return RemoteUrl.looksLike(text);
  }

  /**
   * Copies the repository into the folder, which is not there yet and is there only when the copy
   * is whole.
   *
   * @param url https, http, ssh, git, file or user@host:path
   * @param progressLine hears git's own words, from another thread
   * @throws GitTrouble when the address is not one that we open, or git cannot copy it
   */
  public static void cloneInto(String url, Path folder, Consumer<String> progressLine) {
    RemoteUrl from = RemoteUrl.of(url);
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new GitTrouble(target + " is there already: update it, or remove it first.");
    }
    Path part =
        target.resolveSibling("." + target.getFileName() + PART + ProcessHandle.current().pid());
    try {
      Files.createDirectories(part.getParent());
      removeAbandoned(target);
      RemoteGit.clone(from, part, progressLine);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new GitTrouble(
          "Cannot write " + target + " (" + e.getMessage() + "): check the disk.", e);
    } finally {
      remove(part);
    }
  }

  /**
   * Brings an earlier copy up to date: branches, tags and the head's branch as they are there now.
   *
   * @throws GitTrouble when git cannot reach or read the repository; the copy stays as it was
   */
  public static void update(Path folder, Consumer<String> progressLine) {
    Place place = own(folder);
    update(
        place,
        RemoteUrl.of(String.valueOf(place.config().last("remote.origin.url"))),
        progressLine);
  }

  /**
   * The same, signed in with the user and password that were written into the address.
   *
   * @param url the address that the copy was made from
   */
  public static void update(String url, Path folder, Consumer<String> progressLine) {
    update(own(folder), RemoteUrl.of(url), progressLine);
  }

  private static void update(Place place, RemoteUrl url, Consumer<String> progressLine) {
    RemoteGit.update(place, url, progressLine);
  }

  /**
   * Refuses what is like an address but of a kind that is not opened.
   *
   * @throws GitTrouble with the mend
   */
  public static void checkUrl(String url) {
    RemoteUrl.of(url);
  }

  /** The copy in this very folder; a repository around it, or somebody's work tree, is not ours. */
  private static Place own(Path folder) {
    Place place = Place.find(folder);
    try {
      if (place.bare() && place.gitDir().equals(folder.toRealPath())) {
        return place;
      }
    } catch (IOException e) {
      throw Disk.trouble(folder, e);
    }
    throw new GitTrouble(
        folder + " is not a copy that was made here, and is left alone: clone the address again.");
  }

  /** Takes away what a killed process left; parts of living ones stay. */
  private static void removeAbandoned(Path target) throws IOException {
    String begin = "." + target.getFileName() + PART;
    try (Stream<Path> siblings = Files.list(target.resolveSibling(""))) {
      for (Path sibling : siblings.toList()) {
        String name = String.valueOf(sibling.getFileName());
        if (name.startsWith(begin) && !lives(name.substring(begin.length()))) {
          remove(sibling);
        }
      }
    }
  }

  private static boolean lives(String pid) {
    return pid.matches("[0-9]{1,18}")
        && Long.parseLong(pid) != ProcessHandle.current().pid()
        && ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }

  /** Takes a copy away that was made here. */
  public static void remove(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new GitTrouble("Cannot remove " + folder + " (" + e.getMessage() + ").", e);
    }
  }
}
