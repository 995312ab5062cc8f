package pilothouse.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pilothouse.journal.Line;
import pilothouse.outgoing.Outgoing;
import pilothouse.outgoing.OutgoingTrouble;
import pilothouse.storage.Instants;
import pilothouse.storage.Vault;
import pilothouse.text.Texts;

/** Posts an entry, signed as Standard Webhooks say. */
final class Webhook implements Sending {
  static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final int GONE = 410;

  private final Outgoing outgoing;
  private final Vault vault;

  Webhook(Outgoing outgoing, Vault vault) {
    this.outgoing = outgoing;
    this.vault = vault;
  }

  /** A new secret, as its receiver wants to have it written. */
  static String secret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void send(Subscription to, Notice notice, List<Line> lines, Instant now) {
    String secret =
        vault
            .open(to.secretName())
            .orElseThrow(() -> new InVain(Texts.kept("kept.notices.not-sealed")));
    byte[] body = body(lines.getFirst()).getBytes(UTF_8);
    String at = String.valueOf(now.getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "webhook-id",
            notice.id(),
            "webhook-timestamp",
            at,
            "webhook-signature",
            "v1," + signature(secret, notice.id(), at, body));
    try {
      int status =
          outgoing.post(URI.create(to.target()), headers, "application/json", body).status();
      if (status == GONE) {
        throw new InVain(Texts.kept("kept.notices.wants-no-more"), true);
      }
      if (status < 200 || status > 299) {
        throw new InVain(Texts.kept("kept.notices.receiver-answered", status));
      }
    } catch (OutgoingTrouble trouble) {
      throw new InVain(String.valueOf(trouble.getMessage()));
    }
  }

  /** What is sent: the entry as the journal's export has it, with what happened before it. */
  static String body(Line line) {
    String type = line.entry().what().replaceAll("[^a-z0-9]+", ".");
    return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
        .formatted(type, Instants.text(line.entry().at()), line.json());
  }

  static String signature(String secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
