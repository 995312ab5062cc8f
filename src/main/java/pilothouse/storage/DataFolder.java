package pilothouse.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder for what is not in rows, and for the rows of SQLite. Nobody else looks into it. */
public final class DataFolder {
  private DataFolder() {}

  /**
   * Makes the folder where it is missing.
   *
   * @throws StorageTrouble when it cannot be made or written to
   */
  public static void make(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        makeOurs(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw Troubles.folder(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw Troubles.folder(folder, null);
    }
  }

  /** Writes a file that is not there yet, and that nobody else can read. */
  public static void write(Path file, byte[] bytes) throws IOException {
    makeOurs(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, bytes);
  }

  /** Makes an empty file in it where that is missing. */
  static void makeFile(Path file) {
    try {
      if (!Files.exists(file)) {
        makeOurs(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw Troubles.folder(file.resolveSibling(""), e);
    }
  }

  /** Makes a folder or an empty file that other users of the machine cannot look into. */
  private static void makeOurs(Path path, Set<PosixFilePermission> permissions) throws IOException {
    boolean isFolder = permissions.contains(PosixFilePermission.OWNER_EXECUTE);
    try {
      if (isFolder) {
        Files.createDirectory(path, attributes(permissions));
      } else {
        Files.createFile(path, attributes(permissions));
      }
    } catch (FileAlreadyExistsException meanwhile) {
      if (Files.isRegularFile(path) == isFolder) {
        throw meanwhile;
      }
    }
  }

  /** The permissions, where the file system knows them. */
  static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
