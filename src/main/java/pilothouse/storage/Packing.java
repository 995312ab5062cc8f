package pilothouse.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a backup: a ZIP file with {@code about.json}, one file of JSON Lines for each table, and a
 * manifest with what each of them must come to.
 */
final class Packing implements Cargo.Hold, AutoCloseable {
  static final String ABOUT = "about.json";
  static final String MANIFEST = "manifest.json";
  static final String KEY = "pilothouse.key";

  private static final JsonFactory LINES =
      JsonFactory.builder()
          .rootValueSeparator("\n")
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final ZipOutputStream zip;
  private final FileTime at;
  private final Map<String, String> digests = new LinkedHashMap<>();
  private @Nullable JsonGenerator lines;
  private @Nullable DigestOutputStream digest;

  private Packing(ZipOutputStream zip, FileTime at) {
    this.zip = zip;
    this.at = at;
  }

  /**
   * Writes all.
   *
   * @param key the bytes of the key file, or null to leave it out
   * @return the tallies by the tables' names
   */
  static Map<String, Tally> write(
      OutputStream to, Cargo cargo, About about, byte @Nullable [] key, Progress progress)
      throws java.sql.SQLException, IOException {
    ZipOutputStream zip = new ZipOutputStream(to, UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    zip.setComment(Checksummed.COMMENT);
    try (Packing packing = new Packing(zip, FileTime.from(about.at()))) {
      packing.entry(ABOUT, about.json());
      Weighed weighed = new Weighed(packing, progress);
      cargo.into(weighed);
      if (key != null) {
        packing.entry(KEY, key);
      }
      packing.entry(MANIFEST, packing.manifest(weighed.tallies()));
      return weighed.tallies();
    }
  }

  /** The name of a table's part. */
  static String part(Table table) {
    return "rows/" + table.name() + ".jsonl";
  }

  private void open(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(at);
    zip.putNextEntry(entry);
    digest = new DigestOutputStream(zip, Tally.sha256());
  }

  private void shut(String name) throws IOException {
    digests.put(
        name, HexFormat.of().formatHex(Objects.requireNonNull(digest).getMessageDigest().digest()));
    zip.closeEntry();
  }

  private void entry(String name, byte[] bytes) throws IOException {
    open(name);
    Objects.requireNonNull(digest).write(bytes);
    shut(name);
  }

  private byte[] manifest(Map<String, Tally> tallies) {
    JsonMapper json = new JsonMapper();
    ObjectNode all = json.createObjectNode();
    digests.forEach((part, sum) -> all.putObject(part).put("sha256", sum));
    tallies.forEach((table, tally) ->
        ((ObjectNode) all.get("rows/" + table + ".jsonl"))
            .put("rows", tally.rows())
            .put("sum", tally.sum()));
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  @Override
  public void begin(Table table) throws IOException {
    open(part(table));
    lines = LINES.createGenerator(ObjectWriteContext.empty(), Objects.requireNonNull(digest));
  }

  @Override
  public void row(@Nullable Object[] values) {
    JsonGenerator row = Objects.requireNonNull(lines);
    row.writeStartArray();
    for (Object value : values) {
      switch (value) {
        case null -> row.writeNull();
        case Long whole -> row.writeNumber(whole);
        case Double real -> row.writeNumber(real);
        case String text -> row.writeString(text);
        case byte[] bytes -> row.writeBinary(bytes);
        default -> throw new IllegalArgumentException(value.getClass().getName());
      }
    }
    row.writeEndArray();
  }

  @Override
  public void end(Table table) throws IOException {
    Objects.requireNonNull(lines).close();
    lines = null;
    shut(part(table));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
