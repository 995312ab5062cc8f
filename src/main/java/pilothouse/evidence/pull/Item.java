package pilothouse.evidence.pull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Malformed;

/**
 * One thing on a page.
 *
 * @param where it is, for a refusal
 * @param at its place in the stream's order of time; null when it does not say
 * @param reading gets its facts, and asks for what the page lacks
 */
public record Item(String where, @Nullable Instant at, Reading reading) {

  /** Gets facts. */
  @FunctionalInterface
  public interface Reading {
    /**
     * The facts.
     *
     * @throws Malformed when the thing is not what the forge says that it is
     */
    List<Fact> facts(Wire wire) throws InterruptedException;
  }

  /** One that stands in a list. */
  public static Item of(Payload thing, String time, String name, Reading reading) {
    return new Item(name, thing.anyTime(time), reading);
  }
}
