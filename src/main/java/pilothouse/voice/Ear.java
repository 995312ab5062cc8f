package pilothouse.voice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.journal.Entry;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.people.Teams;
import pilothouse.promises.Promises;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.text.Texts;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What the room stands on, and what its pages say alike. */
public record Ear(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Promises promises,
    Systems systems,
    Teams teams,
    Supplier<Gauges> gauges) {
  private static final int OFFERED = 400;

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** A change of something of this room. */
  Entry entry(Who who, String what, Subject about, String why) {
    return Entry.of(now(), who, what, about, why);
  }

  /** A place in words. */
  String place(Where where) {
    return switch (where.kind()) {
      case TEAM -> teams.titles().getOrDefault(where.name(), where.name());
      case ORGANISATION, ANYWHERE -> Texts.say("voice.organisation");
      default -> where.name();
    };
  }

  /** A field for a place where the caller may do that. */
  Field places(Caller caller, Permission permission) {
    Stream<Option> all =
        caller.may(permission, Where.ORGANISATION)
            ? Stream.of(new Option("organisation", Texts.say("voice.organisation")))
            : Stream.of();
    Stream<Option> named =
        teams.titles().entrySet().stream()
            .filter(team -> caller.may(permission, Where.team(team.getKey())))
            .map(team -> new Option("team:" + team.getKey(), team.getValue()));
    Stream<Option> declared =
        systems.catalogue().all().stream()
            .map(system -> Where.system(system.name()))
            .filter(system -> caller.may(permission, system))
            .map(system -> new Option(system.text(), system.name()));
    List<Option> options =
        Stream.concat(Stream.concat(all, named), declared).limit(OFFERED).toList();
    return options.isEmpty()
        ? Field.text("place", Texts.say("voice.place")).must()
        : Field.choice("place", Texts.say("voice.place"), options);
  }

  /** The same for what is not there and for what may not be seen. */
  static NotFound gone() {
    return new NotFound(Texts.say("voice.gone"), Texts.say("voice.look-at-the-list"));
  }

  /** Refuses whoever may look at it, and hides it from whoever may not. */
  static void mayChange(Caller caller, Where where) {
    if (!caller.sees(where)) {
      throw gone();
    }
    if (!caller.may(Permission.CHANGE, where)) {
      throw Refused.forbidden(
          Texts.say("web.sent.not-there", where.text()), Texts.say("web.sent.ask-for-a-role"));
    }
  }
}
