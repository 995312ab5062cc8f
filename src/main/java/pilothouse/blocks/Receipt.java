package pilothouse.blocks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/**
 * What came of a calendar that was told.
 *
 * @param from the first day that it tells
 * @param to the last one
 * @param events that stood in the file
 * @param busy how often something took time in these days
 * @param free how often something stood there that takes none
 * @param changed whether anything of it was new
 */
public record Receipt(
    String team,
    String from,
    String to,
    int events,
    int busy,
    int free,
    boolean changed,
    List<Left> skipped) {
  public Receipt {
    skipped = List.copyOf(skipped);
  }

  /**
   * What was left out.
   *
   * @param loss whether time may be missing because of it
   */
  public record Left(String reason, int count, boolean loss, String says) {}

  static Receipt of(Upload upload, Draught draught, boolean changed) {
    int busy = (int) draught.meetings().stream().filter(Meeting::busy).count();
    return new Receipt(
        upload.team(),
        upload.first().toString(),
        upload.last().toString(),
        draught.events(),
        busy,
        draught.meetings().size() - busy,
        changed,
        draught.skipped().entrySet().stream().map(Receipt::left).toList());
  }

  private static Left left(Map.Entry<Skip, Integer> one) {
    return new Left(
        one.getKey().word(),
        one.getValue(),
        one.getKey().isLoss(),
        one.getKey().says(one.getValue()));
  }

  /** Whether nothing of it could be understood. */
  boolean isNothing() {
    return events > 0
        && busy + free == 0
        && skipped.stream().filter(Left::loss).mapToInt(Left::count).sum() >= events;
  }

  /** Whether no time is missing. */
  public boolean losesNothing() {
    return skipped.stream().noneMatch(Left::loss);
  }

  /** All of it, a sentence each. */
  public List<String> lines() {
    return Stream.concat(
            Stream.of(
                Texts.counted("blocks.receipt.events", events),
                Texts.counted("blocks.receipt.busy", busy),
                Texts.counted("blocks.receipt.free", free),
                Texts.say(changed ? "blocks.receipt.new" : "blocks.receipt.same")),
            skipped.stream().map(Left::says))
        .toList();
  }
}
