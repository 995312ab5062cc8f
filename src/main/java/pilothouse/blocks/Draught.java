package pilothouse.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is taken from a file for some days, while it is read: when, and what was left out. */
final class Draught {
  /** So many meetings are kept of a file. */
  static final int MOST = 50_000;

  /** No place on earth is further from UTC. */
  private static final int AROUND_HOURS = 18;

  private final String team;
  private final Instant from;
  private final Instant to;
  private final ZoneId usual;
  private final Set<Meeting> meetings = new TreeSet<>(Meeting.ORDER);
  private final Map<Skip, Integer> skipped = new EnumMap<>(Skip.class);
  private int events;

  /**
   * Nothing yet.
   *
   * @param usual the zone of what floats
   */
  Draught(String team, LocalDate first, LocalDate last, ZoneId usual) {
    this.team = team;
    this.from = first.atStartOfDay().minusHours(AROUND_HOURS).toInstant(ZoneOffset.UTC);
    this.to = last.atStartOfDay().plusHours(24 + AROUND_HOURS).toInstant(ZoneOffset.UTC);
    this.usual = usual;
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  ZoneId usual() {
    return usual;
  }

  int events() {
    return events;
  }

  void counts(int more) {
    events += more;
  }

  Collection<Meeting> meetings() {
    return meetings;
  }

  Map<Skip, Integer> skipped() {
    return skipped;
  }

  void skips(Skip why) {
    skipped.merge(why, 1, Integer::sum);
  }

  /** Keeps it where it touches the days. */
  void takes(String uid, Span span, boolean busy) {
    if (span.from().isBefore(to) && span.to().isAfter(from)) {
      meetings.add(new Meeting(Meeting.marked(team, uid), span, busy));
    }
  }

  boolean isFull() {
    return meetings.size() > MOST;
  }

  String digest() {
    return Meeting.hash(meetings.stream().map(Meeting::text).collect(Collectors.joining("\n")));
  }

  /** As rows keep it: {@code zone 2, rule 1}. */
  String left() {
    return skipped.entrySet().stream()
        .map(one -> one.getKey().word() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }
}
