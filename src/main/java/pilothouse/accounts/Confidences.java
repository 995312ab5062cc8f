package pilothouse.accounts;

import pilothouse.storage.Drawer;
import pilothouse.storage.Vault;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/**
 * The door to what is sealed for its author alone, or for those who lead a team. Whoever
 * administers opens neither; making oneself a lead stands in the journal. Tokens open nothing.
 */
final class Confidences {
  private final Vault vault;

  Confidences(Vault vault) {
    this.vault = vault;
  }

  /**
   * What somebody sealed for themself: one opens only what one sealed.
   *
   * @throws Refused for whoever has no account
   */
  Drawer own(Caller author) {
    if (author instanceof SignedIn who) {
      return new Drawer(vault, "author", who.account());
    }
    throw Refused.forbidden(
        Texts.say("accounts.confidences.what-is-sealed-belongs"),
        Texts.say("accounts.confidences.sign-in-the-only"));
  }

  /**
   * What is sealed for a team: those who hold the role of a lead there open it.
   *
   * @throws Refused for everybody else
   */
  Drawer of(String team, Caller lead) {
    if (lead instanceof SignedIn who && who.leads(team)) {
      return new Drawer(vault, "team", team);
    }
    throw Refused.forbidden(
        Texts.say("accounts.confidences.what-is-sealed-for"),
        Texts.say("accounts.confidences.ask-one-of-them"));
  }
}
