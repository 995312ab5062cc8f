package pilothouse.web;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import pilothouse.text.Texts;

/** A request makes no sense or is not allowed; the message says why, the mend what to do. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String mend;

  private final String field;

  private Refused(int status, String message, String mend) {
    this(status, message, mend, "");
  }

  private Refused(int status, String message, String mend, String field) {
    super(message);
    this.status = status;
    this.mend = mend;
    this.field = field;
  }

  /** The same, of one field of a form, by its name. */
  public Refused at(String name) {
    return new Refused(status, String.valueOf(getMessage()), mend, name);
  }

  /** The field of a form that is wrong; empty where it is none, or more than one. */
  String field() {
    return field;
  }

  /** The request itself is wrong. */
  public static Refused bad(String message, String mend) {
    return new Refused(400, message, mend);
  }

  /** The caller may not do this from here. */
  public static Refused forbidden(String message, String mend) {
    return new Refused(403, message, mend);
  }

  /** The caller did not prove who it is. */
  public static Refused unproven(String message, String mend) {
    return new Refused(401, message, mend);
  }

  /** What was sent is more than is taken. */
  public static Refused tooMuch(String message, String mend) {
    return new Refused(413, message, mend);
  }

  /** What was sent can be read, but makes no sense. */
  public static Refused unfit(String message, String mend) {
    return new Refused(422, message, mend);
  }

  /** Something else stands against it now. */
  public static Refused conflict(String message, String mend) {
    return new Refused(409, message, mend);
  }

  /** Too much at once from this sender. */
  public static Refused tooFast(String message, String mend) {
    return new Refused(429, message, mend);
  }

  /** The rest of what was sent was not to be had: it broke off, or came in too slowly. */
  public static Refused brokenOff(IOException reason) {
    String mend = Texts.say("web.refused.send-it-again");
    for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return new Refused(408, Texts.say("web.refused.what-was-sent-came"), mend);
      }
    }
    return bad(Texts.say("web.refused.what-was-sent-broke"), mend);
  }

  /** Whoever asks came to the wrong server. */
  static Refused misdirected(String message, String mend) {
    return new Refused(421, message, mend);
  }

  /** Not now, but soon. */
  public static Refused later(String message, String mend) {
    return new Refused(503, message, mend);
  }

  int status() {
    return status;
  }

  /** Whether the same request may be answered a little later. */
  boolean isPassing() {
    return status == 429 || status == 503;
  }

  /** What the caller can do about it. */
  public String mend() {
    return mend;
  }
}
