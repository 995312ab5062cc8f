package pilothouse.voice;

import java.util.List;
import pilothouse.journal.Subject;
import pilothouse.text.Say;
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

  CustomerNote {
    tags = List.copyOf(tags);
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  Subject subject() {
    String name = Say.cut(says, 60);
    return Subject.of("customer note", name, "/customer-notes").in(where());
  }
}
