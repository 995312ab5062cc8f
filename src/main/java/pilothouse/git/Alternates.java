package pilothouse.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The object folders that a repository draws on.
 *
 * @param there its own first, then alternates in the order git asks them
 * @param missing alternates that are named but not there
 */
record Alternates(List<Path> there, List<Path> missing) {
  static Alternates from(Path objects) {
    Map<Path, Path> seen = new LinkedHashMap<>();
    List<Path> missing = new ArrayList<>();
    follow(objects, seen, missing);
    return new Alternates(List.copyOf(seen.values()), List.copyOf(missing));
  }

  private static void follow(Path objects, Map<Path, Path> seen, List<Path> missing) {
    Path real;
    try {
      real = objects.toRealPath();
    } catch (IOException e) {
      missing.add(objects);
      return;
    }
    if (!Files.isDirectory(real)) {
      missing.add(objects);
    } else if (seen.putIfAbsent(real, objects) == null) {
      for (String line : Disk.linesIfThere(objects.resolve("info/alternates"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          follow(Finder.against(objects, unquoted(line)), seen, missing);
        }
      }
    }
  }

  private static String unquoted(String line) {
    boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
    return quoted ? Quoted.undo(line) : line;
  }
}
