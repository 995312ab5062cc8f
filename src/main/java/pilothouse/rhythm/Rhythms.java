package pilothouse.rhythm;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.findings.Finding;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.verdicts.Track;
import pilothouse.views.Gauge;
import pilothouse.web.Route;

/** The door to the rituals: forums and what is held, quarters, briefs, audiences, what blocks. */
public final class Rhythms {
  /** What somebody owes here. */
  public static final List<Kind> KINDS =
      List.of(ReviewPages.ACTION, StakeholderPages.PROMISED, Blockers.KIND);

  private Rhythms() {}

  /** The pages and what programs see; the deck is asked for while a request is answered. */
  public static List<Route> routes(Supplier<Deck> deck) {
    return Stream.of(
            new ForumPages(deck).routes(),
            new ReviewPages(deck).routes(),
            new QuarterPages(deck).routes(),
            new BriefPages(deck).routes(),
            new StoryPages(deck).routes(),
            new AudiencePages(deck).routes(),
            new StakeholderPages(deck).routes(),
            new BlockerPages(deck).routes(),
            new LoadPages(deck).routes(),
            new FlowPages(deck).routes())
        .flatMap(List::stream)
        .toList();
  }

  /** The numbers that forums of leaders pinned. */
  public static List<Gauge> pinned(Deck deck) {
    return deck.storage().read(ForumRows::all).stream()
        .flatMap(forum -> forum.pins().stream())
        .flatMap(pin -> Gauge.parse(pin).stream())
        .distinct()
        .toList();
  }

  /** The forums that decide, also those that ended. */
  public static List<Track> forums(Deck deck) {
    return deck.storage().read(ForumRows::all).stream()
        .map(one -> new Track(one.id(), one.title(), one.where(), one.endedAt() == null))
        .toList();
  }

  /** What people wrote of forums, briefs and stakeholders. */
  public static List<Written> written(Deck deck) {
    return new Penned(deck).all();
  }

  /** What of these somebody should look at now. */
  public static List<Finding> found(Deck deck) {
    return new Watch(deck).found();
  }
}
