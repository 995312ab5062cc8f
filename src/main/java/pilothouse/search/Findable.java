package pilothouse.search;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Services;
import pilothouse.journal.Journal;
import pilothouse.journal.Written;
import pilothouse.people.People;
import pilothouse.people.Teams;
import pilothouse.promises.Promises;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/**
 * What there is to find, and where it is kept to find it by.
 *
 * @param behind takes over what would let a reader wait
 * @param leases one process works behind at a time
 */
public record Findable(
    Storage storage,
    Systems systems,
    People people,
    Teams teams,
    Evidence evidence,
    Facts facts,
    Services services,
    Said said,
    Executor behind,
    Leases leases) {

  /**
   * What people write down.
   *
   * @param journal tells whether anything changed
   * @param written all but promises, of which there are many
   */
  public record Said(Journal journal, Promises promises, Supplier<List<Written>> written) {}

  /** The names of all repositories. */
  List<String> repositories() {
    return systems.all().stream().map(repository -> repository.name()).toList();
  }
}
