package pilothouse.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;

/**
 * Some entries, for programs.
 *
 * @param next where the next ones are; null where there are none
 */
public record Told(List<One> entries, @Nullable String next) {
  /** One entry. */
  public record One(
      long seq,
      String at,
      String whoKind,
      String who,
      String whoName,
      String what,
      String subjectKind,
      String subject,
      String address,
      String why,
      Map<String, String> before,
      Map<String, String> after,
      String hash) {
    static One of(Line line) {
      Entry entry = line.entry();
      return new One(
          line.seq(),
          Instants.text(entry.at()),
          entry.who().kind().word(),
          entry.who().id(),
          entry.who().name(),
          entry.what(),
          entry.subject().kind(),
          entry.subject().name(),
          entry.subject().address(),
          entry.why(),
          entry.before(),
          entry.after(),
          line.hash());
    }
  }
}
