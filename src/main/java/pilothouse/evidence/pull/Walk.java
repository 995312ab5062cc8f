package pilothouse.evidence.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.inbox.Malformed;

/**
 * Walks back through one stream, page by page, and notes after each page how far it is, so that a
 * walk that is cut off goes on from there.
 */
final class Walk {
  private final Pulls.Tools tools;
  private final Cursors cursors;
  private final Project project;
  private final Stream stream;
  private final Tally tally = new Tally();

  Walk(Pulls.Tools tools, Cursors cursors, Project project, Stream stream) {
    this.tools = tools;
    this.cursors = cursors;
    this.project = project;
    this.stream = stream;
  }

  /** Reads what is not known yet, back to that time; null for all of the past. */
  Pulled.Row read(@Nullable Instant since) throws InterruptedException {
    String repository = project.home().key();
    try {
      Cursor cursor = cursors.of(repository, stream.name());
      Cursor.Cut cut = cursor.cut();
      if (cut != null && cursor.goesOnTo(cursor.stop(since, stream.overlap()))) {
        cursor = back(cursor, cut.next(), cut, cut.stop());
      }
      Instant stop = cursor.stop(since, stream.overlap());
      Cursor.Cut fresh = new Cursor.Cut("", null, stop, null);
      Cursor after = back(cursor, null, fresh, since);
      boolean unchanged = after.equals(cursor) && tally.things() == 0;
      return tally.row(project.home().name(), stream.name(), unchanged, null);
    } catch (PullTrouble trouble) {
      if (trouble.isForAll()) {
        throw trouble;
      }
      return tally.row(project.home().name(), stream.name(), false, trouble.getMessage());
    } catch (Malformed strange) {
      return tally.row(
          project.home().name(),
          stream.name(),
          false,
          "A page is not what the forge documents. " + strange.getMessage());
    }
  }

  /**
   * Reads from a page on until what is older is known or not wanted.
   *
   * @param from where the walk goes on; null for its first page
   * @param cut what is known of the walk
   * @param reaches how far back all is known when it comes to its end
   */
  private Cursor back(
      Cursor cursor, @Nullable String from, Cursor.Cut cut, @Nullable Instant reaches)
      throws InterruptedException {
    String next = from;
    Instant top = cut.top();
    String etag = cut.etag();
    Set<String> pages = new HashSet<>();
    boolean isNew = from == null;
    while (isNew || next != null) {
      Ask ask = stream.page(next);
      Reply reply =
          tools.wire().ask(isNew && cursor.holds(reaches) ? ask.knowing(cursor.etag()) : ask);
      if (reply.isUnchanged()) {
        return cursor;
      }
      Page page = stream.read(reply, tools.wire());
      List<Item> items = wanted(page.items(), cut.stop());
      if (isNew) {
        etag = reply.etag();
        top = newest(items);
      }
      keep(items, page, cut.stop());
      next = items.size() < page.items().size() ? null : page.next();
      if (next != null && !pages.add(next)) {
        throw PullTrouble.here("The pages lead in a circle; try again later.");
      }
      if (next != null) {
        Cursor.Cut now = new Cursor.Cut(next, top, cut.stop(), etag);
        cursor = new Cursor(cursor.seenTo(), cursor.reaches(), cursor.etag(), now);
        cursors.keep(project.home().key(), stream.name(), cursor);
      }
      isNew = false;
    }
    Cursor done = cursor.done(top, reaches, etag);
    cursors.keep(project.home().key(), stream.name(), done);
    return done;
  }

  /** Those that are not older than where the walk stops. */
  private static List<Item> wanted(List<Item> items, @Nullable Instant stop) {
    return items.stream()
        .filter(item -> stop == null || item.at() == null || !item.at().isBefore(stop))
        .toList();
  }

  private static @Nullable Instant newest(List<Item> items) {
    Instant newest = null;
    for (Item item : items) {
      Instant at = item.at();
      newest = at != null && (newest == null || at.isAfter(newest)) ? at : newest;
    }
    return newest;
  }

  private void keep(List<Item> items, Page page, @Nullable Instant stop)
      throws InterruptedException {
    List<Fact> facts = new ArrayList<>();
    for (Got got : got(items)) {
      facts.addAll(got.facts());
      if (got.refused() != null) {
        tally.refuse(got.where(), got.refused());
      }
    }
    tally.saw(items.size());
    Receipt receipt = tools.keeper().add(facts, tools.forge().name());
    tally.keep(receipt);
    Instant back = items.isEmpty() ? null : items.getLast().at();
    long total = stop == null ? page.total() : -1;
    String name = project.home().name();
    tools.heard().step(name, stream.name(), tally.things(), total, back, stop);
  }

  private record Got(String where, List<Fact> facts, @Nullable String refused) {}

  /** The facts of all items, which may ask for more side by side. */
  private List<Got> got(List<Item> items) throws InterruptedException {
    try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Got>> under = items.stream().map(item -> side.submit(() -> got(item))).toList();
      List<Got> all = new ArrayList<>();
      for (Future<Got> one : under) {
        all.add(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e);
    }
  }

  private Got got(Item item) throws InterruptedException {
    try {
      return new Got(item.where(), item.reading().facts(tools.wire()), null);
    } catch (Malformed strange) {
      return new Got(item.where(), List.of(), strange.getMessage());
    } catch (PullTrouble trouble) {
      if (trouble.isForList()) {
        throw trouble;
      }
      return new Got(item.where(), List.of(), trouble.getMessage());
    }
  }
}
