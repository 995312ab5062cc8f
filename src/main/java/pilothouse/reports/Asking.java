package pilothouse.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.FindingRow;
import pilothouse.findings.Needs;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Sentence;
import pilothouse.views.Sounding;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What asks for whoever looks, on the first page.
 *
 * @param title how many there are
 * @param items the first few
 * @param quiet what is to say where there is none: it is good news only where evidence is fresh
 */
public record Asking(String title, List<Item> items, String quiet) {
  private static final Duration FRESH = Duration.ofDays(2);

  public Asking {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param place what it belongs to; empty for the organisation
   * @param home the address of that; empty for none
   * @param receipt the address of the number in it, or of what it is about
   * @param page the address of what it is about where the number leads elsewhere; else empty
   */
  public record Item(
      String look,
      String place,
      String home,
      Sentence says,
      String receipt,
      String page,
      String why) {}

  /**
   * What asks first.
   *
   * @param quiet since when nothing was committed, by the names of repositories that are quiet
   */
  static Asking of(
      Needs needs,
      Caller caller,
      List<Sounding> soundings,
      Map<String, String> quiet,
      Instant now,
      ZoneId zone) {
    List<Finding> first = needs.first();
    int count = needs.count();
    String title =
        first.isEmpty()
            ? Texts.say("today.nothing")
            : count > first.size()
                ? Texts.counted("today.first", count, String.valueOf(first.size()))
                : Texts.counted("today.all", count);
    return new Asking(
        title,
        first.stream().map(one -> item(one, caller, quiet, zone)).toList(),
        first.isEmpty() ? quiet(soundings, now) : "");
  }

  private static Item item(Finding one, Caller caller, Map<String, String> quiet, ZoneId zone) {
    FindingRow row = FindingRow.of(one, caller, zone);
    String since =
        one.place().kind() == Where.Kind.REPOSITORY
            ? quiet.getOrDefault(one.place().name(), "")
            : "";
    String why =
        since.isEmpty() || row.why().isEmpty() ? row.why() + since : row.why() + " · " + since;
    return new Item(
        row.look(),
        row.place(),
        home(one.place()),
        Sentence.of(row.says()),
        one.number().isEmpty() ? row.page() : one.number(),
        one.number().isEmpty() ? "" : row.page(),
        why);
  }

  private static String home(Where place) {
    return switch (place.kind()) {
      case REPOSITORY -> "/systems/" + Addresses.slug(place.name());
      case SYSTEM -> "/delivery/" + Addresses.slug(place.name());
      case TEAM -> "/teams/" + Addresses.part(place.name());
      case ORGANISATION, ANYWHERE -> "";
    };
  }

  private static String quiet(List<Sounding> soundings, Instant now) {
    @Nullable Instant oldest =
        soundings.stream()
            .map(Sounding::read)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    if (oldest == null) {
      return Texts.say("today.no-evidence");
    }
    String ago = Say.ago(oldest, now);
    return Texts.say(
        oldest.isBefore(now.minus(FRESH)) ? "today.stale-evidence" : "today.fresh-evidence", ago);
  }
}
