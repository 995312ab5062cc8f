package pilothouse.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Table.Column;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link Packing} wrote, from its beginning to its end, and believes none of it. */
final class Unpacking implements Cargo, AutoCloseable {
  private static final int MOST_BYTES = 4 << 20;
  private static final JsonFactory LINES =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxDocumentLength(-1)
                  .maxTokenCount(-1)
                  .build())
          .build();

  private final ZipInputStream zip;
  private final About about;
  private final Map<String, String> digests = new LinkedHashMap<>();
  private byte @Nullable [] key;

  private Unpacking(ZipInputStream zip) throws IOException {
    this.zip = zip;
    this.about = About.of(bytes(Packing.ABOUT));
  }

  /** Begins to read; what comes first says what it is. */
  static Unpacking of(InputStream from) throws IOException {
    try {
      return new Unpacking(new ZipInputStream(from, UTF_8));
    } catch (ZipException | java.io.EOFException e) {
      throw Broken.changed();
    }
  }

  About about() {
    return about;
  }

  /** The key of what is sealed, known after {@link #into}; null where it is not in the backup. */
  byte @Nullable [] key() {
    return key;
  }

  @Override
  public int version() {
    return about.version();
  }

  @Override
  public List<Table> tables() {
    return about.tables();
  }

  /** Hands over all, and holds it against the manifest, which comes last. */
  @Override
  public void into(Hold hold) throws SQLException, IOException {
    Weighed weighed = new Weighed(hold, Progress.SILENT);
    try {
      for (Table table : tables()) {
        rows(table, weighed);
      }
      if (about.hasKey()) {
        key = bytes(Packing.KEY);
      }
      Map<String, String> read = new LinkedHashMap<>(digests);
      compare(new JsonMapper().readTree(bytes(Packing.MANIFEST)), read, weighed.tallies());
      if (zip.getNextEntry() != null) {
        throw Broken.changed();
      }
    } catch (ZipException | java.io.EOFException | JacksonException e) {
      throw Broken.changed();
    }
  }

  private DigestInputStream open(String name) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw Broken.changed();
    }
    return new DigestInputStream(zip, Tally.sha256());
  }

  private void shut(String name, DigestInputStream part) throws IOException {
    part.transferTo(java.io.OutputStream.nullOutputStream());
    digests.put(name, HexFormat.of().formatHex(part.getMessageDigest().digest()));
  }

  private byte[] bytes(String name) throws IOException {
    DigestInputStream part = open(name);
    byte[] bytes = part.readNBytes(MOST_BYTES);
    shut(name, part);
    return bytes;
  }

  private void rows(Table table, Hold hold) throws SQLException, IOException {
    String name = Packing.part(table);
    DigestInputStream part = open(name);
    List<Column> columns = table.columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    hold.begin(table);
    try (JsonParser row = LINES.createParser(ObjectReadContext.empty(), part)) {
      while (row.nextToken() != null) {
        expect(row.currentToken() == JsonToken.START_ARRAY);
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row, columns.get(i).kind());
        }
        expect(row.nextToken() == JsonToken.END_ARRAY);
        hold.row(values);
      }
    }
    hold.end(table);
    shut(name, part);
  }

  private static @Nullable Object value(JsonParser row, Table.Kind kind) {
    JsonToken token = row.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    return switch (kind) {
      case INTEGER -> {
        expect(token == JsonToken.VALUE_NUMBER_INT);
        yield row.getLongValue();
      }
      case REAL -> {
        // What is no number, as infinity, is written as text.
        yield token == JsonToken.VALUE_STRING
            ? Double.valueOf(row.getString())
            : (Object) row.getDoubleValue();
      }
      case TEXT -> {
        expect(token == JsonToken.VALUE_STRING);
        yield row.getString();
      }
      case BYTES -> {
        expect(token == JsonToken.VALUE_STRING);
        yield row.getBinaryValue();
      }
    };
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw Broken.changed();
    }
  }

  private static void compare(
      JsonNode manifest, Map<String, String> read, Map<String, Tally> tallies) {
    expect(manifest.size() == read.size());
    read.forEach(
        (part, sum) -> expect(manifest.path(part).path("sha256").asString("").equals(sum)));
    tallies.forEach((table, tally) -> {
      JsonNode part = manifest.path("rows/" + table + ".jsonl");
      expect(part.path("rows").asLong(-1) == tally.rows());
      expect(part.path("sum").asString("").equals(tally.sum()));
    });
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
