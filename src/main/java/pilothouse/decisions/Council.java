package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import pilothouse.journal.Subject;
import pilothouse.web.Where;

/**
 * Those who review decisions of a topic at a place.
 *
 * @param members their owner's ids: people and teams
 * @param quorum how many of them must vote
 */
record Council(
    String id,
    String title,
    String topic,
    Where place,
    List<String> members,
    int quorum,
    boolean isEnded) {
  /** What there are councils for. */
  static final List<String> TOPICS = List.of("architecture", "security", "reliability", "product");

  Council {
    members = List.copyOf(members);
  }

  String address() {
    return "/decisions/councils/" + id;
  }

  Subject subject() {
    return Subject.of("council", title, address()).in(place);
  }

  /** The same after one more thing happened to it. */
  Council after(String kind, String about) {
    List<String> those = new ArrayList<>(members);
    if (!kind.equals("quorum")) {
      those.remove(about);
    }
    if (kind.equals("member")) {
      those.add(about);
    }
    int votes = kind.equals("quorum") ? Integer.parseInt(about) : quorum;
    return new Council(id, title, topic, place, those, votes, isEnded || kind.equals("ended"));
  }
}
