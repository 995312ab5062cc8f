package pilothouse.evidence.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Receipt;
import pilothouse.storage.Storage;

/** Reads the past of repositories from a forge; what was read is not read again. */
public final class Pulls {
  private final Storage storage;
  private final Keeper keeper;

  /** Pulls that note in the storage how far they are, and give facts to the keeper. */
  public Pulls(Storage storage, Keeper keeper) {
    this.storage = storage;
    this.keeper = keeper;
  }

  /** Keeps facts. */
  @FunctionalInterface
  public interface Keeper {
    /** Keeps what a source says; the receipt tells what was new. */
    Receipt add(Collection<? extends Fact> facts, String source);
  }

  /**
   * What somebody wants to be read.
   *
   * @param repositories by the names that the forge gives them
   * @param organisations whose repositories are all read
   * @param since how far back; null for all of the past
   * @param without the lists that are left out, as {@link Forge#lists} calls them
   */
  public record Wish(
      List<String> repositories,
      List<String> organisations,
      @Nullable Instant since,
      Set<String> without) {
    public Wish {
      repositories = List.copyOf(repositories);
      organisations = List.copyOf(organisations);
      without = Set.copyOf(without);
    }

    private boolean leavesOut(Stream stream) {
      return without.contains(stream.name().split(" ", 2)[0]);
    }
  }

  /** What a walk works with. */
  record Tools(Forge forge, Wire wire, Keeper keeper, Heard heard) {}

  /**
   * Reads all that is wished for and not known yet.
   *
   * @throws PullTrouble when nothing can be read; what cannot be read alone stands in the receipt
   */
  public Pulled pull(Forge forge, Wire wire, Wish wish, Heard heard) throws InterruptedException {
    wire.tell(heard::waits);
    Cursors cursors = new Cursors(storage, wire.access().toString());
    Tools tools = new Tools(forge, wire, keeper, heard);
    List<Pulled.Row> rows = new ArrayList<>();
    Map<String, Project> projects = projects(tools, wish, rows);
    for (Project project : projects.values()) {
      try {
        for (Stream stream : forge.streams(wire, project)) {
          if (!wish.leavesOut(stream)) {
            tell(rows, new Walk(tools, cursors, project, stream).read(wish.since()), heard);
          }
        }
      } catch (PullTrouble trouble) {
        tell(rows, troubled(project.home().name(), trouble), heard);
      }
    }
    return new Pulled(rows);
  }

  private static Map<String, Project> projects(Tools tools, Wish wish, List<Pulled.Row> rows)
      throws InterruptedException {
    Map<String, Project> projects = new LinkedHashMap<>();
    for (String named : wish.repositories()) {
      try {
        Project project = tools.forge().project(tools.wire(), named);
        if (!project.home().name().equalsIgnoreCase(named)) {
          tools.heard().renamed(named, project.home().name());
        }
        projects.putIfAbsent(project.home().key(), project);
      } catch (PullTrouble trouble) {
        tell(rows, troubled(named, trouble), tools.heard());
      }
    }
    for (String organisation : wish.organisations()) {
      for (Project project : tools.forge().projects(tools.wire(), organisation)) {
        projects.putIfAbsent(project.home().key(), project);
      }
    }
    return projects;
  }

  private static void tell(List<Pulled.Row> rows, Pulled.Row row, Heard heard) {
    rows.add(row);
    heard.done(row);
  }

  /** A row for what cannot be read at all; where nothing else can be read either, it ends here. */
  private static Pulled.Row troubled(String repository, PullTrouble trouble) {
    if (trouble.isForAll()) {
      throw trouble;
    }
    return new Tally().row(repository, "", false, trouble.getMessage());
  }
}
