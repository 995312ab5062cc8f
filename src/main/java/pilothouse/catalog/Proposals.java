package pilothouse.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pilothouse.evidence.History;
import pilothouse.people.TeamDraft;
import pilothouse.storage.Said;
import pilothouse.systems.Declared;
import pilothouse.systems.ProposalWords.Word;
import pilothouse.systems.Repository;
import pilothouse.systems.Rules;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;

/** What repositories propose: by catalog-info.yaml, by CODEOWNERS, by their folders. */
final class Proposals {
  private static final int MOST = 40;
  private static final Set<String> SIGNS =
      Set.of(
          "package.json",
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "go.mod",
          "Cargo.toml",
          "pyproject.toml",
          "setup.py",
          "Gemfile",
          "composer.json",
          "mix.exs",
          "Dockerfile");

  private final Kept kept;
  private final CatalogFiles files;

  Proposals(Kept kept) {
    this.kept = kept;
    this.files = new CatalogFiles(kept);
  }

  /** A proposal with what it would declare. */
  record Made(Proposal proposal, List<Item> items) {}

  /** All that are neither accepted nor turned down. */
  List<Proposal> all() {
    Set<Word> dismissed = kept.catalogue().words().dismissed();
    Set<Word> followed = kept.catalogue().words().followed();
    List<Proposal> open = new ArrayList<>();
    for (Repository repository : kept.systems().all()) {
      for (Made made : of(repository)) {
        Proposal proposal = made.proposal();
        Word word = new Word(proposal.repository(), proposal.what());
        if (!dismissed.contains(word) && !followed.contains(word)) {
          open.add(proposal);
        }
      }
    }
    return open;
  }

  /**
   * Accepts a proposal: what it says is declared, and yields to what people say.
   *
   * @param follow whether a file is followed from now on
   */
  Receipt accept(Word word, boolean follow, Said who) {
    Made made = find(word);
    Tally receipt = new Tally(made.proposal().title());
    String why = who.why().isEmpty() ? "proposal accepted" : who.why();
    Said said = new Said(who.id(), who.by(), source(word), false, why);
    new Importer(kept, said, receipt).take(made.items());
    if (follow) {
      kept.catalogue().words().follow(word, who);
    }
    return receipt.told();
  }

  /** Takes over what the followed files of a repository say now. */
  List<Receipt> followed(String repository) {
    List<Receipt> told = new ArrayList<>();
    for (Word word : kept.catalogue().words().followed()) {
      if (word.repository().equals(repository)) {
        String file = word.what().substring("file ".length());
        Tally receipt = new Tally(source(word));
        Optional<List<Item>> items = files.read(repository, file);
        if (items.isPresent()) {
          Said said = new Said("Pilothouse", source(word), false, "the file says so now");
          new Importer(kept, said, receipt).take(items.get());
        } else {
          receipt.refused(file, "It is not there any more.", "Follow another file.");
        }
        told.add(receipt.told());
      }
    }
    return told;
  }

  /** Systems that a followed file declared and does not name any more, each in a sentence. */
  List<String> gone() {
    List<String> gone = new ArrayList<>();
    for (Word word : kept.catalogue().words().followed()) {
      String file = word.what().substring("file ".length());
      Optional<List<Item>> items = files.read(word.repository(), file);
      if (items.isEmpty()) {
        gone.add(source(word) + " is followed, and cannot be read any more");
        continue;
      }
      Set<String> named = new TreeSet<>();
      for (Item item : items.get()) {
        if (item instanceof Item.OfSystem system) {
          named.add(system.draft().name());
        }
      }
      for (Declared system : kept.catalogue().all()) {
        if (system.source().equals(source(word)) && !named.contains(system.name())) {
          gone.add(system.name() + " is not named by " + source(word) + " any more");
        }
      }
    }
    return gone;
  }

  static String source(Word word) {
    String[] parts = word.what().split(" ", 2);
    String what =
        switch (parts[0]) {
          case "file" -> parts[1];
          case "owners" -> "CODEOWNERS";
          default -> "folders";
        };
    return what + " of " + word.repository();
  }

  private Made find(Word word) {
    return kept.systems().named(word.repository()).stream()
        .flatMap(repository -> of(repository).stream())
        .filter(made -> made.proposal().what().equals(word.what()))
        .findFirst()
        .orElseThrow(() ->
            new NotFound(
                Texts.say("catalog.proposals.nothing-proposes-that-any"),
                Texts.say("catalog.proposals.look-at-the-proposals")));
  }

  private List<Made> of(Repository repository) {
    History history = kept.evidence().history(repository.name()).orElse(null);
    if (history == null) {
      return List.of();
    }
    List<Made> made = new ArrayList<>();
    for (String file : files.in(history)) {
      if (!leadsTo(made, file)) {
        files
            .read(repository.name(), file)
            .ifPresent(items -> made.add(file(repository, file, items)));
      }
    }
    Map<String, Made> folders = new TreeMap<>();
    folders(repository, history, folders);
    owners(repository, folders);
    Set<String> taken = taken(repository);
    folders.values().stream()
        .filter(one -> !taken.contains(folder(one)))
        .limit(MOST)
        .forEach(made::add);
    if (made.isEmpty() && taken.isEmpty()) {
      made.add(whole(repository));
    }
    return made;
  }

  /** Whether a Location led to the file already. */
  private static boolean leadsTo(List<Made> made, String file) {
    return made.stream()
        .flatMap(one -> one.items().stream())
        .anyMatch(item -> item.where().equals(file) || item.where().startsWith(file + ","));
  }

  private static Made file(Repository repository, String file, List<Item> items) {
    List<String> names = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Item item : items) {
      switch (item) {
        case Item.OfSystem system ->
            names.add(Texts.say("accounts.places.system", system.draft().name()));
        case Item.OfTeam team -> names.add(Texts.say("accounts.places.team", team.draft().name()));
        case Item.Bad bad -> problems.add(bad.where() + ": " + bad.why() + " " + bad.mend());
        default -> {}
      }
    }
    String says = Texts.say("catalog.proposals.the-repository-describes-itself", file);
    return new Made(
        new Proposal(repository.name(), "file " + file, file, says, names, problems), items);
  }

  private void owners(Repository repository, Map<String, Made> folders) {
    kept.evidence()
        .owners(repository.name())
        .folders()
        .forEach((folder, owners) -> {
          List<String> teams = teams(owners);
          String says =
              Texts.say("catalog.proposals.codeowners-names-who-answers", folder, shown(owners));
          List<Item> items = new ArrayList<>();
          teams.forEach(
              team -> items.add(new Item.OfTeam(folder, new TeamDraft(team, Map.of()), List.of())));
          items.add(system(repository, folder, teams));
          folders.put(folder, made(repository, "owners " + folder, folder, says, items));
        });
  }

  /** Teams as they are written; who is a person stays unnamed. */
  private static String shown(List<String> owners) {
    List<String> shown =
        owners.stream()
            .map(owner -> owner.matches("@[^/]+/.+") ? owner : "a person")
            .distinct()
            .toList();
    return shown.isEmpty() ? "nobody" : String.join(", ", shown);
  }

  /** Teams are written {@code @organisation/team}; a person answers for no system here. */
  private static List<String> teams(List<String> owners) {
    return owners.stream()
        .filter(owner -> owner.matches("@[^/]+/.+"))
        .map(owner -> TeamDraft.slug(owner.replaceFirst(".*/", "")))
        .filter(team -> !team.isEmpty())
        .distinct()
        .toList();
  }

  private static void folders(Repository repository, History history, Map<String, Made> folders) {
    for (int index : history.files().path()) {
      String path = history.paths()[index];
      int slash = path.lastIndexOf('/');
      String folder = slash < 0 ? "" : path.substring(0, slash);
      boolean near = folder.chars().filter(c -> c == '/').count() <= 1 && !folder.startsWith(".");
      if (!folder.isEmpty() && near && SIGNS.contains(path.substring(slash + 1))) {
        String says = Texts.say("catalog.proposals.it-has-a-build", path);
        List<Item> items = List.of(system(repository, folder, List.of()));
        folders.putIfAbsent(folder, made(repository, "folder " + folder, folder, says, items));
      }
    }
  }

  private static Made whole(Repository repository) {
    String says = Texts.say("catalog.proposals.nothing-of-it-is");
    List<Item> items = List.of(system(repository, "", List.of()));
    return made(repository, "whole", repository.name(), says, items);
  }

  private static Item system(Repository repository, String folder, List<String> owners) {
    String last = folder.isEmpty() ? repository.name() : folder.replaceFirst(".*/", "");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("repository", repository.name());
    fields.put("folder", folder);
    return new Item.OfSystem(
        folder.isEmpty() ? repository.name() : folder,
        new SystemDraft(SystemDraft.slug(last), fields),
        owners.isEmpty() ? null : owners,
        null);
  }

  private static Made made(
      Repository repository, String what, String title, String says, List<Item> items) {
    List<String> names = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.OfSystem system) {
        names.add(Texts.say("accounts.places.system", system.draft().name()));
      } else if (item instanceof Item.OfTeam team) {
        names.add(Texts.say("accounts.places.team", team.draft().name()));
      }
    }
    return new Made(new Proposal(repository.name(), what, title, says, names, List.of()), items);
  }

  private static String folder(Made made) {
    return made.items().stream()
        .filter(Item.OfSystem.class::isInstance)
        .map(item -> ((Item.OfSystem) item).draft().fields().getOrDefault("folder", ""))
        .findFirst()
        .orElse("");
  }

  /** The folders of the repository that declared systems live in already. */
  private Set<String> taken(Repository repository) {
    Rules rules = kept.systems().rules();
    Set<String> taken = new TreeSet<>();
    for (String system : rules.systems()) {
      if (rules.home(system).filter(repository::equals).isPresent()) {
        taken.add(rules.folder(system));
      }
    }
    return taken;
  }
}
