package pilothouse.systems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.systems.Rule.Kind;
import pilothouse.text.Sentence;

/**
 * What names mean: which system a service or a repository belongs to, which environments people
 * use, which branches carry unplanned work. A snapshot: what is declared later makes another one.
 */
public final class Rules {
  /** What a repository is told by, whose own name is that of a system which is not all of it. */
  private static final String NAMESAKE = "-repository";

  private final long version;
  private final Map<String, SystemEntry> entries = new LinkedHashMap<>();
  private final Map<String, String> called = new LinkedHashMap<>();
  private final List<Held> rules;
  private final Finder finder;
  private final Homes homes;

  Rules(long version, List<Finder.Known> known, List<SystemEntry> entries, List<Rule> rules) {
    this.version = version;
    this.finder = new Finder(known);
    this.rules = rules.stream().map(rule -> new Held(rule, new Glob(rule.pattern()))).toList();
    entries.forEach(entry -> this.entries.put(entry.name(), entry));
    entries.forEach(entry -> called.putIfAbsent(lower(entry.title()), entry.name()));
    entries.forEach(entry -> called.put(lower(entry.name()), entry.name()));
    this.homes = new Homes(homes());
  }

  private record Held(Rule rule, Glob glob) {}

  /** Rules while nothing is declared. */
  public static Rules none() {
    return new Rules(0, List.of(), List.of(), List.of());
  }

  /** Rises whenever anything that these rules say may differ. */
  public long version() {
    return version;
  }

  /** The names of all systems that are declared, sorted. */
  public List<String> systems() {
    return List.copyOf(entries.keySet());
  }

  /** All systems that are declared, by name. */
  public List<SystemEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The declared system of this name. */
  public Optional<SystemEntry> entry(String system) {
    return Optional.ofNullable(entries.get(system));
  }

  /** All rules in the order in which they are tried: those by hand, then those that come along. */
  public List<Rule> all() {
    List<Rule> all = new ArrayList<>(rules.stream().map(Held::rule).toList());
    all.addAll(DefaultRules.all());
    return all;
  }

  /**
   * The system that a source means; empty when it names neither a service nor a repository.
   *
   * @param service as the source names it: a name, or labels as {@code key=value}, apart by commas
   * @param repository {@code owner/name}, or a URL
   */
  public Optional<Resolution> system(@Nullable String service, @Nullable String repository) {
    return system(service, repository, null);
  }

  /**
   * The same, where a folder or file of the repository is known.
   *
   * @param path from the repository's root, '/'-separated
   */
  public Optional<Resolution> system(
      @Nullable String service, @Nullable String repository, @Nullable String path) {
    String named = service == null ? "" : service.strip();
    String from = repository == null ? "" : repository.strip();
    for (Held held : rules) {
      if (fits(held, named, from)) {
        Rule rule = held.rule();
        return Optional.of(
            new Resolution(
                rule.target(),
                entries.containsKey(rule.target()),
                Sentence.of("systems.rules.by-rule", rule.words()),
                rule));
      }
    }
    if (!named.isEmpty()) {
      return Optional.of(byName(named));
    }
    return from.isEmpty() ? Optional.empty() : Optional.of(byRepository(from, path));
  }

  /** Whether people use what runs there; without a name nobody knows, and it counts as no. */
  public boolean isProduction(@Nullable String environment) {
    return production(environment).yes();
  }

  /** The same, with the rule that says so. */
  public Judgement production(@Nullable String environment) {
    return environment == null || environment.isBlank()
        ? new Judgement(
            false, DefaultRules.NO_ENVIRONMENT, Sentence.of("systems.rules.no-environment"))
        : judge(Kind.ENVIRONMENT, environment, DefaultRules.environment(lower(environment)));
  }

  /** Whether the branch's name says that its work was not planned. */
  public boolean isHotfix(@Nullable String branch) {
    return hotfix(branch).yes();
  }

  /** The same, with the rule that says so. */
  public Judgement hotfix(@Nullable String branch) {
    return branch == null || branch.isBlank()
        ? new Judgement(false, DefaultRules.NO_HOTFIX, Sentence.of("systems.rules.no-branch"))
        : judge(Kind.BRANCH, branch, DefaultRules.branch(lower(branch)));
  }

  /** The registered repository that a source means by {@code owner/name} or by a URL. */
  public Optional<Repository> repository(String named) {
    return match(named).one();
  }

  /** The same with its reason; several where the name is not clear. */
  public RepositoryMatch match(String named) {
    return finder.find(named);
  }

  /** The registered repository that a declared system lives in. */
  public Optional<Repository> home(String system) {
    return homes.of(system).map(Homes.Home::repository);
  }

  /** The systems that are declared to live in the repository that a source names, sorted. */
  public List<String> tenants(String repository) {
    return homes.in(repository, finder.find(repository).one().orElse(null)).stream()
        .map(Homes.Home::system)
        .filter(entries::containsKey)
        .distinct()
        .sorted()
        .toList();
  }

  /** The folder of its repository that a system lives in; empty for all of it. */
  public String folder(String system) {
    return homes.of(system).map(Homes.Home::folder).orElse("");
  }

  private List<Homes.Home> homes() {
    List<Homes.Home> all = new ArrayList<>();
    for (SystemEntry entry : entries.values()) {
      if (!entry.repository().isEmpty()) {
        all.add(home(entry.name(), entry.repository(), entry.folder()));
      }
    }
    for (Held held : rules) {
      Rule rule = held.rule();
      if (rule.kind() == Kind.REPOSITORY && !rule.pattern().contains("*")) {
        all.add(home(rule.target(), rule.pattern(), rule.folder()));
      }
    }
    return all;
  }

  private Homes.Home home(String system, String written, String folder) {
    return new Homes.Home(
        system, Address.of(written), finder.find(written).one().orElse(null), folder);
  }

  /** Rules for one folder of a repository say where a system lives, and are looked at there. */
  private boolean fits(Held held, String service, String repository) {
    return switch (held.rule().kind()) {
      case SERVICE -> !service.isEmpty() && held.glob().matches(service);
      case LABEL -> service.contains("=") && hasLabel(held.glob(), service);
      case REPOSITORY ->
          held.rule().folder().isEmpty() && !repository.isEmpty() && isMeant(held, repository);
      case ENVIRONMENT, BRANCH -> false;
    };
  }

  private static boolean hasLabel(Glob glob, String labels) {
    for (String label : labels.split("[,;\\n]", -1)) {
      if (glob.matches(label)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMeant(Held held, String repository) {
    String address = Address.of(repository);
    String pattern = held.glob().text();
    if (pattern.contains("*")) {
      return held.glob().matches(address)
          || (!pattern.startsWith("*") && new Glob("*/" + pattern).matches(address));
    }
    Optional<Repository> meant = finder.find(pattern).one();
    return Address.ends(address, Address.of(pattern))
        || (meant.isPresent() && meant.equals(finder.find(repository).one()));
  }

  private Resolution byName(String service) {
    String known = called.get(lower(service));
    return known == null
        ? new Resolution(
            service, false, Sentence.of("systems.rules.own-service"), DefaultRules.OWN_SERVICE)
        : new Resolution(
            known, true, Sentence.of("systems.rules.own-system"), DefaultRules.OWN_SYSTEM);
  }

  private Resolution byRepository(String repository, @Nullable String path) {
    List<Homes.Home> there = homes.in(repository, finder.find(repository).one().orElse(null));
    Optional<Homes.Home> home = Homes.one(there, path);
    if (home.isPresent()) {
      String system = home.get().system();
      return new Resolution(
          system,
          entries.containsKey(system),
          Sentence.of("systems.rules.lives-there"),
          DefaultRules.ONLY_SYSTEM);
    }
    String name = repository.replaceAll("(?:\\.git)?/*$", "").replaceAll("^.*[/:]", "");
    String known = called.get(lower(name));
    if (known == null) {
      return new Resolution(name, false, why(there), DefaultRules.OWN_REPOSITORY);
    }
    if (there.isEmpty() && homes.of(known).isEmpty()) {
      return new Resolution(
          known, true, Sentence.of("systems.rules.of-its-name"), DefaultRules.OWN_SYSTEM);
    }
    Sentence why = Sentence.of("systems.rules.lives-elsewhere", known);
    return new Resolution(
        name + NAMESAKE, false, there.isEmpty() ? why : why(there), DefaultRules.OWN_REPOSITORY);
  }

  private static Sentence why(List<Homes.Home> there) {
    return there.isEmpty()
        ? Sentence.of("systems.rules.own-repository")
        : Sentence.of(
            "systems.rules.unclear",
            String.join(", ", there.stream().map(Homes.Home::system).distinct().toList()));
  }

  private Judgement judge(Kind kind, String name, Rule fallback) {
    for (Held held : rules) {
      if (held.rule().kind() == kind && held.glob().matches(name)) {
        boolean yes = held.rule().target().equals("yes");
        return new Judgement(
            yes, held.rule(), Sentence.of("systems.rules.by-rule", held.rule().words()));
      }
    }
    Sentence why =
        Sentence.of(
            DefaultRules.listed(fallback).isEmpty()
                ? "systems.rules.comes-along"
                : "systems.rules.comes-along-listed",
            Sentence.of("systems.rules.kind." + kind.word()),
            DefaultRules.told(fallback),
            String.join(", ", DefaultRules.listed(fallback)));
    return new Judgement(fallback.target().equals("yes"), fallback, why);
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
