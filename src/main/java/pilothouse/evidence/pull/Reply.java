package pilothouse.evidence.pull;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.forge.Payload;

/** What a forge answered. */
public record Reply(URI from, int status, HttpHeaders headers, byte[] body) {
  private static final Pattern NEXT =
      Pattern.compile("<([^<>]{1,2000})>\\s*;[^,<]{0,200}?rel=\"?next\"?");
  private static final int UNCHANGED = 304;

  /** Whether it is what was known already. */
  boolean isUnchanged() {
    return status == UNCHANGED;
  }

  /** The document in it. */
  public Payload document() {
    return Payload.read(body);
  }

  /** The address of the next page; null after the last. */
  public @Nullable String next() {
    Matcher link = NEXT.matcher(text("link"));
    return link.find() ? from.resolve(link.group(1)).toString() : null;
  }

  @Nullable String etag() {
    return headers.firstValue("etag").orElse(null);
  }

  /** A header that is a whole number; -1 where it is none. */
  public long number(String header) {
    String text = text(header);
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
  }

  String text(String header) {
    return headers.firstValue(header).orElse("").strip();
  }
}
