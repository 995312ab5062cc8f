package pilothouse.flags;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.findings.Source;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.web.Caller;
import pilothouse.web.Route;

/** The door to feature flags: which there are, whose, how old, and by when each is to go. */
public final class Flags {
  /** What owners of flags owe. */
  public static final List<Kind> KINDS = List.of(Vow.KIND);

  private final FlagShelf shelf;

  /** The flags that are kept there. */
  public Flags(Supplier<Locker> locker) {
    this.shelf = new FlagShelf(locker);
  }

  /** Their addresses. */
  public List<Route> routes() {
    // The page of a flag comes last, for its address stands for any word.
    List<Route> routes = new ArrayList<>(new ImportPages(shelf).routes());
    routes.addAll(new FlagPages(shelf).routes());
    routes.addAll(new Deeds(shelf).routes());
    return routes;
  }

  /** What of them needs somebody. */
  public Source source() {
    return new FlagFindings(shelf);
  }

  /** What people wrote. */
  public List<Written> written() {
    return shelf.now().all().stream().limit(Written.MOST).map(Flag::written).toList();
  }

  /** Looks where their keys stand in code that was read anew. */
  public void round() {
    shelf.mentions().round(shelf.locker().code(), shelf.now().all());
  }

  /** Takes a file with flags, in the name of whoever names it at a terminal. */
  public Receipt take(String name, InputStream in, String place) {
    return new Imports(shelf).take(name, in, place, Caller.onlyYou(), Who.terminal());
  }

  /** Those that outlived their days, the longest before. */
  public List<Lapsed> lapsed() {
    LocalDate today = shelf.locker().today();
    return shelf.now().all().stream()
        .filter(flag -> flag.isLate(today))
        .sorted(Comparator.comparing(Flag::ends))
        .map(flag ->
            new Lapsed(
                flag.id(),
                flag.key(),
                flag.words().owner(),
                flag.words().purpose().goes(),
                flag.ends(),
                flag.address(),
                flag.place()))
        .toList();
  }
}
