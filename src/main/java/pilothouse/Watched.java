package pilothouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * What doors tell, kept until anything was written down, told or read anew, or five minutes went
 * by: so none is asked for each first page. One that fails is told of.
 */
final class Watched implements Source {
  private static final System.Logger LOG = System.getLogger(Watched.class.getName());

  /** Time alone lets things come due. */
  private static final long SECONDS = 300;

  private final ReentrantLock asking = new ReentrantLock();
  private final List<Source> sources;
  private final Supplier<Stored> stored;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Watched(List<Source> sources, Supplier<Stored> stored) {
    this.sources = List.copyOf(sources);
    this.stored = stored;
  }

  /** All that what is found follows from, beside the language that it is said in. */
  private record Key(@Nullable Object journal, long facts, long evidence, Instant time) {}

  private record Kept(Key key, List<Finding> found) {}

  @Override
  public List<Finding> found(Instant now) {
    Stored here = stored.get();
    Key key =
        new Key(
            here.journal().head(),
            here.facts().version(),
            here.evidence().version(),
            Instant.ofEpochSecond(now.getEpochSecond() / SECONDS * SECONDS));
    Kept before = kept.get(Texts.now().tag());
    return before != null && before.key().equals(key) ? before.found() : asked(key, now);
  }

  /** One asks at a time; who comes meanwhile is told what was so before, where anything was. */
  private List<Finding> asked(Key key, Instant now) {
    String language = Texts.now().tag();
    Kept before = kept.get(language);
    if (before == null) {
      asking.lock();
    } else if (!asking.tryLock()) {
      return before.found();
    }
    try {
      Kept there = kept.get(language);
      if (there == null || !there.key().equals(key)) {
        there = new Kept(key, fresh(now));
        kept.put(language, there);
      }
      return there.found();
    } finally {
      asking.unlock();
    }
  }

  private List<Finding> fresh(Instant now) {
    List<Finding> found = new ArrayList<>();
    for (Source source : sources) {
      try {
        found.addAll(source.found(now));
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "what needs somebody could not be asked for", e);
        found.add(failed());
      }
    }
    return List.copyOf(found);
  }

  /** Where one door fails, that nothing of it stands here is no good sign. */
  private static Finding failed() {
    return Finding.of(
        "door-failed",
        Finding.Severity.LOOK,
        Texts.say("findings.door-failed"),
        "",
        Where.ORGANISATION,
        "/findings");
  }
}
