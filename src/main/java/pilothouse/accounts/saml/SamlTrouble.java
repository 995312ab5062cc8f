package pilothouse.accounts.saml;

import java.io.IOException;

/** What a provider said is not believed; in words for the log, without anything that it said. */
public final class SamlTrouble extends IOException {
  private static final long serialVersionUID = 1L;
  private final boolean declined;

  SamlTrouble(String message) {
    this(message, false);
  }

  SamlTrouble(String message, boolean declined) {
    super(message);
    this.declined = declined;
  }

  /** Whether somebody chose at the provider not to sign in, or may not. */
  public boolean isDeclined() {
    return declined;
  }
}
