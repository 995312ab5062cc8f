package pilothouse.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.metrics.Series;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;

/** Finds the numbers in a text, each named as {@code {metric@scope}}, and reads them. */
record Figures(Words words) {
  private static final Pattern NUMBER = Pattern.compile("\\{([^{}@]+@[^{}]+)\\}");
  private static final Pattern BARE = Pattern.compile("(?<![\\w-])\\d[\\d.,]*\\d|(?<![\\w-])\\d");
  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration USUAL = Duration.ofDays(7);

  /** The text with its numbers as they are now. */
  Story.Line line(String field, String text) {
    List<Story.Bit> bits = new ArrayList<>();
    Matcher found = NUMBER.matcher(text);
    int end = 0;
    while (found.find()) {
      if (found.start() > end) {
        bits.add(Story.Bit.of(text.substring(end, found.start())));
      }
      bits.add(bit(words.known(field, found.group(1))));
      end = found.end();
    }
    if (end < text.length() || bits.isEmpty()) {
      bits.add(Story.Bit.of(text.substring(end)));
    }
    return new Story.Line(bits);
  }

  private Story.Bit bit(Gauge gauge) {
    Instant now = words.deck().now();
    Gauged gauged = words.deck().read(gauge);
    Instant newest = gauged.newest();
    Instant from = newest == null ? now : newest;
    return new Story.Bit(
        gauged.says(),
        gauge.text(),
        gauged.name(),
        gauged.page(),
        gauged.when(),
        now.toString(),
        from.plus(rhythm(gauged).multipliedBy(2)).toString());
  }

  /** How often the number comes anew: the median of the gaps between its points. */
  static Duration rhythm(Gauged gauged) {
    List<Instant> points =
        gauged.points().stream()
            .filter(point -> point.value() != null)
            .map(Series.Point::at)
            .sorted()
            .toList();
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      gaps.add(Duration.between(points.get(i - 1), points.get(i)));
    }
    if (gaps.isEmpty()) {
      return USUAL;
    }
    gaps.sort(Duration::compareTo);
    Duration median = gaps.get(gaps.size() / 2);
    return median.compareTo(LEAST) < 0 ? LEAST : median;
  }

  /** Numbers that somebody typed, so that they lead to no receipt. */
  static List<String> bare(String text) {
    return BARE.matcher(NUMBER.matcher(text).replaceAll(" "))
        .results()
        .map(found -> found.group())
        .distinct()
        .toList();
  }
}
