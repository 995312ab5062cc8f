package pilothouse.debt.knowledge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;
import pilothouse.promises.Promise;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.View;

/**
 * A promise about a single point of failure, with the truck factor when it was made, when it was
 * kept, and now; all of the files that there are now.
 *
 * @param then empty while it is not kept
 */
public record Measured(
    String what,
    String address,
    String part,
    String state,
    String before,
    String then,
    String now) {
  private static final Duration YEAR = Duration.ofDays(365);

  static Measured of(Handovers handovers, String repository, Promise one) {
    String folder = HandoverPages.folder(one.subject(), repository);
    Promise.Ending ending = one.ending();
    Instant today = handovers.views().clock().instant();
    boolean isKept = ending != null && ending.isKept();
    return new Measured(
        one.what(),
        one.address(),
        folder.isEmpty() ? Texts.say("debt.knowledge.whole") : folder,
        Texts.say(
            "debt.knowledge.state." + (ending == null ? "open" : isKept ? "kept" : "dropped"),
            Say.day(ending == null ? one.madeAt() : ending.at(), handovers.views().zone())),
        factor(handovers, repository, folder, one.madeAt()),
        ending != null && isKept ? factor(handovers, repository, folder, ending.at()) : "",
        factor(handovers, repository, folder, today));
  }

  private static String factor(Handovers handovers, String repository, String folder, Instant at) {
    Window window = new Window(at.minus(YEAR), at.plusSeconds(1), handovers.views().zone());
    View view = handovers.views().look(repository, folder, window);
    @Nullable Integer factor =
        view == null ? null : handovers.knowledge().apply(view).truckFactor();
    return factor == null ? Texts.say("debt.knowledge.unknown") : Say.counted(factor, "person");
  }
}
