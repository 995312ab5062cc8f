package pilothouse.notices;

/**
 * The server that takes mails.
 *
 * @param user empty where it asks for none
 * @param from the address that mails come from
 */
public record Mailbox(String host, int port, String user, String password, String from, Tls tls) {
  /** How the way to the server is kept secret. */
  public enum Tls {
    /** From the first byte. */
    TLS,
    /** After a word in the clear; without it nothing is sent. */
    STARTTLS,
    /** Not at all. */
    NONE
  }

  @Override
  public String toString() {
    return "mailbox at " + host + ":" + port;
  }
}
