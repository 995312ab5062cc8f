package pilothouse.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.systems.Declared;
import pilothouse.systems.Ownership;
import pilothouse.systems.Repository;
import pilothouse.systems.Rules;
import pilothouse.systems.SystemEntry;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** The declared systems that somebody sees, in parts. */
final class SystemList {
  private final Kept kept;
  private final Rules rules;
  private final Ownership ownership;
  private final List<SystemEntry> seen;

  /** Those that the caller sees, by name. */
  SystemList(Kept kept, Caller caller) {
    this.kept = kept;
    this.rules = kept.systems().rules();
    this.ownership = kept.systems().ownership();
    this.seen =
        rules.entries().stream()
            .filter(system -> caller.sees(Where.system(system.name())))
            .sorted(Comparator.comparing(SystemEntry::name))
            .toList();
  }

  /** Which of them: a page may ask for those of one repository, or whose owners are not clear. */
  record Wish(String repository, String owners) {}

  Turn.Slice<Declared> slice(Turn turn, Wish wish) {
    List<String> found =
        wanted(turn, wish)
            .map(SystemEntry::name)
            .filter(name -> name.compareTo(turn.after()) > 0)
            .limit(turn.reach())
            .toList();
    Turn.Slice<String> names = turn.slice(found, name -> name);
    return new Turn.Slice<>(kept.catalogue().some(names.rows()), names.next());
  }

  /** How many are wanted, wherever the part begins. */
  long count(Turn turn, Wish wish) {
    return wanted(turn, wish).count();
  }

  private Stream<SystemEntry> wanted(Turn turn, Wish wish) {
    Predicate<SystemEntry> asked =
        system ->
            isIn(wish.repository(), system)
                && (wish.owners().isEmpty() || fits(wish.owners(), owners(system).size()))
                && turn.fits(system.name(), system.title());
    return seen.stream().filter(asked);
  }

  private List<String> owners(SystemEntry system) {
    return ownership.of(system.name(), kept.today());
  }

  private static boolean fits(String owners, int count) {
    return switch (owners) {
      case "none" -> count == 0;
      case "several" -> count > 1;
      default -> true;
    };
  }

  private boolean isIn(String repository, SystemEntry system) {
    return repository.isEmpty()
        || rules.home(system.name()).map(Repository::name).orElse("").equals(repository);
  }

  Rules rules() {
    return rules;
  }

  /** Those whose owners are so, with them. */
  List<Doubt> doubts(Wish wish) {
    return seen.stream()
        .filter(system -> isIn(wish.repository(), system))
        .map(system -> new Doubt(system.name(), system.title(), owners(system)))
        .filter(doubt -> fits(wish.owners(), doubt.owners().size()))
        .toList();
  }

  /** Places in which more than one system lives, each in words. */
  List<String> clashes(String repository) {
    Map<String, List<String>> homes =
        seen.stream()
            .filter(system -> isIn(repository, system))
            .filter(system -> !place(system).isEmpty())
            .collect(
                Collectors.groupingBy(
                    this::place,
                    TreeMap::new,
                    Collectors.mapping(SystemEntry::name, Collectors.toList())));
    return homes.entrySet().stream()
        .filter(home -> home.getValue().size() > 1)
        .map(home ->
            Texts.say(
                "catalog.system-list.live-in-the-same",
                String.join(" and ", home.getValue()),
                home.getKey()))
        .toList();
  }

  private String place(SystemEntry system) {
    String home = rules.home(system.name()).map(Repository::name).orElse(system.repository());
    String folder = rules.folder(system.name());
    return home + (folder.isEmpty() ? "" : "/" + folder);
  }
}
