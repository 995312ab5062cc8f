package pilothouse.intake;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Accepted;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Full;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Room;
import pilothouse.evidence.inbox.Source;
import pilothouse.storage.StorageTrouble;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Takes one delivery: proven, within bounds, on the disk before it is answered. */
final class Taking {
  private final Supplier<Inbox> inbox;
  private final Function<String, Optional<String>> secrets;
  private final InstantSource clock;

  Taking(Supplier<Inbox> inbox, Function<String, Optional<String>> secrets, InstantSource clock) {
    this.inbox = inbox;
    this.secrets = secrets;
    this.clock = clock;
  }

  Answer take(Request request) {
    return take(request, request.part("source"));
  }

  /** Takes what comes from a source whose protocol names the address. */
  Answer take(Request request, String name) {
    Inbox here = inbox.get();
    Source source = source(here, name);
    try (Room.Seat seat = here.room().enter(source.name())) {
      Delivery delivery = delivery(source, request, seat);
      @Nullable Parsed parsed = source.answersAtOnce() ? checked(source, delivery) : null;
      return told(source, here.accept(delivery), delivery, parsed);
    } catch (Full _) {
      throw Refused.tooFast(
          Texts.say("intake.taking.more-comes-in-from", source.name()),
          Texts.say("intake.taking.send-it-again-in"));
    } catch (StorageTrouble trouble) {
      throw Refused.later(
          Texts.say("intake.taking.it-could-not-be", trouble.plain()),
          Texts.say("intake.taking.send-it-again-when"));
    } catch (Malformed malformed) {
      throw Refused.bad(malformed.getMessage(), malformed.mend());
    }
  }

  private static Source source(Inbox here, String name) {
    return here.source(name)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("intake.taking.no-source-is-called", name),
                Texts.say(
                    "intake.taking.known-are",
                    here.sources().stream().map(Source::name).collect(Collectors.joining(", ")))));
  }

  private Delivery delivery(Source source, Request request, Room.Seat seat) {
    byte[] sent = Body.of(request, seat);
    Map<String, String> headers = request.headers();
    prove(source, headers, sent, request.isFromHere());
    byte[] body = Body.unpacked(sent, headers.get("content-encoding"), seat);
    check(source, headers, body);
    Map<String, String> kept = new HashMap<>(headers);
    kept.keySet().retainAll(source.headers());
    return new Delivery(source.name(), id(source, headers, body), clock.instant(), kept, body);
  }

  /** What nobody could ever understand is refused at once, whoever sent it. */
  private static void check(Source source, Map<String, String> headers, byte[] body) {
    if (headers.containsKey("ce-id")) {
      return; // A CloudEvent in headers may have no data at all.
    }
    Body.mustHoldSomething(body);
    if (!source.answersAtOnce()) {
      Body.mustLookLikeJson(body);
    }
  }

  /** Without a secret only this machine is believed, wherever the server listens. */
  private void prove(Source source, Map<String, String> headers, byte[] sent, boolean isFromHere) {
    Optional<String> secret = secrets.apply(source.name());
    if (secret.isEmpty() && !isFromHere) {
      throw Refused.unproven(
          Texts.say("intake.taking.has-no-secret", source.name()),
          Texts.say("intake.taking.set-a-secret"));
    }
    if (secret.isPresent() && !source.isProven(headers, sent, secret.get())) {
      throw Refused.unproven(
          Texts.say("intake.taking.the-delivery-does-not", source.name()),
          Texts.say("intake.taking.give-the-sender-the"));
    }
  }

  private static String id(Source source, Map<String, String> headers, byte[] body) {
    String given = source.idOf(headers, body);
    return given == null || given.isBlank() ? "here-" + UUID.randomUUID() : given;
  }

  /** What it tells; refused when it makes no sense. */
  private static Parsed checked(Source source, Delivery delivery) {
    try {
      return source.parse(delivery);
    } catch (Malformed malformed) {
      throw isJson(delivery.body())
          ? Refused.unfit(malformed.getMessage(), malformed.mend())
          : Refused.bad(malformed.getMessage(), malformed.mend());
    }
  }

  private static boolean isJson(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return true;
    } catch (JacksonException broken) {
      return false;
    }
  }

  private static final JsonFactory JSON = new JsonFactory();

  private static Answer told(
      Source source, Accepted accepted, Delivery delivery, @Nullable Parsed parsed) {
    Map<String, Object> reply = parsed == null ? null : source.reply(parsed);
    if (reply != null) {
      return new Answer.Told(200, reply);
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("delivery", accepted.id());
    told.put("source", source.name());
    told.put("id", delivery.id());
    told.put("state", accepted.known() ? "known already" : "waiting");
    switch (parsed) {
      case Parsed.Facts facts -> tell(facts, told);
      case Parsed.Ignored ignored -> {
        told.put("facts", 0);
        told.put("why", List.of(ignored.why()));
      }
      case null -> {}
    }
    told.put("see", Intakes.DELIVERIES + accepted.id());
    return new Answer.Told(202, told);
  }

  private static void tell(Parsed.Facts facts, Map<String, Object> told) {
    told.put("facts", facts.facts().size());
    Parsed.Left left = facts.left();
    if (left.ignored() + left.refused() > 0) {
      told.put("ignored", left.ignored());
      told.put("refused", left.refused());
      told.put("why", left.why());
    }
  }
}
