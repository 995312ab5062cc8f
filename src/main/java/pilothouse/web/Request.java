package pilothouse.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/** One request, seen as text in its address and its form; empty and blank count as absent. */
public final class Request {
  /** Under what name the rest of the answer finds who asks. */
  static final String CALLER = "caller";

  private static final int LONGEST = 4_096;
  private static final String CODED = "application/x-www-form-urlencoded";
  private final Context context;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final @Nullable Other other;
  private Caller caller = Caller.nobody();
  private boolean read;

  Request(Context context) {
    this(context, null);
  }

  private Request(Context context, @Nullable Other other) {
    this.context = context;
    this.other = other;
  }

  /** Another address than the one that was asked for. */
  record Other(String path, String query, Map<String, String> parts, Map<String, String> queries) {}

  /** The same request, had it asked for another page. */
  Request instead(Other page) {
    Request request = new Request(context, page);
    request.caller = caller;
    return request;
  }

  /** Who asks. */
  public Caller caller() {
    return caller;
  }

  /** Tells who asks. */
  void from(Caller who) {
    caller = who;
    context.attribute(CALLER, who);
  }

  /** Whether a browser asks for a page, rather than a program for data. */
  boolean wantsPage() {
    return !Answers.wantsJson(context);
  }

  /** The address as it was asked for, with what stands after the question mark. */
  String address() {
    String query = queryString();
    return query.isEmpty() ? path() : path() + "?" + query;
  }

  /** A cookie, or null. */
  public @Nullable String cookie(String name) {
    return context.cookie(name);
  }

  /** The address that the request came from; behind trusted proxies the one that they tell. */
  public String peer() {
    return Gate.sender(context).address();
  }

  /** Whether it came from this machine itself, and from nobody for whom a proxy asks. */
  public boolean isFromHere() {
    try {
      return InetAddress.ofLiteral(peer()).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /**
   * By which name and port the server was called; behind trusted proxies the one that they tell.
   */
  public String host() {
    return Gate.sender(context).host();
  }

  /** Whether it came over TLS, at least to the first trusted proxy. */
  public boolean isSecure() {
    return Gate.sender(context).secure();
  }

  /** A part of the path that the route names. */
  public String part(String name) {
    return bounded(
        name,
        other == null ? context.pathParam(name) : Objects.requireNonNull(other.parts().get(name)));
  }

  /** A value from the address after the question mark, or null. */
  public @Nullable String query(String name) {
    asked.add(name);
    return present(name, other == null ? context.queryParam(name) : other.queries().get(name));
  }

  /** The same, where nothing hangs on whether it is there: it does not count as asked for. */
  @Nullable String peek(String name) {
    String value = other == null ? context.queryParam(name) : other.queries().get(name);
    return value == null || value.isBlank() || value.length() > LONGEST ? null : value;
  }

  /** The names that the address holds after the question mark. */
  Set<String> given() {
    return context.queryParamMap().keySet();
  }

  /** How often the address holds a name. */
  int times(String name) {
    return context.queryParams(name).size();
  }

  /** The names that somebody asked for until now. */
  Set<String> asked() {
    return asked;
  }

  /** Whether what was sent was looked at. */
  boolean isRead() {
    return read;
  }

  /** Whether a form of a page was sent, such as can be read whole. */
  boolean isOfForm() {
    String type = context.contentType();
    return type != null
        && context.header("HX-Request") == null
        && (type.startsWith(CODED) ? isShort() : Parts.isOne(type));
  }

  /** Nobody waits to be asked for it, and it is no longer than a form may be. */
  private boolean isShort() {
    long length = context.req().getContentLengthLong();
    return length >= 0 && length <= Web.LARGEST && context.header("Expect") == null;
  }

  /** What was sent by a form, by the names of its fields; nothing of a form with files. */
  Map<String, List<String>> sent() {
    String type = context.contentType();
    return type != null && type.startsWith(CODED) ? read(context::formParamMap) : Map.of();
  }

  /** A value from a form that was sent, or null. */
  public @Nullable String form(String name) {
    return other == null ? present(name, field(name)) : null;
  }

  /** A field of the form, which is read whole when the first is asked for. */
  private @Nullable String field(String name) {
    read = true;
    return read(() -> context.formParam(name));
  }

  private static <T extends @Nullable Object> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Exception e) { // Javalin does not declare what it throws.
      if (e instanceof IOException broken) {
        throw Refused.brokenOff(broken);
      }
      throw e;
    }
  }

  /** What was typed into a field of a form, without blanks around it; empty for nothing. */
  public String typed(String name) {
    String text = form(name);
    return text == null ? "" : text.strip();
  }

  /** What was typed into a field of a form that must be filled in. */
  public String needed(String name) {
    String text = typed(name);
    if (text.isEmpty()) {
      throw Refused.bad(
              Texts.say("web.request.the-form-has-no", name.replace('_', ' ')),
              Texts.say("web.request.fill-it-in"))
          .at(name);
    }
    return text;
  }

  /** Whether a form sent this value, be it empty. */
  public boolean isSent(String name) {
    return field(name) != null;
  }

  /**
   * A long text from a form that was sent, or null.
   *
   * @param most characters
   */
  public @Nullable String text(String name, int most) {
    String text = field(name);
    if (text != null && text.length() > most) {
      throw Refused.tooMuch(
          Texts.say("web.request.is-longer-than-characters", name, most),
          Texts.say("web.request.send-less-at-once"));
    }
    return text == null || text.isBlank() ? null : text;
  }

  /** A number from 1 on from the address, or the fallback; refused when it is anything else. */
  public int number(String name, int fallback) {
    String text = query(name);
    if (text == null) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 1) {
        return value;
      }
    } catch (NumberFormatException _) {
      // refused below, like a number below 1
    }
    throw Refused.bad(
        Texts.say("web.request.in-the-address-is", name, text),
        Texts.say("web.request.give-a-whole-number"));
  }

  /** A header, or null. */
  public @Nullable String header(String name) {
    return context.header(name);
  }

  /** All headers, with names in lower case. */
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  /**
   * What was sent, as raw bytes.
   *
   * @throws Refused when it is more than so many bytes; nothing beyond them is read
   */
  public byte[] body(int most) {
    return new Body(context).bytes(most);
  }

  /** How many bytes will be sent; below zero when the sender does not say. */
  public long length() {
    return context.req().getContentLengthLong();
  }

  /** What is sent, while it comes in; of any length. */
  public InputStream stream() {
    return new Body(context).stream();
  }

  /** The parts of a form with files, while they come in; null when no such form is sent. */
  public @Nullable Parts parts() {
    read = true;
    String type = context.contentType();
    return type != null && Parts.isOne(type) ? Parts.of(type, stream()) : null;
  }

  /** The path that was asked for. */
  public String path() {
    return other == null ? context.path() : other.path();
  }

  /** The address after the question mark, without it; empty when there is none. */
  public String queryString() {
    String query = other == null ? context.queryString() : other.query();
    return query == null ? "" : query;
  }

  private static @Nullable String present(String name, @Nullable String text) {
    return text == null || text.isBlank() ? null : bounded(name, text);
  }

  private static String bounded(String name, String text) {
    if (text.length() > LONGEST) {
      throw Refused.bad(
          Texts.say("web.request.is-longer-than-characters-2", name, LONGEST),
          Texts.say("web.request.shorten-it"));
    }
    return text;
  }
}
