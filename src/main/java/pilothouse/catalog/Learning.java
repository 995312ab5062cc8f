package pilothouse.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pilothouse.git.Mailmap;
import pilothouse.people.Identities;
import pilothouse.storage.Said;
import pilothouse.web.Refused;

/** What a repository that was just read tells of who and what: .mailmap and followed files. */
final class Learning {
  private final Kept kept;

  Learning(Kept kept) {
    this.kept = kept;
  }

  void from(String repository) {
    mailmap(repository);
    new Proposals(kept).followed(repository);
  }

  private void mailmap(String repository) {
    String text =
        kept.evidence().texts(repository, List.of(".mailmap")).getOrDefault(".mailmap", "");
    Map<String, List<String>> groups = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    Mailmap.parse(text)
        .aliases()
        .forEach((address, known) -> {
          String shown = Identities.key(known.email());
          groups.computeIfAbsent(shown, key -> new ArrayList<>(List.of(shown))).add(address);
          names.merge(shown, known.name(), (one, two) -> one.isEmpty() ? two : one);
        });
    Identities identities = kept.people().identities();
    String file = ".mailmap of " + repository;
    groups.forEach((shown, addresses) -> {
      boolean isKnown =
          identities.joined(shown).isPresent()
              && addresses.stream()
                  .allMatch(one -> identities.joined(one).equals(identities.joined(shown)));
      if (!isKnown) {
        join(names.getOrDefault(shown, ""), addresses, file);
      }
    });
  }

  private void join(String name, List<String> addresses, String file) {
    try {
      kept.people().join(name, addresses, new Said("Pilothouse", file, false, file));
    } catch (Refused odd) {
      // A line of a .mailmap that names no address says nothing about anybody.
    }
  }
}
