package pilothouse.intake;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Kept;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Replay;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.inbox.State;
import pilothouse.journal.Who;
import pilothouse.text.Nearest;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Single deliveries: what became of each, what it told, and what was sent. */
final class DeliveryPages {
  private static final int LENGTH = 200;
  private static final int FACTS = 100;
  private static final int SHOWN = 1 << 20;

  private final Supplier<Inbox> inbox;
  private final InstantSource clock;
  private final ZoneId zone;

  DeliveryPages(Supplier<Inbox> inbox, InstantSource clock, ZoneId zone) {
    this.inbox = inbox;
    this.clock = clock;
    this.zone = zone;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/sources/deliveries", this::list),
        Route.read("/sources/deliveries/{delivery}", this::page),
        Route.people("/sources/deliveries/{delivery}/body", this::body),
        Route.change("/sources/deliveries/{delivery}/replay", this::replay),
        Route.read("/api/v1/deliveries", this::json)
            .telling(
                Telling.of("What came in, newest first, and what became of it; 200 at a time")
                    .with("source", "only those of this source")
                    .with("state", "only those in this state, such as parked")
                    .with("below", "only those with a smaller number")),
        Route.read("/api/v1/deliveries/{delivery}", this::one)
            .telling(Telling.of("One delivery, and what became of it")));
  }

  private Answer list(Request request) {
    List<Kept> kept = found(request);
    return Answer.page(
        "intake/deliveries",
        Texts.say("intake.delivery-pages.deliveries"),
        Map.of(
            "kept", kept,
            "now", clock.instant(),
            "source", said(request, "source"),
            "state", said(request, "state"),
            "next", next(kept)));
  }

  private static String said(Request request, String name) {
    String said = request.query(name);
    return said == null ? "" : said;
  }

  /** Where the next page starts; 0 when this is the last. */
  private static long next(List<Kept> kept) {
    return kept.size() < LENGTH ? 0 : kept.getLast().id();
  }

  private List<Kept> found(Request request) {
    Inbox here = inbox.get();
    String source = request.query("source");
    if (source != null && here.source(source).isEmpty()) {
      throw new NotFound(
          Texts.say("intake.delivery-pages.no-source-is-called", source),
          Texts.say("intake.delivery-pages.see-sources-for-all"));
    }
    String below = request.query("below");
    return here.newest(
        source,
        state(request.query("state")),
        below == null ? Long.MAX_VALUE : number(below),
        LENGTH);
  }

  private static @Nullable State state(@Nullable String word) {
    if (word == null) {
      return null;
    }
    List<String> words = Arrays.stream(State.values()).map(State::word).toList();
    if (!words.contains(word)) {
      throw Refused.bad(
          Texts.say("intake.delivery-pages.is-no-state-of", word),
          Texts.say(
              "intake.delivery-pages.the-nearest-one-is",
              Nearest.to(word, words),
              String.join(", ", words)));
    }
    return State.of(word);
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // refused below, like a number below 1
    }
    throw Refused.bad(
        Texts.say("intake.delivery-pages.is-no-deliverys-number", text),
        Texts.say("intake.delivery-pages.give-a-whole-number"));
  }

  private Kept kept(Request request) {
    long id = number(request.part("delivery"));
    return inbox
        .get()
        .find(id)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("intake.delivery-pages.there-is-no-delivery", id),
                Texts.say("intake.delivery-pages.see-sources-for-what")));
  }

  private Answer page(Request request) {
    Kept kept = kept(request);
    Optional<Delivery> delivery = inbox.get().delivery(kept.id());
    List<FactLine> facts = delivery.map(this::facts).orElse(List.of());
    return Answer.page(
        "intake/delivery",
        Texts.say("intake.delivery-pages.delivery", kept.id()),
        Map.of(
            "kept", kept,
            "received", Say.time(kept.receivedAt(), zone),
            "title", inbox.get().source(kept.source()).map(Source::title).orElse(kept.source()),
            "facts", facts.subList(0, Math.min(FACTS, facts.size())),
            "count", facts.size(),
            "there", delivery.isPresent()));
  }

  /** What the delivery tells, as its source understands it today. */
  private List<FactLine> facts(Delivery delivery) {
    Source source = inbox.get().source(delivery.source()).orElse(null);
    try {
      if (source != null && source.parse(delivery) instanceof Parsed.Facts facts) {
        return facts.facts().stream().map(FactLine::of).toList();
      }
    } catch (Malformed misunderstood) {
      return List.of();
    }
    return List.of();
  }

  /** The body as plain text; what is longer than a screen of screens is cut off. */
  private Answer body(Request request) {
    Kept kept = kept(request);
    byte[] bytes =
        inbox
            .get()
            .delivery(kept.id())
            .map(Delivery::body)
            .orElseThrow(() ->
                new NotFound(
                    Texts.say("intake.delivery-pages.the-body-of-delivery", kept.id()),
                    Texts.say("intake.delivery-pages.bodies-are-kept-for")));
    byte[] note = "\n… cut off here".getBytes(StandardCharsets.UTF_8);
    if (bytes.length > SHOWN) {
      byte[] shown = Arrays.copyOf(bytes, SHOWN + note.length);
      System.arraycopy(note, 0, shown, SHOWN, note.length);
      bytes = shown;
    }
    return new Answer.Data("text/plain; charset=utf-8", "", bytes);
  }

  private Answer replay(Request request) {
    Kept kept = kept(request);
    Who who = Who.of(request.caller());
    if (inbox.get().replay(Replay.one(kept.id()), who) == 0 && kept.state() != State.WAITING) {
      throw Refused.conflict(
          Texts.say("intake.delivery-pages.the-body-of-delivery", kept.id()),
          Texts.say("intake.delivery-pages.let-its-sender-send"));
    }
    return new Answer.Redirect(Intakes.DELIVERIES + kept.id());
  }

  private Answer json(Request request) {
    List<Kept> kept = found(request);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("deliveries", kept.stream().map(DeliveryPages::told).toList());
    long next = next(kept);
    page.put("next", next == 0 ? null : next(request, next));
    return new Answer.Json(page);
  }

  private static String next(Request request, long below) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("source", "state")) {
      String said = request.query(name);
      if (said != null) {
        parts.add(name + "=" + said);
      }
    }
    parts.add("below=" + below);
    return "/api/v1/deliveries?" + String.join("&", parts);
  }

  private Answer one(Request request) {
    return new Answer.Json(told(kept(request)));
  }

  private static Map<String, Object> told(Kept kept) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("delivery", kept.id());
    told.put("source", kept.source());
    told.put("id", kept.delivery());
    told.put("received_at", kept.receivedAt().toString());
    told.put("bytes", kept.size());
    told.put("state", kept.state().word());
    told.put("reason", kept.reason().isEmpty() ? null : kept.reason());
    told.put("facts_new", kept.fresh());
    told.put("facts_unchanged", kept.unchanged());
    told.put("understood_at", kept.understoodAt() == null ? null : kept.understoodAt().toString());
    told.put("parser", kept.parser().isEmpty() ? null : kept.parser());
    return told;
  }
}
