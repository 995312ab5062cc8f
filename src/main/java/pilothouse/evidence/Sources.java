package pilothouse.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pilothouse.git.Clones;
import pilothouse.git.GitTrouble;
import pilothouse.git.Home;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;

/** What people name, as the repositories that they mean. */
final class Sources {
  private final Systems systems;

  /** URLs as they were given, with what signs in, by the names of their repositories. */
  private final ConcurrentHashMap<String, String> addresses = new ConcurrentHashMap<>();

  Sources(Systems systems) {
    this.systems = systems;
  }

  /** The address to clone from, with what signs in where it was given. */
  String address(Repository repository) {
    return addresses.getOrDefault(repository.name(), repository.source());
  }

  /**
   * The repository that is meant, registered when it is new: a folder inside it, a link to it, its
   * {@code .git} and its linked worktrees are all the same one.
   *
   * @param given a path or a URL; what signs in stands only in memory
   * @param by what asks for it
   * @throws GitTrouble when there is none
   */
  Repository register(String given, String by) {
    String source = given.strip();
    if (Clones.isUrl(source) && !Files.exists(Path.of(source))) {
      Clones.checkUrl(source);
      Repository repository = systems.register(source, by);
      addresses.put(repository.name(), source);
      return repository;
    }
    Optional<Repository> there = registered(source);
    if (there.isPresent()) {
      return there.get();
    }
    Home home = Home.of(Path.of(source));
    return systems.register(home.folder().toString(), home.origin(), by);
  }

  /** The registered repository that is meant by this path or URL. */
  Optional<Repository> registered(String given) {
    if (given.isBlank()) {
      return Optional.empty();
    }
    Optional<Repository> there = systems.from(given);
    if (there.isPresent() || Clones.isUrl(given)) {
      return there;
    }
    try {
      return systems.from(Home.of(Path.of(given.strip())).folder().toString());
    } catch (GitTrouble nowhere) {
      return Optional.empty();
    }
  }
}
