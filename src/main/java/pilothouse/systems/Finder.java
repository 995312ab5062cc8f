package pilothouse.systems;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import pilothouse.text.Sentence;

/** Finds the registered repositories that a source's word may mean: the surest sign first. */
final class Finder {
  private final List<Known> all;

  Finder(List<Known> all) {
    this.all = List.copyOf(all);
  }

  /**
   * A registered repository.
   *
   * @param addresses where else it may be found, as {@link Address} writes them
   */
  record Known(Repository repository, Set<String> addresses) {
    Known {
      addresses = Set.copyOf(addresses);
    }

    /** A repository with its own address among those it may be found at. */
    static Known of(Repository repository, Set<String> more) {
      var addresses = new java.util.HashSet<>(more);
      if (repository.isRemote()) {
        addresses.add(Address.of(repository.source()));
      }
      return new Known(repository, addresses);
    }

    private boolean hasAddress(String address) {
      return addresses.stream().anyMatch(known -> Address.ends(known, address));
    }

    private String path() {
      return Address.of(repository.source());
    }

    private String name() {
      return repository.name().toLowerCase(Locale.ROOT);
    }
  }

  RepositoryMatch find(String named) {
    String address = Address.of(named);
    if (address.isEmpty()) {
      return new RepositoryMatch(List.of(), Sentence.of("systems.finder.nothing-named"));
    }
    boolean bare = !address.contains("/");
    RepositoryMatch exact =
        match(known -> known.name().equals(named.strip().toLowerCase(Locale.ROOT)), "name");
    if (bare && !exact.found().isEmpty()) {
      return exact;
    }
    RepositoryMatch found = match(known -> known.hasAddress(address), "address");
    if (found.found().isEmpty()) {
      found = match(known -> known.path().equals(address), "path");
    }
    if (found.found().isEmpty()) {
      found = exact;
    }
    if (found.found().isEmpty() && !bare) {
      found = match(known -> isPath(known) && ends(known, address), "end");
    }
    return found.found().isEmpty() ? byLast(address, bare) : found;
  }

  /** The name alone tells only where no address says otherwise. */
  private RepositoryMatch byLast(String address, boolean bare) {
    String last = Address.last(address);
    return match(
        known -> known.name().equals(last) && (bare || known.addresses.isEmpty()), "alone");
  }

  private RepositoryMatch match(Predicate<Known> fits, String by) {
    List<Repository> found = all.stream().filter(fits).map(Known::repository).toList();
    if (found.size() > 1) {
      String names = String.join(", ", found.stream().map(Repository::name).toList());
      return new RepositoryMatch(found, Sentence.of("systems.finder.unclear." + by, names));
    }
    return new RepositoryMatch(
        found, Sentence.of(found.isEmpty() ? "systems.finder.none" : "systems.finder.by." + by));
  }

  private static boolean isPath(Known known) {
    return !known.repository.isRemote() && known.addresses.isEmpty();
  }

  private static boolean ends(Known known, String address) {
    int slash = address.indexOf('/');
    boolean hasHost = slash != address.lastIndexOf('/');
    return Address.ends(known.path(), address)
        || (hasHost && Address.ends(known.path(), address.substring(slash + 1)));
  }
}
