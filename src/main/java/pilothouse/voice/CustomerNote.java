package pilothouse.voice;

import java.util.List;
import java.util.regex.Pattern;
import pilothouse.journal.Subject;
import pilothouse.journal.Written;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/**
 * What a customer said, with tags; no customer is named.
 *
 * @param source where it was said, such as a demo or support
 */
record CustomerNote(
    String id,
    String place,
    String day,
    String says,
    List<String> tags,
    String tone,
    String source) {
  static final List<String> TONES = List.of("wish", "praise", "complaint");

  /** An e-mail address, or a number that could be called: no customer is named. */
  private static final Pattern REACHABLE =
      Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+|\\+?\\d[\\d ()/-]{7,}\\d");

  private static final int SHORT = 60;

  CustomerNote {
    tags = List.copyOf(tags);
  }

  static void refuseNames(String says) {
    if (REACHABLE.matcher(says).find()) {
      throw Refused.unfit(Texts.say("voice.note.named"), Texts.say("voice.note.without-name"))
          .at("says");
    }
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  /** As search finds it: its day is where it stands among all. */
  Written written() {
    String also = Written.joined(says, String.join(", ", tags), source);
    String address = "/customer-notes?after=" + day + "+0";
    return Written.of("note", id, Say.cut(says, SHORT), also, address, where());
  }

  Subject subject() {
    String name = Say.cut(says, SHORT);
    return Subject.of("customer note", name, "/customer-notes").in(where());
  }
}
