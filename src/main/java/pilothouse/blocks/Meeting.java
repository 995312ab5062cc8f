package pilothouse.blocks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * When something stood in a calendar, and nothing of what it was.
 *
 * @param mark a hash of the team and the event's id
 * @param busy whether it takes time
 */
record Meeting(String mark, Span span, boolean busy) {
  private static final int SIGNS = 32;
  static final Comparator<Meeting> ORDER =
      Comparator.comparing((Meeting one) -> one.span().from())
          .thenComparing(one -> one.span().to())
          .thenComparing(Meeting::mark)
          .thenComparing(Meeting::busy);

  static String marked(String team, String uid) {
    return hash(team + "\n" + uid).substring(0, SIGNS);
  }

  static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    return mark + " " + span.from() + " " + span.to() + " " + busy;
  }
}
