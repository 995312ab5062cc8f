package pilothouse.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The git program of this machine, for repositories kept in a way that we do not read. It runs
 * under our settings alone: nothing of the user's configuration, no prompts, no network, no hooks.
 */
final class MachineGit {
  private static final Map<String, String> PINNED =
      Map.ofEntries(
          Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
          Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
          Map.entry("GIT_NO_REPLACE_OBJECTS", "1"),
          Map.entry("GIT_OPTIONAL_LOCKS", "0"),
          Map.entry("GIT_NO_LAZY_FETCH", "1"),
          Map.entry("GIT_ALLOW_PROTOCOL", "none"),
          Map.entry("GIT_TERMINAL_PROMPT", "0"),
          Map.entry("GIT_PAGER", "cat"),
          Map.entry("LC_ALL", "C"));

  private final String version;

  private MachineGit(String version) {
    this.version = version;
  }

  /**
   * Looks for the git program.
   *
   * @throws GitTrouble when there is none
   */
  static MachineGit find() {
    GitProcess.Outcome said = GitProcess.run(builder(List.of("--version")), line -> {});
    return new MachineGit(said.text().strip().replaceFirst("^git version ", ""));
  }

  /** Whether there is a git program. */
  static boolean there() {
    try {
      return !find().version.isEmpty();
    } catch (GitTrouble none) {
      return false;
    }
  }

  /** As "2.39.5". */
  String version() {
    return version;
  }

  /** HEAD and all references of the place. */
  Refs refs(Place place) {
    GitProcess.Outcome symbolic = ask(place, "symbolic-ref", "-q", "HEAD");
    GitProcess.Outcome head = ask(place, "rev-parse", "-q", "--verify", "HEAD");
    if (symbolic.code() > 1 || head.code() > 1) {
      throw cannotRead(place, symbolic.code() > 1 ? symbolic : head);
    }
    GitProcess.Outcome each = list(place, "%(objectname) %(refname) %(*objectname)");
    if (!each.good()) { // a tag object is missing; without peeling none is needed
      each = list(place, "%(objectname) %(refname) ");
    }
    if (!each.good()) {
      throw cannotRead(place, each);
    }
    List<Ref> all = each.text().lines().map(MachineGit::ref).toList();
    return new Refs(said(symbolic), said(head), all, broken(each));
  }

  /** A reader of the place's objects; one process until it is closed. */
  CatFile catFile(Place place) {
    return new CatFile(place, builder(words(place, "cat-file", "--batch")));
  }

  /** A lister of the place's objects: one id a line, in order. */
  GitProcess everyObject(Place place) {
    return GitProcess.start(
        builder(words(place, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")),
        line -> {});
  }

  private static GitProcess.Outcome list(Place place, String format) {
    return ask(place, "for-each-ref", "--format=" + format);
  }

  private static Ref ref(String line) {
    String[] parts = line.split(" ", -1);
    return new Ref(parts[1], parts[0], parts[2].isEmpty() ? null : parts[2]);
  }

  private static int broken(GitProcess.Outcome each) {
    return (int) each.complaints().stream().filter(line -> line.contains("ignoring")).count();
  }

  private static @Nullable String said(GitProcess.Outcome outcome) {
    return outcome.good() && !outcome.text().isBlank() ? outcome.text().strip() : null;
  }

  private static GitProcess.Outcome ask(Place place, String... words) {
    return GitProcess.run(builder(words(place, words)), line -> {});
  }

  private static List<String> words(Place place, String... more) {
    List<String> words = new ArrayList<>();
    words.add("--git-dir=" + place.gitDir());
    words.addAll(List.of("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
    words.addAll(List.of("--no-pager"));
    words.addAll(List.of(more));
    return words;
  }

  private static ProcessBuilder builder(List<String> words) {
    List<String> line = new ArrayList<>(List.of("git"));
    line.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    new HashMap<>(environment)
        .keySet().stream().filter(name -> name.startsWith("GIT_")).forEach(environment::remove);
    environment.putAll(PINNED);
    return builder;
  }

  private GitTrouble cannotRead(Place place, GitProcess.Outcome outcome) {
    String why =
        place.foreign() == null ? "" : ", which we leave to git because " + place.foreign();
    return new GitTrouble(
        "Git "
            + version
            + " cannot read "
            + place.gitDir()
            + why
            + ": "
            + GitProcess.reason(outcome.complaints())
            + ". A newer git may help.");
  }
}
