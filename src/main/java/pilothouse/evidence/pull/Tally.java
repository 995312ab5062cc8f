package pilothouse.evidence.pull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.facts.Refusal;

/** Counts what a stream brought. */
final class Tally {
  private static final int REASONS = 20;

  private long things;
  private long refused;
  private Receipt facts = Receipt.EMPTY;
  private final List<String> why = new ArrayList<>();

  void saw(long count) {
    things += count;
  }

  long things() {
    return things;
  }

  void refuse(String where, String reason) {
    refused++;
    if (why.size() < REASONS) {
      why.add(where + ": " + reason);
    }
  }

  void keep(Receipt receipt) {
    facts =
        new Receipt(
            facts.seen() + receipt.seen(),
            facts.added() + receipt.added(),
            facts.unchanged() + receipt.unchanged(),
            List.of());
    for (Refusal refusal : receipt.refused()) {
      refuse(refusal.where(), refusal.what() + ": " + refusal.why());
    }
  }

  Pulled.Row row(String repository, String stream, boolean unchanged, @Nullable String trouble) {
    return new Pulled.Row(repository, stream, things, facts, refused, why, unchanged, trouble);
  }
}
