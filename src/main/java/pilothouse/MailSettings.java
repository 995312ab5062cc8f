package pilothouse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.notices.Mailbox;

/** The server that takes mails; its password is never printed. */
record MailSettings(@Nullable Mailbox mailbox) {
  static final List<String> NAMES =
      List.of("smtp_host", "smtp_port", "smtp_user", "smtp_password_file", "smtp_from", "smtp_tls");

  private static final Map<Mailbox.Tls, Integer> PORTS =
      Map.of(Mailbox.Tls.TLS, 465, Mailbox.Tls.STARTTLS, 587, Mailbox.Tls.NONE, 25);

  static MailSettings of(SettingsSources sources) {
    Map<String, String> given = sources.texts(NAMES);
    String host = given.get("smtp_host");
    String from = given.get("smtp_from");
    if (host == null) {
      return new MailSettings(null);
    }
    if (from == null || !from.matches("[^\\s@<>,;]+@[^\\s@<>,;]+")) {
      throw new Refused(
          "smtp_host is set, and smtp_from is no address that mails come from; write one, as in"
              + " pilothouse@example.org.");
    }
    Mailbox.Tls tls = tls(sources, given.getOrDefault("smtp_tls", "starttls"));
    String file = given.get("smtp_password_file");
    return new MailSettings(
        new Mailbox(
            host,
            sources.number("smtp_port", PORTS.getOrDefault(tls, 587), 1, 65_535),
            given.getOrDefault("smtp_user", ""),
            file == null ? "" : Secrets.read("smtp_password_file", file, "password"),
            from,
            tls));
  }

  private static Mailbox.Tls tls(SettingsSources sources, String word) {
    for (Mailbox.Tls tls : Mailbox.Tls.values()) {
      if (tls.name().toLowerCase(Locale.ROOT).equals(word)) {
        return tls;
      }
    }
    throw sources.bad("smtp_tls", "starttls, tls or none");
  }
}
