package pilothouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is brought in, as somebody named it at a terminal, alone or in its folder.
 *
 * @param path null for standard input
 * @param name by which it is known again
 * @param isOfMany whether the others of its folder are taken whatever becomes of it
 */
record BroughtFile(@Nullable Path path, String name, boolean isOfMany) {
  private static final int DEEPEST = 8;
  private static final int MOST = 1_000;

  /** The file of that name, as it was typed. */
  static BroughtFile of(String typed) {
    return typed.equals("-")
        ? new BroughtFile(null, "standard input", false)
        : new BroughtFile(path(typed), typed, false);
  }

  /** The file of that name, or those of the folder, which end as such files do. */
  static List<BroughtFile> within(String typed) {
    if (typed.equals("-")) {
      return List.of(of(typed));
    }
    Path path = path(typed);
    return Files.isDirectory(path)
        ? inside(path)
        : List.of(new BroughtFile(path, String.valueOf(path.getFileName()), false));
  }

  private static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new Refused(typed + " is no file that can be read; check its name.");
    }
  }

  private static List<BroughtFile> inside(Path folder) {
    try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
      List<BroughtFile> all =
          found
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .map(file ->
                  new BroughtFile(
                      file, folder.relativize(file).toString().replace('\\', '/'), true))
              .filter(BroughtFile::fits)
              .sorted((one, other) -> one.name().compareTo(other.name()))
              .limit(MOST + 1L)
              .toList();
      if (all.isEmpty() || all.size() > MOST) {
        String why = all.isEmpty() ? " holds no file" : " holds more than 1,000 files";
        throw new Refused(
            folder + why + " that ends in .json, .yaml, .yml or .csv; name a folder with some.");
      }
      return all;
    } catch (IOException | UncheckedIOException e) {
      throw new Refused(folder + " is no folder that can be read; check its permissions.");
    }
  }

  /** Hidden ones are left out. */
  private boolean fits() {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:json|yaml|yml|csv)")
        && !name.matches("(?:.*/)?\\..*");
  }
}
