package pilothouse.decisions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in one archive; the same ones make the same bytes. */
record Bundle(List<Outgoing> files) {
  /** All of them bear it, for a file has no time of its own. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  void to(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Outgoing file : files) {
        ZipEntry entry = new ZipEntry("decisions/" + file.path());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(file.bytes());
        zip.closeEntry();
      }
    }
  }
}
