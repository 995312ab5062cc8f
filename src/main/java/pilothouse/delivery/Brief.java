package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * Delivery in a few lines, for the first page.
 *
 * @param services how many services are known
 * @param items those that ask for a look, the first few
 * @param others how many more ask for one
 * @param quiet what is to say where none asks for one: how many can be judged at all
 * @param idle the metrics that nobody decides with, as one quiet finding; null while there are none
 * @param address of the page of those services
 */
public record Brief(
    int services,
    List<Item> items,
    int others,
    String quiet,
    @Nullable Finding idle,
    String address) {
  public Brief {
    items = List.copyOf(items);
  }

  /** What the page of the services says where nothing stands out: silence is no good news. */
  static String quiet(List<Line> lines) {
    long judged = lines.stream().filter(line -> line.isKnown() && line.isJudged()).count();
    long early = lines.stream().filter(line -> line.isKnown() && !line.isJudged()).count();
    long unknown = lines.size() - judged - early;
    List<String> says = new ArrayList<>();
    if (judged > 0) {
      says.add(Texts.say("delivery.brief.nothing-stands-out-in", Say.counted(judged, "service")));
    }
    if (early > 0) {
      says.add(Texts.say("delivery.brief.too-early-to-tell", Say.counted(early, "service")));
    }
    if (unknown > 0) {
      says.add(Texts.say("delivery.brief.nothing-is-known-of", Say.counted(unknown, "service")));
    }
    long waiting = lines.stream().mapToLong(line -> line.trouble().waiting()).sum();
    return Say.sentence(String.join("; ", says)) + "." + Words.waiting(waiting);
  }

  /** A service that asks for a look. */
  public record Item(String system, String address, String state, String look, String happened) {}
}
