package pilothouse.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files that pages are made with. Only names in the map are served, so no path leads out of it;
 * the address carries a hash over all of them, so browsers may keep them for ever.
 */
final class Assets {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/";
  private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/";
  private static final Map<String, String> SOURCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("base.css", "/assets/base.css"),
              Map.entry("frame.css", "/assets/frame.css"),
              Map.entry("page.css", "/assets/page.css"),
              Map.entry("chart.css", "/assets/chart.css"),
              Map.entry("print.css", "/assets/print.css"),
              Map.entry("paper.css", "/assets/paper.css"),
              Map.entry("theme.js", "/assets/theme.js"),
              Map.entry("page.js", "/assets/page.js"),
              Map.entry("keys.js", "/assets/keys.js"),
              Map.entry("keys-of-account.js", "/assets/keys-of-account.js"),
              Map.entry("imports.js", "/assets/imports.js"),
              Map.entry("treemap.js", "/assets/treemap.js"),
              Map.entry("icon.svg", "/assets/icon.svg"),
              Map.entry("htmx.js", HTMX + "htmx.min.js"),
              Map.entry("echarts.js", ECHARTS + "echarts.min.js")));

  private final @Nullable Path folder;
  private final String hash;
  private final Map<String, Asset> kept = new ConcurrentHashMap<>();

  /** Assets of the program, or, while developing, our own ones from a folder on each request. */
  Assets(@Nullable Path folder) {
    this.folder = folder;
    this.hash = folder == null ? hashOfAll() : "dev";
  }

  /** Where the assets are, with a slash at the end. */
  String prefix() {
    return "/assets/" + hash + "/";
  }

  /** Whether the hash in an address is today's, so that the answer may be kept for ever. */
  boolean isCurrent(String asked) {
    return folder == null && hash.equals(asked);
  }

  /** The asset of that name, or null when there is none. */
  @Nullable Asset find(String name) {
    String source = SOURCES.get(name);
    if (source == null) {
      return null;
    }
    return folder == null
        ? kept.computeIfAbsent(name, _ -> Asset.of(name, read(source)))
        : Asset.of(name, read(source));
  }

  private byte[] read(String source) {
    try {
      if (folder != null && source.startsWith("/assets/")) {
        return Files.readAllBytes(folder.resolve(source.substring("/assets/".length())));
      }
      try (InputStream in = Assets.class.getResourceAsStream(source)) {
        if (in == null) {
          throw new IllegalStateException("the program lacks its asset " + source);
        }
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hashOfAll() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String source : SOURCES.values()) {
        digest.update(source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (source.startsWith("/assets/")) {
          digest.update(read(source));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One asset as it is sent. */
  record Asset(String type, byte[] plain, byte[] zipped) {
    static Asset of(String name, byte[] plain) {
      String type =
          name.endsWith(".css")
              ? "text/css; charset=utf-8"
              : name.endsWith(".js") ? "text/javascript; charset=utf-8" : "image/svg+xml";
      ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length / 3 + 64);
      try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Asset(type, plain, zipped.toByteArray());
    }
  }
}
