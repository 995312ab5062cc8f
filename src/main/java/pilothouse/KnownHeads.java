package pilothouse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pilothouse.decisions.Heads;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.History;

/** The newest commits of the repositories that are read. */
record KnownHeads(Evidence evidence) implements Heads {
  @Override
  public long version() {
    return evidence.version();
  }

  @Override
  public List<Head> all() {
    return evidence.histories().stream()
        .filter(history -> history.coverage().linesCounted() && history.commits().head() >= 0)
        .<Head>map(Read::new)
        .toList();
  }

  @Override
  public Map<String, byte[]> contents(String repository, List<String> paths, int largest) {
    return evidence.contents(repository, paths, largest);
  }

  private record Read(History history) implements Head {
    @Override
    public String repository() {
      return history.repository();
    }

    @Override
    public String commit() {
      return history.commits().id(history.commits().head());
    }

    @Override
    public List<String> paths() {
      return Arrays.stream(history.files().path()).mapToObj(path -> history.paths()[path]).toList();
    }
  }
}
