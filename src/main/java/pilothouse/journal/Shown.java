package pilothouse.journal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * An entry as pages show it.
 *
 * @param who as it was called then
 * @param by asks for all entries of the same; empty where the reader is not told who it is
 * @param about asks for all entries about the same
 */
public record Shown(
    long seq,
    String at,
    String who,
    String by,
    String what,
    String kind,
    String subject,
    String address,
    String about,
    String why,
    List<Field> fields) {
  public Shown {
    fields = List.copyOf(fields);
  }

  /** A field that changed; empty texts where there was nothing, or is nothing now. */
  public record Field(String name, String before, String after) {}

  /** The newest few entries, for the page of what they are about. */
  public static List<Shown> last(Journal journal, Asked asked, Caller caller, ZoneId zone) {
    return journal.last(asked, caller).stream().map(line -> of(line, zone)).toList();
  }

  /** A token may be named like a person, and is none. */
  private static String called(Who who) {
    String name = Who.called(who.name());
    return who.kind() == Who.Kind.TOKEN && !who.id().isEmpty()
        ? Texts.say("journal.shown.a-token", name)
        : name;
  }

  static Shown of(Line line, ZoneId zone) {
    Entry entry = line.entry();
    Subject about = entry.subject();
    Who who = entry.who();
    String by = who.kind() == Who.Kind.PROGRAM ? who.name() : who.id();
    return new Shown(
        line.seq(),
        Say.time(entry.at(), zone),
        called(who),
        by.isEmpty() ? "" : "who=" + Addresses.part(by),
        Texts.known("journal.what.", entry.what()),
        Texts.known("journal.kind.", about.kind()),
        about.kind().equals("subscription")
            ? Texts.anew(Say.plain(about.name()))
            : Say.plain(about.name()),
        isPage(about.address()) ? about.address() : "",
        "kind=" + Addresses.part(about.kind()) + "&subject=" + Addresses.part(about.name()),
        Texts.known("journal.why.", Say.plain(entry.why())),
        fields(entry.before(), entry.after()));
  }

  /** A page of ours, and nothing that a browser takes for another server. */
  private static boolean isPage(String address) {
    return address.matches("/(?![/\\\\]).*");
  }

  /** What the program wrote itself is said; what people wrote is shown as it is. */
  private static String value(String name, String kept) {
    String plain = Say.plain(kept);
    return switch (name) {
      case "tells", "when", "where", "trouble", "for" -> Texts.anew(plain);
      case "may" -> {
        List<String> words = List.of(plain.split(",", -1));
        yield String.join(
            ", ", words.stream().map(one -> Texts.known("accounts.permission.", one)).toList());
      }
      case "through" -> Texts.known("imports.through.", plain);
      case "kind" -> Texts.known("imports.kind.", plain);
      case "role" -> Texts.known("accounts.role-name.", plain);
      case "type" -> Texts.known("people.type.", plain);
      case "target", "bot", "retired" -> Texts.known("say.", plain);
      default -> plain;
    };
  }

  private static List<Field> fields(
      SequencedMap<String, String> before, SequencedMap<String, String> after) {
    List<Field> fields = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      fields.add(
          new Field(
              Texts.known("journal.field.", Say.plain(name).replace('_', ' ')),
              value(name, before.getOrDefault(name, "")),
              value(name, after.getOrDefault(name, ""))));
    }
    return fields;
  }
}
