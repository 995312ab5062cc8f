package pilothouse.notices;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Asked;
import pilothouse.outgoing.Outgoing;
import pilothouse.outgoing.OutgoingTrouble;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** A subscription as somebody typed it. */
final class Draft {
  private static final int LONGEST = 300;
  private final Function<String, @Nullable String> fields;
  private final Owner owner;
  private final Caller caller;

  /**
   * One out of fields.
   *
   * @param owner whose it becomes
   * @param caller who asks for it, and may do no more than that one may
   */
  Draft(Function<String, @Nullable String> fields, Owner owner, Caller caller) {
    this.fields = fields;
    this.owner = owner;
    this.caller = caller;
  }

  /**
   * The subscription that is meant.
   *
   * @param mails whether mails can be sent
   * @param seen the last entry that is there already: it tells what comes
   */
  Subscription subscription(
      Outgoing outgoing, boolean mails, ZoneId usual, long seen, Instant now) {
    boolean webhook = text("way").equals("webhook");
    String target = webhook ? webhook(outgoing) : email(mails);
    Rhythm rhythm = webhook ? Rhythm.AT_ONCE : rhythm();
    int hour = number("hour", 8, 0, 23);
    int weekday = number("weekday", 1, 1, 7);
    ZoneId zone = zone(usual);
    return new Subscription(
        UUID.randomUUID().toString(),
        owner.caller().id(),
        owner.caller().name(),
        webhook ? Subscription.Way.WEBHOOK : Subscription.Way.EMAIL,
        target,
        asked(),
        rhythm,
        hour,
        weekday,
        zone,
        seen,
        rhythm == Rhythm.AT_ONCE ? null : rhythm.next(now, hour, weekday, zone),
        now,
        null,
        "");
  }

  private String webhook(Outgoing outgoing) {
    if (!caller.may(Permission.ADMINISTER, Where.ORGANISATION)) {
      throw Refused.forbidden(
          Texts.say("notices.draft.only-an-administrator-lets"),
          Texts.say("notices.draft.ask-one-or-let"));
    }
    try {
      return outgoing.checked(text("target")).toString();
    } catch (OutgoingTrouble trouble) {
      throw Refused.unfit(
              Texts.anew(String.valueOf(trouble.getMessage())),
              Texts.say("notices.draft.give-another-address-or"))
          .at("target");
    }
  }

  private String email(boolean mails) {
    if (!mails) {
      throw Refused.unfit(
          Texts.say("notices.draft.no-server-for-mails"),
          Texts.say("notices.draft.set-smtp-host-and"));
    }
    String given = owner.email().isEmpty() ? text("target") : owner.email();
    if (!Mail.isAddress(given)) {
      throw Refused.unfit(
              Texts.say("notices.draft.is-no-address-for", given),
              Texts.say("notices.draft.write-one-alone"))
          .at("target");
    }
    return given;
  }

  private Asked asked() {
    boolean people = text("people").equals("yes");
    if (people && !caller.may(Permission.PEOPLE, Where.ANYWHERE)) {
      throw Refused.forbidden(
          Texts.say("notices.draft.you-may-not-see"), Texts.say("notices.draft.leave-that-out"));
    }
    return new Asked(
        text("who"),
        text("what"),
        text("kind"),
        text("subject"),
        place(),
        null,
        null,
        text("text"),
        people);
  }

  private @Nullable Where place() {
    String text = text("place");
    int colon = text.indexOf(':');
    String name = text.substring(colon + 1).strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "system" -> Where.system(name);
      case "team" -> Where.team(name);
      default ->
          throw Refused.unfit(
                  Texts.say("notices.draft.is-no-place", text),
                  Texts.say("notices.draft.write-system-name-or"))
              .at("place");
    };
  }

  private Rhythm rhythm() {
    String word = text("rhythm").isEmpty() ? Rhythm.DAILY.word() : text("rhythm");
    return Rhythm.of(word)
        .orElseThrow(() ->
            Refused.unfit(
                Texts.say("notices.draft.is-no-rhythm", word),
                Texts.say("notices.draft.choose-at-once-hourly")));
  }

  private ZoneId zone(ZoneId usual) {
    String text = text("zone");
    try {
      return text.isEmpty() ? usual : ZoneId.of(text);
    } catch (DateTimeException _) {
      throw Refused.unfit(
              Texts.say("notices.draft.is-no-time-zone", text),
              Texts.say("notices.draft.write-it-like-europe"))
          .at("zone");
    }
  }

  private int number(String name, int usual, int least, int most) {
    String text = text(name);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.matches("\\d{1,2}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Refused.unfit(
            Texts.say("notices.draft.is-not-from-to", text, least, most),
            Texts.say("notices.draft.mend", name))
        .at(name);
  }

  private String text(String name) {
    String text = fields.apply(name);
    String given = text == null ? "" : text.strip();
    int most = name.equals("target") ? 1_000 : LONGEST;
    if (given.length() > most || given.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(
              Texts.say("notices.draft.is-one-line-of", name, most),
              Texts.say("notices.draft.shorten-it"))
          .at(name);
    }
    return given;
  }
}
