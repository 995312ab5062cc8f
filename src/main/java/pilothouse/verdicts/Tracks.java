package pilothouse.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** The forums, or the rubrics, that predictions can name: chosen from those there are. */
final class Tracks {
  private final String field;
  private volatile Supplier<List<Track>> all = List::of;

  Tracks(String field) {
    this.field = field;
  }

  void of(Supplier<List<Track>> known) {
    all = known;
  }

  /** Those that may be named, by name. */
  List<Track> offered(Caller caller) {
    return all.get().stream().filter(one -> one.isOpen() && caller.sees(one.place())).toList();
  }

  /** What it is called; empty where the caller may not look at it. */
  String name(String id, Caller caller) {
    return id.isEmpty() ? "" : known(id, caller).map(Track::name).orElse("");
  }

  private Optional<Track> known(String id, Caller caller) {
    return all.get().stream()
        .filter(one -> one.id().equals(id) && caller.sees(one.place()))
        .findFirst();
  }

  /**
   * The id of the one that is meant by its id or its name; empty where none is named.
   *
   * @throws Refused where there is no such one: what somebody types could be a person
   */
  String read(String typed, Caller caller) {
    String asked = typed.strip();
    if (asked.isEmpty()) {
      return "";
    }
    List<Track> offered = offered(caller);
    List<Track> found =
        offered.stream().filter(one -> one.id().equals(asked)).collect(Collectors.toList());
    if (found.isEmpty()) {
      offered.stream().filter(one -> one.name().equalsIgnoreCase(asked)).forEach(found::add);
    }
    if (found.size() != 1) {
      throw Refused.unfit(
              Texts.say("verdicts.track.none." + field, Say.cut(asked, 60)),
              Texts.say("verdicts.track.choose." + field))
          .at(field);
    }
    return found.getFirst().id();
  }

  /** The records of those that the caller may look at, by name. */
  List<TrackRecord> records(
      Function<TrackRecord.Called, String> id, List<TrackRecord.Called> called, Caller caller) {
    List<TrackRecord> records = new ArrayList<>();
    for (TrackRecord one : TrackRecord.by(id, called)) {
      known(one.id(), caller).ifPresent(track -> records.add(one.called(track.name())));
    }
    records.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
    return records;
  }
}
