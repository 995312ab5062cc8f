package pilothouse.notices;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import pilothouse.journal.Line;
import pilothouse.text.Texts;

/** Sends mails over SMTP. */
final class Mail implements Sending {
  private static final String PATIENCE_MILLISECONDS = "10000";

  private final Mailbox mailbox;
  private final String home;
  private final Stopping stopping;

  Mail(Mailbox mailbox, String home, Stopping stopping) {
    this.mailbox = mailbox;
    this.home = home;
    this.stopping = stopping;
  }

  /** Whether a mail can go there: one address, without a name, that no header can hide in. */
  static boolean isAddress(String text) {
    if (text.length() > 254
        || !text.matches("[^\\s,;<>()\"\\\\\\p{Cntrl}@]+@[^\\s,;<>()\"\\\\\\p{Cntrl}@]+")) {
      return false;
    }
    try {
      new InternetAddress(text, true).validate();
      return true;
    } catch (AddressException _) {
      return false;
    }
  }

  @Override
  public void send(Subscription to, Notice notice, List<Line> lines, Instant now) {
    String stop = home + stopping.path(to.id());
    Letter letter = Letter.of(to, lines, home, stop);
    try {
      Message message = message(to, notice, letter, stop, now);
      try (Transport transport = session().getTransport()) {
        transport.connect(
            mailbox.host(),
            mailbox.port(),
            mailbox.user().isEmpty() ? null : mailbox.user(),
            mailbox.password().isEmpty() ? null : mailbox.password());
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason");
      throw new InVain(Texts.kept("kept.notices.mail-server", why));
    }
  }

  private Message message(Subscription to, Notice notice, Letter letter, String stop, Instant now)
      throws MessagingException {
    MimeMessage message = new Numbered(session(), "<" + notice.id() + "@" + domain() + ">");
    message.setFrom(new InternetAddress(mailbox.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.target(), true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Unsubscribe", "<" + stop + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    MimeMultipart parts = new MimeMultipart("alternative");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(letter.plain(), "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), "UTF-8", "html");
    parts.addBodyPart(plain);
    parts.addBodyPart(html);
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private String domain() {
    return mailbox.from().substring(mailbox.from().indexOf('@') + 1);
  }

  private Session session() {
    Properties wanted = new Properties();
    wanted.put("mail.transport.protocol", "smtp");
    wanted.put("mail.smtp.connectiontimeout", PATIENCE_MILLISECONDS);
    wanted.put("mail.smtp.timeout", PATIENCE_MILLISECONDS);
    wanted.put("mail.smtp.writetimeout", PATIENCE_MILLISECONDS);
    wanted.put("mail.smtp.auth", String.valueOf(!mailbox.user().isEmpty()));
    wanted.put("mail.smtp.localhost", "localhost");
    wanted.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (mailbox.tls()) {
      case TLS -> wanted.put("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        wanted.put("mail.smtp.starttls.enable", "true");
        wanted.put("mail.smtp.starttls.required", "true");
      }
      case NONE -> wanted.put("mail.smtp.starttls.enable", "false");
    }
    return Session.getInstance(wanted);
  }

  /** A message whose id stays the same however often it is sent. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
