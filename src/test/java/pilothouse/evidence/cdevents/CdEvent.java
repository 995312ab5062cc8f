package pilothouse.evidence.cdevents;

/** CDEvents as tests write them. */
public final class CdEvent {
  private CdEvent() {}

  public static String of(String kind, String subject, String at, String content) {
    return of(kind, subject, at, content, "");
  }

  /** One with more in its context, beginning with a comma. */
  public static String of(String kind, String subject, String at, String content, String more) {
    return """
    {"context": {"specversion": "0.5.1", "id": "%s", "source": "/ci/north",
      "type": "dev.cdevents.%s.0.3.0", "timestamp": "%s"%s},
     "subject": {"id": "%s", "source": "/ci/north", "content": %s}}
    """
        .formatted(id(kind, subject, at), kind, at, more, subject, content);
  }

  /** An id as tools make them, the same for the same event. */
  public static String id(String kind, String subject, String at) {
    return java.util
        .UUID
        .nameUUIDFromBytes((kind + subject + at).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }
}
