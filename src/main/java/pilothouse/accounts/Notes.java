package pilothouse.accounts;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Drawer;
import pilothouse.storage.Vault;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/**
 * What somebody writes down for themself, or for those who lead a team: sealed, title and all. The
 * journal says that something was kept, and nothing of what.
 */
final class Notes {
  static final int TITLE = 200;
  static final int TEXT = 20_000;
  private static final int MOST = 500;
  private static final Comparator<Note> NEWEST =
      Comparator.comparing(Note::at).reversed().thenComparing(Note::id);

  private final Confidences confidences;
  private final Registry registry;
  private final ZoneId zone;

  Notes(Confidences confidences, Registry registry, ZoneId zone) {
    this.confidences = confidences;
    this.registry = registry;
    this.zone = zone;
  }

  /** In which its readers live. */
  ZoneId zone() {
    return zone;
  }

  private record Place(@Nullable String team, Drawer drawer) {
    Stream<Note> all() {
      return drawer.opened().stream().map(this::note);
    }

    Optional<Note> find(String id) {
      return drawer.find(id).map(this::note);
    }

    private Note note(Vault.Opened kept) {
      String[] parts = kept.value().split("\n", 2);
      return new Note(kept.name(), team, parts[0], parts[1], kept.at());
    }
  }

  /** All that somebody may read, the newest first. */
  List<Note> all(SignedIn who) {
    return places(who).flatMap(Place::all).sorted(NEWEST).toList();
  }

  /** One of them; what others keep is not there. */
  Note find(String id, SignedIn who) {
    return places(who)
        .flatMap(place -> place.find(id).stream())
        .findFirst()
        .orElseThrow(Notes::missing);
  }

  /** Keeps a new one. */
  String add(@Nullable String team, String title, String text, SignedIn who) {
    Place place = place(team, who);
    if (place.drawer().all().size() >= MOST) {
      throw Refused.unfit(
          Texts.say("accounts.notes.there-are-already", MOST),
          Texts.say("accounts.notes.take-away-what"));
    }
    String id = Secret.id();
    keep(place, id, title, text, who, "note kept");
    return id;
  }

  /**
   * Keeps other words in the place of those that are there.
   *
   * @param seen the mark of the words that were changed; empty where nobody says
   * @throws Refused where another lead kept others meanwhile
   */
  void change(String id, String seen, String title, String text, SignedIn who) {
    Note note = find(id, who);
    if (!seen.isEmpty() && !seen.equals(note.mark())) {
      throw Refused.conflict(
          Texts.say("accounts.notes.was-changed", Say.time(note.at(), zone)),
          Texts.say("accounts.notes.open-it-anew"));
    }
    keep(place(note.team(), who), id, title, text, who, "note changed");
  }

  /** Takes one away for good. */
  void forget(String id, SignedIn who) {
    Place place = place(find(id, who).team(), who);
    Account author = registry.find(who.account()).orElseThrow(Notes::missing);
    boolean was =
        place
            .drawer()
            .forget(id, rows -> registry.told(rows, author, "note taken away", of(place)));
    if (!was) {
      throw missing();
    }
  }

  private void keep(Place place, String id, String title, String text, SignedIn who, String what) {
    Account author = registry.find(who.account()).orElseThrow(Notes::missing);
    String body = title(title) + "\n" + text(text);
    place.drawer().seal(id, body, rows -> registry.told(rows, author, what, of(place)));
  }

  private static Map<String, String> of(Place place) {
    String team = place.team();
    return Map.of(
        "for",
        team == null
            ? Texts.kept("kept.notes.its-author")
            : Texts.kept("kept.notes.the-leads-of", team));
  }

  private Stream<Place> places(SignedIn who) {
    return Stream.concat(
        Stream.of(place(null, who)), who.led().stream().map(team -> place(team, who)));
  }

  private Place place(@Nullable String team, SignedIn who) {
    return new Place(team, team == null ? confidences.own(who) : confidences.of(team, who));
  }

  private static String title(String typed) {
    String title = typed.strip();
    if (title.isEmpty()
        || title.length() > TITLE
        || title.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(
          Texts.say("accounts.notes.a-title-has", TITLE), Texts.say("accounts.notes.write-one"));
    }
    return title;
  }

  private static String text(String typed) {
    if (typed.length() > TEXT || typed.indexOf(0) >= 0) {
      throw Refused.unfit(
          Texts.say("accounts.notes.a-note-has", TEXT), Texts.say("accounts.notes.make-two-of-it"));
    }
    return typed.replace("\r\n", "\n");
  }

  private static NotFound missing() {
    return new NotFound(
        Texts.say("accounts.notes.there-is-no-such"), Texts.say("accounts.notes.look-at-yours"));
  }
}
