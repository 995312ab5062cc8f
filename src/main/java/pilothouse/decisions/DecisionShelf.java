package pilothouse.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;

/** All decisions, kept in memory until a row comes. */
final class DecisionShelf {
  private final FileShelf files = new FileShelf();
  private volatile @Nullable Kept kept;
  private final RuleReads rules = new RuleReads();
  private final StandardReads standards = new StandardReads();
  private final CostReads costs = new CostReads();

  private record Kept(long version, List<Decision> all) {}

  /** What changes cost at places that decisions affect. */
  CostReads costs() {
    return costs;
  }

  /** The folders of their files. */
  FileShelf files() {
    return files;
  }

  /** The newest first. */
  List<Decision> all(Storage storage) {
    return storage.read(rows -> {
      long version = DecisionRows.version(rows);
      Kept before = kept;
      if (before == null || before.version() != version) {
        before = new Kept(version, DecisionRows.all(rows));
        kept = before;
      }
      return before.all();
    });
  }

  /** How the numbers of rules stand. */
  RuleReads rules() {
    return rules;
  }

  /** Which systems are as standards want them. */
  StandardReads standards() {
    return standards;
  }

  /** Those that the caller may see, the newest first. */
  Stream<Decision> seen(Storage storage, Caller caller) {
    return all(storage).stream().filter(one -> caller.sees(one.place()));
  }

  /** The one of a number or an id, where the caller may see it. */
  Optional<Decision> find(Storage storage, String named, Caller caller) {
    String asked = named.strip().replaceFirst("^[Dd]-", "");
    return seen(storage, caller)
        .filter(one -> String.valueOf(one.number()).equals(asked) || one.id().equals(asked))
        .findFirst();
  }
}
