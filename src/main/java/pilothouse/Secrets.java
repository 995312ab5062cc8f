package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pilothouse.evidence.inbox.Source;

/**
 * What senders prove themselves with: one secret for each source, or one for all that have none of
 * their own. Never printed.
 */
final class Secrets {
  private static final String ENDING = "_secret";
  private static final String ALL = "in" + ENDING;

  private final Map<String, String> secrets;

  private Secrets(Map<String, String> secrets) {
    this.secrets = new TreeMap<>(secrets);
  }

  /** Those that were given, by the names of their settings. */
  static Secrets of(Map<String, String> given) {
    return new Secrets(given);
  }

  /** The names of the settings. */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of(ALL));
    Senders.all().stream().map(Source::name).map(name -> name + ENDING).forEach(names::add);
    return names;
  }

  /** The secret of a source; empty when it takes deliveries without one. */
  Optional<String> of(String source) {
    String own = secrets.get(source + ENDING);
    return Optional.ofNullable(own == null ? secrets.get(ALL) : own);
  }

  @Override
  public String toString() {
    return "secrets for " + secrets.keySet();
  }
}
