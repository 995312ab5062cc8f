package pilothouse.decisions;

import java.util.Optional;
import java.util.regex.Pattern;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * A class of decisions.
 *
 * @param from the points that it begins with
 * @param signs who signs one, in words
 * @param review the topic of the council that reviews one; empty for no review
 */
record Grade(int from, String name, String signs, String review) {
  private static final Pattern FROM = Pattern.compile("[-−+]?\\d{1,4}");

  /** Reads {@code points; class; who signs} and, where it is reviewed, {@code ; topic}. */
  static Grade parse(String line) {
    String[] parts = line.strip().split("\\s*;\\s*", 5);
    boolean isRead =
        (parts.length == 3 || parts.length == 4)
            && FROM.matcher(parts[0]).matches()
            && !parts[1].isBlank()
            && !parts[2].isBlank();
    String topic = isRead && parts.length == 4 ? parts[3].strip() : "";
    if (!isRead || (!topic.isEmpty() && !Council.TOPICS.contains(topic))) {
      throw Refused.unfit(
              Texts.say("decisions.rubric.no-grade", line),
              Texts.say("decisions.rubric.write-grade", String.join(", ", Council.TOPICS)))
          .at("grades");
    }
    return new Grade(Integer.parseInt(parts[0].replace('−', '-')), parts[1], parts[2], topic);
  }

  /** As it is typed. */
  String typed() {
    String line = from + "; " + name + "; " + signs;
    return review.isEmpty() ? line : line + "; " + review;
  }

  /** The topic of its review; empty for none. */
  Optional<String> reviewed() {
    return Optional.of(review).filter(topic -> !topic.isEmpty());
  }
}
