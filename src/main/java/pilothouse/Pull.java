package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.github.GithubApi;
import pilothouse.evidence.gitlab.GitlabApi;
import pilothouse.evidence.pull.Access;
import pilothouse.evidence.pull.Forge;
import pilothouse.evidence.pull.Pause;
import pilothouse.evidence.pull.Pulled;
import pilothouse.evidence.pull.Pulls;
import pilothouse.evidence.pull.Wire;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;

/** {@code pilothouse pull}: the past of repositories, from the forge that they live on. */
@Command(
    name = "pull",
    description = "Reads changes, reviews, builds, deployments and incidents of the past.",
    footer = {
      "%nThe token comes from a file that the settings name, github_token_file or gitlab_token_file,",
      "else from the environment, GITHUB_TOKEN or GITLAB_TOKEN, else from pilothouse seal.",
      "A pull that was cut off goes on where it was; a later one reads only what is new.",
      "Ends with 0; with 2 when something could not be read."
    })
final class Pull implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  // None is asked for where a subcommand stands, prometheus or sql.
  @Parameters(paramLabel = "FORGE", arity = "0..1", description = "github or gitlab.")
  private String forge = "";

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description = "A repository; may be given several times.")
  private List<String> repositories = List.of();

  @Option(
      names = "--org",
      paramLabel = "NAME",
      description = "All repositories of an organisation, a group or a person, but for forks.")
  private List<String> organisations = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "How far back: a day (2026-01-31) or how long (90d, 12w, 6m, 2y); else all.")
  private @Nullable String since;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The API of a server of your own: https://github.example.org/api/v3.")
  private String url = "";

  @Option(
      names = "--without",
      paramLabel = "LIST",
      split = ",",
      description =
          "What is left out, for it takes a question each: jobs, or any other list; a later pull may read it.")
  private List<String> without = List.of();

  Pull(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = common.read(Map.of(), console);
    if (repositories.isEmpty() && organisations.isEmpty()) {
      throw new Refused(
          "pull needs to know what: name a repository, as in pilothouse pull github --repo octo-org/octo-repo, or --org.");
    }
    Forge asked = forge(settings.incidents());
    without.forEach(list -> mustBeKnown(list, asked));
    Access access = access(settings);
    var from = Moment.since(since, settings.zone(), console.clock().instant());
    PullProgress progress =
        new PullProgress(console, settings.zone(), Boolean.getBoolean("pilothouse.terminal"));
    try (Storage storage = Storage.open(settings.database());
        Wire wire = new Wire(access, console.clock(), Pause.by(console.clock()))) {
      Facts facts = new Facts(storage, console.clock());
      Pulls.Wish wish = new Pulls.Wish(repositories, organisations, from, Set.copyOf(without));
      Pulled pulled = new Pulls(storage, facts::add).pull(asked, wire, wish, progress);
      write(storage, pulled);
      facts.pack();
      console.out().print(PullReceipt.sum(pulled));
      return pulled.isTroubled() ? Exit.BAD_INPUT : Exit.FINE;
    }
  }

  /** Pages of facts are kept one after the other while they come; this is written at the end. */
  private void write(Storage storage, Pulled pulled) {
    long seen = pulled.rows().stream().mapToLong(Pulled.Row::things).sum();
    long added = pulled.rows().stream().mapToLong(row -> row.facts().added()).sum();
    long refused = pulled.rows().stream().mapToLong(Pulled.Row::refused).sum();
    List<String> all = new ArrayList<>(repositories);
    all.addAll(organisations);
    Entry entry =
        Entry.of(
            console.clock().instant(),
            Who.terminal(),
            pulled.isTroubled() ? "pull ended with troubles" : "pull done",
            Subject.of("pull", forge + " " + String.join(", ", all), "/sources"),
            "");
    storage.write(rows -> {
      Journal.write(
          rows,
          entry.with(
              Map.of(
                  "seen", String.valueOf(seen),
                  "new facts", String.valueOf(added),
                  "refused", String.valueOf(refused))));
      return true;
    });
  }

  private Forge forge(IncidentLabels incidents) {
    return switch (forge) {
      case "github" -> new GithubApi(console.clock(), incidents);
      case "gitlab" -> new GitlabApi(console.clock(), incidents);
      default -> throw new Refused("\"%s\" is no forge; write github or gitlab.".formatted(forge));
    };
  }

  private static void mustBeKnown(String list, Forge forge) {
    if (!forge.lists().contains(list)) {
      throw new Refused(
          "--without %s is no list of %s; leave out any of %s."
              .formatted(list, forge.name(), String.join(", ", forge.lists())));
    }
  }

  private Access access(Settings settings) {
    String token = Seal.token(forge, settings, console);
    if (token.isEmpty()) {
      throw new Refused(
          "pull %s needs a token: seal one that may read with pilothouse seal %s, or put it into %s in the environment, or into a file that the setting %s_token_file names."
              .formatted(forge, Tokens.sealed(forge), Tokens.variable(forge), forge));
    }
    return forge.equals("github") ? GithubApi.access(url, token) : GitlabApi.access(url, token);
  }
}
