package pilothouse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, as far as Linux tells this user. */
final class PortHolder {
  private static final String LISTENING = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private final Path proc;

  PortHolder(Path proc) {
    this.proc = proc;
  }

  /** The sentence for a port that is taken, with the mend. */
  static String sentence(int port) {
    String by = new PortHolder(Path.of("/proc")).name(port).map(name -> " by " + name).orElse("");
    return "Port %d is taken%s; stop that program, or give another port: --port %d, or --port 0 for any free one."
        .formatted(port, by, port == 65_535 ? port - 1 : port + 1);
  }

  /** The process that listens, as "java (process 4711)"; empty where it cannot be told. */
  Optional<String> name(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : lines(proc.resolve(table))) {
        String[] cells = line.strip().split("\\s+", -1);
        if (cells.length > INODE
            && cells[STATE].equals(LISTENING)
            && cells[ADDRESS].endsWith(":%04X".formatted(port))) {
          sockets.add("socket:[" + cells[INODE] + "]");
        }
      }
    }
    return sockets.isEmpty() ? Optional.empty() : owner(sockets);
  }

  private Optional<String> owner(Set<String> sockets) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, sockets)) {
          String name = String.join("", lines(process.resolve("comm"))).strip();
          return Optional.of("%s (process %s)".formatted(name, process.getFileName()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** False for a process of somebody else: its descriptors are not ours to see. */
  private static boolean holds(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (Files.isSymbolicLink(descriptor)
            && sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
      return false;
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return false;
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
