package pilothouse.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Source;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.outgoing.Outgoing;
import pilothouse.outgoing.Reachable;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Route;

/** Promises and the issues elsewhere that are about the same, each told of the other's end. */
public final class IssueLinks implements AutoCloseable {
  private static final int MOST = 5_000;
  private static final int EACH = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private final Storage storage;
  private final Promises promises;
  private final Tracker tracker;
  private final Setup setup;
  private final IssueMail mail;
  private final IssueFindings findings;

  /** Links of those promises. */
  public IssueLinks(Storage storage, Promises promises, Tracker tracker, Setup setup) {
    this.storage = storage;
    this.promises = promises;
    this.tracker = tracker;
    this.setup = setup;
    this.mail = new IssueMail(storage, this, new Outgoing(setup.reachable(), PATIENCE));
    this.findings = new IssueFindings(this);
    promises.besides(this::proposals);
  }

  /**
   * What links need to know of the surroundings.
   *
   * @param home where people reach the program, without a slash at the end
   * @param forges that may be written to; usually none
   */
  public record Setup(
      InstantSource clock, ZoneId zone, String home, Reachable reachable, List<Forge> forges) {
    public Setup {
      forges = List.copyOf(forges);
    }
  }

  /** Their addresses. */
  public static List<Route> routes(Supplier<IssueLinks> links) {
    List<Route> routes = new ArrayList<>(new IssuePages(links).routes());
    routes.addAll(new IssueAnswers(links).routes());
    return routes;
  }

  /** Issues that were closed while their promise is open, and the other way round. */
  public Source source() {
    return findings;
  }

  /** Says at issues what became of their promises, where that was asked for; how many arrived. */
  public int round() {
    return mail.round(setup.clock().instant());
  }

  /** The links of one promise, the oldest first. */
  public List<IssueLink> of(String promise) {
    return storage.read(rows -> IssueRows.of(rows, promise));
  }

  /** What the issues of a promise propose, a sentence each. */
  private List<String> proposals(Promise promise) {
    return of(promise.id()).stream()
        .map(link -> IssueRow.of(this, promise, link))
        .filter(row -> !row.proposes().isEmpty())
        .map(row -> Texts.say("promises.issues.proposal", row.name(), row.proposes()))
        .toList();
  }

  /** Whoever wants anything written there leads the promise's place: the token is not theirs. */
  IssueLink link(Promise promise, IssueDraft draft, Caller caller) {
    if (draft.comments() || draft.closes()) {
      caller.must(Permission.CHANGE, promise.place());
    }
    Who who = Who.of(caller);
    Tracker.Named issue = tracker.named(draft.url()).orElse(null);
    List<String> problems =
        draft.problems(issue != null, issue != null && forge(issue).isPresent());
    if (issue == null || !problems.isEmpty()) {
      throw Refused.unfit(String.join(" ", problems), Texts.say("promises.issues.give-address"));
    }
    List<IssueLink> before = of(promise.id());
    boolean isThere = before.stream().anyMatch(one -> one.issue().equals(issue.issue()));
    if (isThere || before.size() >= EACH) {
      throw Refused.conflict(
          isThere
              ? Texts.say("promises.issues.there")
              : Texts.say("promises.issues.too-many", EACH),
          Texts.say("promises.issues.end-one"));
    }
    IssueLink link =
        new IssueLink(
            UUID.randomUUID().toString(),
            promise.id(),
            draft.url(),
            issue.issue(),
            draft.comments(),
            draft.closes(),
            setup.clock().instant(),
            who.name());
    return storage.write(rows -> {
      IssueRows.add(rows, link, who);
      PromiseRows.raise(rows);
      Journal.write(
          rows,
          Entry.of(link.madeAt(), who, "issue linked", PromiseWords.subject(promise), "")
              .with(Map.of("issue", link.url(), "asks", asks(link))));
      return link;
    });
  }

  private static String asks(IssueLink link) {
    return link.closes() ? "comment and close" : link.comments() ? "comment" : "";
  }

  void unlink(Promise promise, String id, Who who) {
    IssueLink link = found(promise, id);
    Instant now = setup.clock().instant();
    storage.write(rows -> {
      IssueRows.end(rows, id, now, who);
      PromiseRows.raise(rows);
      Journal.write(
          rows,
          Entry.of(now, who, "issue unlinked", PromiseWords.subject(promise), "")
              .changing(Map.of("issue", link.url()), Map.of()));
      return true;
    });
  }

  void again(Promise promise, String id, Who who) {
    IssueLink link = found(promise, id);
    Instant now = setup.clock().instant();
    storage.write(rows -> {
      if (!IssueRows.again(rows, id, now)) {
        throw new NotFound(Texts.say("promises.issues.none"), Texts.say("promises.look-again"));
      }
      Journal.write(
          rows,
          Entry.of(now, who, "issue told again", PromiseWords.subject(promise), "")
              .with(Map.of("issue", link.url())));
      return true;
    });
  }

  private IssueLink found(Promise promise, String id) {
    return of(promise.id()).stream()
        .filter(link -> link.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new NotFound(Texts.say("promises.issues.none"), Texts.say("promises.look-again")));
  }

  /** What is said at the issue: nothing but what anybody who reads the issue may know. */
  String words(Promise promise) {
    Promise.@Nullable Ending ending = promise.ending();
    String day = ending == null ? "" : Say.day(ending.at(), setup.zone());
    String how = ending != null && ending.isKept() ? "kept" : "dropped";
    return Texts.say(
        "promises.issues.words." + how, promise.what(), day, setup.home() + promise.address());
  }

  List<IssueLink> all() {
    return storage.read(rows -> IssueRows.all(rows, MOST));
  }

  /** The promises that have one, by their ids. */
  Map<String, Promise> linked() {
    return storage.read(PromiseRows::linked).stream()
        .collect(Collectors.toMap(Promise::id, one -> one));
  }

  List<IssuePost> posts(IssueLink link) {
    return storage.read(rows -> IssueRows.posts(rows, link.id()));
  }

  Optional<Forge> forge(Tracker.Named issue) {
    return setup.forges().stream().filter(one -> one.host().equals(issue.host())).findFirst();
  }

  long version() {
    return storage.read(PromiseRows::version);
  }

  Promises promises() {
    return promises;
  }

  Tracker tracker() {
    return tracker;
  }

  Setup setup() {
    return setup;
  }

  @Override
  public void close() {
    mail.close();
  }
}
