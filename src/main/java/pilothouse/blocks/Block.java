package pilothouse.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pilothouse.journal.Subject;
import pilothouse.journal.Written;
import pilothouse.web.Where;

/**
 * Time that a team blocks again and again.
 *
 * @param versions what it said, the oldest first; never none
 */
record Block(String id, String team, List<Version> versions) {
  /** What the ids of its events end in, by which they are known when they come back. */
  static final String AT = "@focus.pilothouse";

  Block {
    versions = List.copyOf(versions);
  }

  /** What it said from some moment on. */
  record Version(int number, Words words, Instant at, String whoId, String whoName, String why) {}

  Version newest() {
    return versions.getLast();
  }

  Words words() {
    return newest().words();
  }

  /**
   * What held on a day: a change never moves what is over. Before the first version that one holds.
   */
  Words on(LocalDate day) {
    Words held = versions.getFirst().words();
    for (Version version : versions) {
      if (!LocalDate.ofInstant(version.at(), version.words().weekly().zone()).isAfter(day)) {
        held = version.words();
      }
    }
    return held;
  }

  /** Whether it is on that day; pauses may be told afterwards. */
  boolean isOn(LocalDate day) {
    return on(day).weekly().isOn(day) && !words().isPaused(day) && !words().weekly().isTakenBack();
  }

  Where place() {
    return Where.team(team);
  }

  String page() {
    return "/focus-time/" + team;
  }

  String address() {
    return page() + "/blocks/" + id;
  }

  String uid() {
    return id + AT;
  }

  Subject subject() {
    return Subject.of("focus block", team + ": " + words().purpose(), address()).in(place());
  }

  Written written() {
    return Written.of("block", id, words().purpose(), words().says(), address(), place());
  }
}
