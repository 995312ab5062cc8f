package pilothouse.notices;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Somebody who subscribes, and through what: a page, or a token of that person. */
record Subscribing(Notices here, Caller caller) {
  private static final int MOST = 50;

  /**
   * A subscription that was just made.
   *
   * @param secret of a webhook, for this once; else empty
   */
  record Made(Subscription one, String secret) {}

  /** Makes one out of fields. */
  Made add(Function<String, @Nullable String> fields) {
    Owner owner = owner();
    if (here.shelf().of(owner.caller().id()).size() >= MOST) {
      throw Refused.unfit(
          Texts.say("notices.notice-pages.there-are-subscriptions-of", MOST),
          Texts.say("notices.notice-pages.end-some-first"));
    }
    Subscription made =
        new Draft(fields, owner, caller)
            .subscription(
                here.outgoing(),
                here.setup().mailbox() != null,
                here.setup().zone(),
                here.head(),
                here.setup().clock().instant());
    return new Made(made, here.shelf().add(made, Who.of(caller)));
  }

  /** The person whose they are. */
  Owner owner() {
    return here.owners()
        .find(caller.behind())
        .orElseThrow(() ->
            Refused.forbidden(
                Texts.say("notices.notice-pages.only-people-subscribe-and"),
                Texts.say("notices.notice-pages.sign-in-as-yourself")));
  }

  /** Whether all are looked after, not one's own alone. */
  boolean administers() {
    return caller.may(Permission.ADMINISTER, Where.ORGANISATION);
  }

  /** Whether that one is looked after. */
  boolean looksAfter(Subscription one) {
    return administers() || one.owner().equals(caller.behind());
  }
}
