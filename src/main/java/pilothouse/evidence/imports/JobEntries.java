package pilothouse.evidence.imports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;

/** What becomes of imports, as the journal tells it: counts, and no line of any file. */
final class JobEntries {
  private JobEntries() {}

  static void write(Handle rows, Instant at, Who who, String what, String id) {
    JobRows.find(rows, id)
        .ifPresent(
            job -> Journal.write(rows, Entry.of(at, who, what, subject(job), "").with(told(job))));
  }

  private static Subject subject(ImportJob job) {
    return Subject.of("import", job.named(), "/imports/" + job.id());
  }

  private static Map<String, String> told(ImportJob job) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("kind", job.kind().word());
    told.put("through", job.origin());
    if (job.state() == ImportJob.State.DONE) {
      ImportReceipt receipt = job.receipt();
      told.put("seen", String.valueOf(receipt.seen()));
      told.put("new", String.valueOf(receipt.added()));
      told.put("unchanged", String.valueOf(receipt.unchanged()));
      told.put("ignored", String.valueOf(receipt.ignored()));
      told.put("refused", String.valueOf(receipt.refused()));
    }
    if (job.trouble() != null) {
      told.put("trouble", job.trouble());
    }
    return told;
  }
}
