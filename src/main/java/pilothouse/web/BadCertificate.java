package pilothouse.web;

/** A certificate or its key cannot be used; the message says why, and the mend. */
public final class BadCertificate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCertificate(String message) {
    super(message);
  }
}
