package pilothouse.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** What stops a team: promises of a kind of their own, with an age, and when they are too old. */
record Blockers(Deck deck) {
  /** To get something out of a team's way. */
  static final Kind KIND = Kind.of("blocker", false);

  /** After so many days a blocker is too old, where a team said nothing else. */
  static final int USUAL = 5;

  static final String SUBJECT = "blocked:";

  List<Promise> open() {
    return deck.promises().open(KIND.word());
  }

  long age(Promise blocker) {
    return Duration.between(blocker.madeAt(), deck.now()).toDays();
  }

  /** After how many days it is too old, by team. */
  Map<String, Integer> limits() {
    Map<String, Integer> limits = new HashMap<>();
    deck.storage()
        .read(rows -> {
          rows.createQuery("select team, days from blocker_limit order by at, id")
              .map((row, context) -> Map.entry(row.getString("team"), row.getInt("days")))
              .forEach(one -> limits.put(one.getKey(), one.getValue()));
          return true;
        });
    return limits;
  }

  int limit(Map<String, Integer> limits, Where place) {
    return limits.getOrDefault(place.name(), USUAL);
  }

  void limit(String team, int days, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              "insert into blocker_limit (id, team, days, at, who, who_name) values (?, ?, ?, ?, ?, ?)",
              UUID.randomUUID().toString(),
              team,
              days,
              Instants.text(now),
              who.id(),
              who.name());
          Journal.write(
              rows,
              pilothouse.journal.Entry.of(now, who, "blocker limit set", Subject.team(team), "")
                  .with(Map.of("days", String.valueOf(days))));
          return true;
        });
  }
}
