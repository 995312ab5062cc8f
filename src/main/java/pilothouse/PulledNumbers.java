package pilothouse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.evidence.facts.Refusal;
import pilothouse.evidence.pull.Keeping;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.text.Say;

/**
 * What a pull of numbers says and writes down in the end.
 *
 * @param from where they were read: prometheus, sql
 * @param left how many were no numbers
 * @param twice how many said the same as another one of them
 * @param shown those that were refused where they were read, the first of them
 * @param refused how many those were
 */
record PulledNumbers(
    String from,
    String metric,
    String scope,
    Keeping kept,
    long left,
    long twice,
    List<Refusal> shown,
    long refused) {

  /** Where nothing is refused before it is kept. */
  PulledNumbers(String from, String metric, String scope, Keeping kept, long left) {
    this(from, metric, scope, kept, left, 0, List.of(), 0);
  }

  /** How many cannot be. */
  long allRefused() {
    return refused + kept.refused().size();
  }

  /** Writes it into the journal. */
  void write(Stored stored, Instant now, String what) {
    Subject subject = Subject.of("pull", from + " " + metric, "/sources");
    Entry entry =
        Entry.of(now, Who.terminal(), what, subject, "")
            .with(
                Map.of(
                    "scope", scope,
                    "new facts", String.valueOf(kept.added()),
                    "corrected", String.valueOf(kept.corrected()),
                    "refused", String.valueOf(allRefused())));
    stored
        .storage()
        .write(rows -> {
          Journal.write(rows, entry);
          return true;
        });
  }

  /** The receipt, in lines. */
  String says() {
    String corrected =
        kept.corrected() == 0 ? "" : ", %s corrected".formatted(Say.count(kept.corrected()));
    String says =
        "%s of %s: seen %s, %s new%s, %s unchanged, %s refused, %s left out as no numbers.%n"
            .formatted(
                metric,
                scope,
                Say.count(kept.seen() + twice + refused + left),
                Say.count(kept.added()),
                corrected,
                Say.count(kept.unchanged() + twice),
                Say.count(allRefused()),
                Say.count(left));
    if (kept.corrected() > 0) {
      says +=
          "Corrected: another number was known for that time; the one that came now holds.%n"
              .formatted();
    }
    return says + refusals();
  }

  private String refusals() {
    String all =
        Stream.concat(shown.stream(), kept.refused().stream())
            .map(one -> "  refused %s%n".formatted(Say.plain(says(one)) + "."))
            .collect(Collectors.joining());
    long more = refused - shown.size();
    return more == 0 ? all : all + "  and %s more%n".formatted(Say.count(more));
  }

  /** What, where and why, and the mend. */
  static String says(Refusal one) {
    return "%s: %s %s; %s".formatted(one.where(), one.what(), one.why(), one.mend());
  }
}
