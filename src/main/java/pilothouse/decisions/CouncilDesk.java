package pilothouse.decisions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Finds councils, and writes down what happens to them. */
record CouncilDesk(Docket docket) {
  /** Those that are not ended. */
  Stream<Council> open() {
    return docket.storage().read(CouncilRows::all).stream().filter(one -> !one.isEnded());
  }

  Stream<Council> seen(Caller caller) {
    return open().filter(one -> caller.sees(one.place()));
  }

  Optional<Council> find(String id) {
    return docket.storage().read(CouncilRows::all).stream()
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  /** The one for a topic at a place: its own before that of the organisation. */
  Optional<Council> answering(String topic, Where place) {
    return open()
        .filter(one -> one.topic().equals(topic))
        .filter(one -> one.place().equals(place) || one.place().equals(Where.ORGANISATION))
        .min(Comparator.comparing(one -> !one.place().equals(place)));
  }

  Council found(
      String title, String topic, Where place, List<String> members, int quorum, Who who) {
    Council council =
        new Council(UUID.randomUUID().toString(), title, topic, place, members, quorum, false);
    String at = Instants.text(docket.now());
    docket
        .storage()
        .write(rows -> {
          CouncilRows.add(rows, council, at);
          members.forEach(one -> CouncilRows.turn(rows, council.id(), "member", one, "", at, who));
          CouncilRows.turn(rows, council.id(), "quorum", String.valueOf(quorum), "", at, who);
          Entry entry = Entry.of(docket.now(), who, "council founded", council.subject(), "");
          Journal.write(rows, entry.with(fields(council)));
          return true;
        });
    return council;
  }

  /** Something that happens to one. */
  Council turn(Council one, String kind, String about, String why, Who who) {
    Council after = one.after(kind, about);
    docket
        .storage()
        .write(rows -> {
          CouncilRows.turn(rows, one.id(), kind, about, why, Instants.text(docket.now()), who);
          Entry entry = Entry.of(docket.now(), who, "council " + kind, one.subject(), why);
          Journal.write(rows, entry.changing(fields(one), fields(after)));
          return true;
        });
    return after;
  }

  private Map<String, String> fields(Council one) {
    return Map.of(
        "topic",
        one.topic(),
        "members",
        one.members().stream()
            .map(docket.promises().owners()::name)
            .collect(Collectors.joining(", ")),
        "quorum",
        String.valueOf(one.quorum()),
        "state",
        one.isEnded() ? "ended" : "open");
  }
}
