package pilothouse;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.own.OwnSources;

/** Every kind of sender that may deliver, in the order in which they are shown. */
final class Senders {
  private Senders() {}

  static List<Source> all() {
    List<Source> all = new ArrayList<>();
    all.addAll(OwnSources.all());
    return List.copyOf(all);
  }
}
