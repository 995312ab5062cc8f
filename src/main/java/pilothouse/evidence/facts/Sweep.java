package pilothouse.evidence.facts;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import pilothouse.storage.Storage;

/**
 * All things of a kind, one after the other: a page of rows at a time, because they are many, and
 * the next page is read while one is worked on.
 */
final class Sweep<F extends Fact> {
  private static final int PAGE = 20_000;
  private final Storage storage;
  private final Form<F> form;
  private final String text;

  private Sweep(Storage storage, Form<F> form) {
    this.storage = storage;
    this.form = form;
    this.text =
        """
        select %s, digest
        from %s
        where (key, digest) > (:key, :digest)
        order by key, digest
        limit :page
        """
            .formatted(RowIn.columns(form), form.table());
  }

  static <F extends Fact> void of(Storage storage, Form<F> form, Consumer<Tail.Thing<F>> hears) {
    new Sweep<>(storage, form).sweep(new Tail.Group<>(form, hears));
  }

  private void sweep(Tail.Group<F> group) {
    List<Tail.Row<F>> page = after("", Long.MIN_VALUE);
    while (page.size() == PAGE) {
      Tail.Row<F> last = page.getLast();
      FutureTask<List<Tail.Row<F>>> next =
          new FutureTask<>(() -> after(last.fact().key(), last.digest()));
      Thread.ofPlatform().daemon().name("reading " + form.table()).start(next);
      page.forEach(group::add);
      page = read(next);
    }
    page.forEach(group::add);
    group.end();
  }

  private List<Tail.Row<F>> after(String key, long digest) {
    return storage.read(handle ->
        handle
            .createQuery(text)
            .bind("key", key)
            .bind("digest", digest)
            .bind("page", PAGE)
            .map((row, context) -> Tail.row(form, row))
            .list());
  }

  private List<Tail.Row<F>> read(FutureTask<List<Tail.Row<F>>> next) {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while " + form.table() + " was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(form.table() + " could not be read", e.getCause());
    }
  }
}
