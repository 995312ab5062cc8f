package pilothouse.delivery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pilothouse.metrics.delivery.Story;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Tells one service's deployments in words. */
final class Landings {
  /** Deployments on the page; all of them stand in the receipts. */
  private static final int SHOWN = 40;

  private static final int LISTED = 30;

  private final Bearing bearing;
  private final ZoneId zone;

  Landings(Bearing bearing, ZoneId zone) {
    this.bearing = bearing;
    this.zone = zone;
  }

  Harbour.Deployments deployments() {
    List<Story> stories = bearing.metrics().deployments();
    String says =
        stories.isEmpty()
            ? Texts.say("delivery.landings.none-in-this-period")
            : stories.size() > SHOWN
                ? Texts.say("delivery.landings.the-newest-of-the", SHOWN, Say.count(stories.size()))
                : Texts.say("delivery.landings.in-this-period", Say.count(stories.size()));
    return new Harbour.Deployments(
        says, stories.stream().limit(SHOWN).map(this::deployed).toList());
  }

  private Harbour.Deployed deployed(Story story) {
    String revision = story.deployment().revision();
    Double median = TablePages.median(story);
    return new Harbour.Deployed(
        Say.time(story.at(), zone),
        revision == null
            ? Texts.say("say.unknown")
            : revision.substring(0, Math.min(10, revision.length())),
        outcome(story),
        story.failed() ? "act" : "nothing_found",
        changes(story),
        story.changes().stream().limit(LISTED).map(Landings::change).toList(),
        Harbours.span(median),
        why(story));
  }

  private static String outcome(Story story) {
    var outcome = story.deployment().outcome();
    String ended =
        outcome == null
            ? Texts.say("delivery.landings.not-said")
            : Texts.known("metrics.outcome.", outcome.name().toLowerCase(java.util.Locale.ROOT));
    boolean mended = story.failed() && outcome != pilothouse.evidence.facts.Outcome.FAILURE;
    return mended ? Texts.say("delivery.landings.needed-intervention", ended) : ended;
  }

  private static String changes(Story story) {
    String unknown = story.unknown();
    int count = story.changes().size();
    if (unknown != null) {
      return (count == 0 ? "" : Say.counted(count, "change") + "; ") + unknown;
    }
    return count == 0 ? Texts.say("delivery.landings.nothing-new") : Say.counted(count, "change");
  }

  private static String change(Story.Change change) {
    var request = change.request();
    String number = request == null || request.number() == 0 ? "" : "#" + request.number() + " ";
    String leftOut = change.leftOut();
    String title = number + change.title();
    return leftOut == null
        ? Texts.say("delivery.landings.found-by", title, change.match().says())
        : Texts.say("delivery.landings.left-out", title, change.match().says(), leftOut);
  }

  private String why(Story story) {
    List<String> why = new ArrayList<>(story.whyFailed());
    Double restored = story.restoredAfter();
    if (story.failed() && restored != null) {
      String key = story.open() ? "delivery.landings.not-restored" : "delivery.landings.restored";
      why.add(Texts.say(key, Say.span(restored)));
    }
    String unplanned = story.whyUnplanned();
    if (unplanned != null) {
      why.add(Texts.say("delivery.landings.unplanned", unplanned));
    }
    String leftOut = story.leftOut();
    if (leftOut != null) {
      why.add(Texts.say("delivery.landings.in-none-of-the", leftOut));
    }
    return String.join("; ", why);
  }
}
