package pilothouse.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a {@link Vault}, 256 bits each, a line each, the one in use first. There are two only
 * while a new one takes an old one's place. Only its owner may read the file.
 */
final class KeyFile {
  private static final int BYTES = 32;
  private static final int ID_BYTES = 8;
  private static final long LARGEST = 4_096;

  private final Path file;
  private final SecureRandom random;

  KeyFile(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
  }

  Path file() {
    return file;
  }

  /** The keys by their ids, the one in use first; makes the first one. */
  SequencedMap<String, SecretKey> keys() {
    if (Files.notExists(file)) {
      make();
    }
    SequencedMap<String, SecretKey> keys = known();
    if (keys.isEmpty()) {
      throw unreadable(null);
    }
    return keys;
  }

  /** The keys by their ids; none where there is no file. */
  SequencedMap<String, SecretKey> known() {
    SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : lines()) {
        SecretKey key = key(line);
        keys.put(id(key), key);
      }
    }
    return keys;
  }

  /** Puts a new key first; the others stay until {@link #keepFirst}. */
  void add() {
    List<String> lines = new ArrayList<>(List.of(fresh()));
    lines.addAll(lines());
    replace(lines);
  }

  /** Forgets all keys but the one in use. */
  void keepFirst() {
    replace(lines().subList(0, 1));
  }

  /** Appears with its key in it, so that no process finds it empty. */
  private void make() {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
      try {
        Files.writeString(Files.createFile(fresh, ours()), fresh() + "\n");
        Files.createLink(file, fresh);
      } catch (UnsupportedOperationException e) {
        Files.move(fresh, file);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (FileAlreadyExistsException meanwhile) {
      // Another process was quicker; its key is as good.
    } catch (IOException e) {
      throw new StorageTrouble(
          "The key file " + file + " cannot be made: " + e.getMessage() + ".", e);
    }
  }

  private void replace(List<String> lines) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.write(Files.createFile(fresh, ours()), lines, StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StorageTrouble(
          "The key file " + file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static FileAttribute<?>[] ours() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private List<String> lines() {
    try {
      if (Files.size(file) > LARGEST) {
        throw unreadable(null);
      }
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private SecretKey key(String line) {
    try {
      byte[] bytes = Base64.getDecoder().decode(line.strip());
      if (bytes.length == BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
    throw unreadable(null);
  }

  private StorageTrouble unreadable(@Nullable Exception why) {
    String says =
        "The key file %s cannot be read or holds no key; put the one back that it held when the values were sealed, or remove it and seal them again."
            .formatted(file);
    return why == null ? new StorageTrouble(says) : new StorageTrouble(says, why);
  }

  private String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String id(SecretKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
