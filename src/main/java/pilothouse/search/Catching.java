package pilothouse.search;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.evidence.History;

/**
 * Keeps what is found in step with what it follows from, by versions: who and what before a search
 * is answered, so that what was just said is found; files and happenings behind.
 */
final class Catching {
  private static final Logger LOG = System.getLogger(Catching.class.getName());
  private static final String BEHIND = "filling of search";
  private static final String FILES = "files of ";
  private final Findable ground;
  private final Shelves shelves;
  private final Feeds feeds;
  private final Happenings happenings;
  private final Writings writings;
  private final AtomicBoolean running = new AtomicBoolean();

  Catching(Findable ground, Shelves shelves) {
    this.ground = ground;
    this.shelves = shelves;
    this.feeds = new Feeds(ground);
    this.happenings = new Happenings(ground);
    this.writings = new Writings(ground.said(), shelves);
  }

  /** Catches up with what is quick, and begins to with what is not. */
  synchronized void up() {
    Map<String, String> kept = shelves.versions();
    String systems = String.valueOf(ground.systems().rules().version());
    String people = String.valueOf(ground.people().identities().version());
    String services = systems + "." + ground.facts().version();
    whole(kept, "systems", services, feeds::systems);
    whole(kept, "repositories", systems, feeds::repositories);
    whole(kept, "rules", systems, feeds::rules);
    whole(kept, "teams", people, feeds::teams);
    whole(kept, "people", people, feeds::people);
    String written = writings.version();
    whole(kept, "written", written, writings::all);
    writings.promises(kept, written, false);
    if (running.compareAndSet(false, true)) {
      behind(systems);
    }
  }

  private void behind(String rules) {
    try {
      ground
          .behind()
          .execute(() -> {
            try {
              ground.leases().hold(BEHIND, _ -> all(rules));
            } catch (Exception e) {
              LOG.log(
                  Logger.Level.WARNING, "search could not catch up; the next one tries again", e);
            } finally {
              running.set(false);
            }
          });
    } catch (RejectedExecutionException _) {
      running.set(false); // The program is stopping.
    }
  }

  /** What another process did until now need not be done again. */
  private void all(String rules) {
    Map<String, String> kept = shelves.versions();
    writings.promises(kept, writings.version(), true);
    news(kept, "incidents", rules, happenings::incidents);
    news(kept, "changes", rules, happenings::changes);
    news(kept, "work items", rules, happenings::work);
    files(kept);
  }

  private void whole(
      Map<String, String> kept,
      String feed,
      String version,
      Supplier<? extends Collection<Document>> documents) {
    if (!version.equals(kept.get(feed))) {
      shelves.keep(feed, version, documents.get(), true);
    }
  }

  /** What was told since; all of it anew where rules may place it elsewhere now. */
  private void news(
      Map<String, String> kept, String feed, String rules, Function<Long, Happenings.News> told) {
    String before = kept.getOrDefault(feed, "");
    boolean same = before.startsWith(rules + ":");
    long after = same ? Long.parseLong(before, rules.length() + 1, before.length(), 10) : 0;
    Happenings.News news = told.apply(after);
    if (!same || news.last() != after) {
      shelves.keep(feed, rules + ":" + news.last(), news.documents(), !same);
    }
  }

  private void files(Map<String, String> kept) {
    List<String> gone = new ArrayList<>(kept.keySet());
    gone.removeIf(feed -> !feed.startsWith(FILES));
    for (String repository : ground.repositories()) {
      String feed = FILES + repository;
      gone.remove(feed);
      Optional<History> history = ground.evidence().history(repository);
      String version = history.map(read -> String.valueOf(read.version())).orElse("");
      if (history.isPresent() && !version.equals(kept.get(feed))) {
        shelves.keep(feed, version, Feeds.files(history.get()), true);
      }
    }
    shelves.forget(gone);
  }
}
