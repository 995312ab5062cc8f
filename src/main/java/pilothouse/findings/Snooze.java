package pilothouse.findings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import pilothouse.web.Where;

/**
 * That a finding shall be seen again later: who said so, why, and until when.
 *
 * @param finding the hash of its key
 * @param says what it said then
 */
public record Snooze(
    String id,
    String finding,
    String kind,
    String says,
    Where place,
    String page,
    String whom,
    Instant until,
    String why,
    Instant at,
    String by,
    String name) {

  /** What stands for a finding in addresses and rows. */
  public static String hash(Finding finding) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256")
              .digest(finding.key().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
