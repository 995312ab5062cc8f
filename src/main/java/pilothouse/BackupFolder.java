package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pilothouse.storage.DataFolder;
import pilothouse.storage.StorageTrouble;

/** The folder of backups, whose names say when they were made. */
final class BackupFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern OURS =
      Pattern.compile("pilothouse-[0-9]{8}-[0-9]{6}(-[0-9]+)?\\.zip(\\.sealed)?");
  private final Path folder;

  BackupFolder(Path folder) {
    this.folder = folder;
  }

  /** A free name for a backup of that moment; the folder is made. */
  Path next(Instant at, String what, boolean isEncrypted) {
    DataFolder.make(folder);
    String name = what + "-" + STAMP.format(at);
    String ending = ".zip" + (isEncrypted ? ".sealed" : "");
    Path free = folder.resolve(name + ending);
    for (int i = 2; Files.exists(free); i++) {
      free = folder.resolve(name + "-" + i + ending);
    }
    return free;
  }

  /** Those that `up` and `backup` made here, the newest first. */
  List<Path> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> OURS.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    } catch (IOException e) {
      throw new StorageTrouble(
          "The folder of backups " + folder + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Deletes all but the newest, of which this one, which is known to be good, always is one. */
  void keep(int newest, Path good) {
    List<Path> all = all();
    for (Path old : all.subList(Math.min(newest, all.size()), all.size())) {
      if (!old.equals(good)) {
        delete(old);
      }
    }
  }

  private static void delete(Path old) {
    try {
      Files.deleteIfExists(old);
    } catch (IOException e) {
      throw new StorageTrouble(
          "The old backup " + old + " cannot be deleted: " + e.getMessage() + ".", e);
    }
  }
}
