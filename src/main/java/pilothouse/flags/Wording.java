package pilothouse.flags;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

/** Reads what somebody says of a flag: by a form, as a program, in a line of a table. */
record Wording(FlagShelf shelf, Caller caller) {
  /** What was typed, by the names of fields; empty for nothing. */
  interface Typed {
    String text(String name, int most);
  }

  /** The key, as it stands in code. */
  static String key(Typed typed) {
    String key = typed.text("key", Words.KEY);
    if (key.isEmpty() || key.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(Texts.say("flags.bad.key"), Texts.say("flags.mend.key", Words.KEY))
          .at("key");
    }
    return key;
  }

  Words read(Sent sent) {
    return read(sent::text, null);
  }

  /** The words of a flag; of itself where it is there already, whose day stays. */
  Words read(Typed typed, @Nullable Flag self) {
    Locker locker = shelf.locker();
    LocalDate today = locker.today();
    Purpose purpose = purpose(typed.text("kind", 40));
    LocalDate typedSince = Days.read("since", typed.text("since", 40));
    LocalDate since = typedSince == null ? today : Days.past("since", typedSince, today);
    LocalDate ends =
        self == null
            ? ends(typed.text("ends", 40), typedSince, shelf.now().usual(purpose, since))
            : self.words().ends();
    return new Words(
        typed.text("says", Words.TEXT),
        locker.places().read(typed.text("place", 250), caller, Permission.CHANGE),
        purpose,
        owner(typed.text("owner", 200)),
        since,
        ends);
  }

  /** A release where nothing is said. */
  static Purpose purpose(String typed) {
    return typed.isEmpty()
        ? Purpose.RELEASE
        : Purpose.of(typed)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("flags.bad.kind", Say.cut(typed, 60)),
                        Texts.say("web.sent.one-of", String.join(", ", Purpose.ALL)))
                    .at("kind"));
  }

  /** What nobody says when it came may have outlived its day before it is known here. */
  private static LocalDate ends(String typed, @Nullable LocalDate since, LocalDate usual) {
    LocalDate day = Days.read("ends", typed);
    if (day != null && since != null && day.isBefore(since)) {
      throw Refused.unfit(
              Texts.say("flags.bad.ends", Say.day(day), Say.day(since)),
              Texts.say("flags.mend.ends"))
          .at("ends");
    }
    return day == null ? usual : day;
  }

  /** The id of whoever is named; empty for nobody. */
  String owner(String typed) {
    Owners owners = shelf.locker().promises().owners();
    return typed.isEmpty()
        ? ""
        : owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }

  /** The cells of a line as they were typed. */
  static Typed of(Map<String, String> cells) {
    return (name, most) -> {
      String text = cells.getOrDefault(name, "").strip();
      if (text.length() > most) {
        throw Refused.unfit(
            Texts.say("web.sent.too-long", name, most), Texts.say("web.sent.shorten"));
      }
      return text;
    };
  }
}
