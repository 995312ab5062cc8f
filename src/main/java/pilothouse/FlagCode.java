package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.Files;
import pilothouse.evidence.History;
import pilothouse.flags.Code;

/** The newest commits of the repositories that are read, as flags are looked for there. */
record FlagCode(Evidence evidence) implements Code {
  @Override
  public long version() {
    return evidence.version();
  }

  @Override
  public List<Head> heads() {
    return evidence.histories().stream()
        .filter(one -> one.coverage().linesCounted() && one.commits().head() >= 0)
        .map(one -> new Head(one.repository(), one.commits().id(one.commits().head()), texts(one)))
        .toList();
  }

  private static List<String> texts(History history) {
    Files files = history.files();
    return IntStream.range(0, files.size())
        .filter(row -> files.lines()[row] >= 0)
        .mapToObj(row -> history.paths()[files.path()[row]])
        .toList();
  }

  @Override
  public Map<String, byte[]> contents(String repository, List<String> paths, int largest) {
    return evidence.contents(repository, paths, largest);
  }
}
