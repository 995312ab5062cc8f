package pilothouse.evidence.tables;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;

/** Guesses which column is which field, and how its days and numbers are written. */
final class Guesses {
  private Guesses() {}

  private record Match(String column, Field field, int place, int quality) {}

  /** The columns by the wordings of their names; the best match of each wins. */
  static Map<String, String> columns(Kind kind, List<String> header) {
    List<Field> fields = Fields.of(kind);
    List<Match> matches = new ArrayList<>();
    for (String column : header) {
      for (int i = 0; i < fields.size(); i++) {
        int quality = fields.get(i).match(column);
        if (quality >= 0) {
          matches.add(new Match(column, fields.get(i), i, quality));
        }
      }
    }
    matches.sort(Comparator.comparingInt(Match::quality).thenComparingInt(Match::place));
    Map<String, String> chosen = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Match match : matches) {
      if (!chosen.containsKey(match.column()) && taken.add(match.field().name())) {
        chosen.put(match.column(), match.field().name());
      }
    }
    return inOrder(header, chosen);
  }

  private static Map<String, String> inOrder(List<String> header, Map<String, String> chosen) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String column : header) {
      String field = chosen.get(column);
      if (field != null) {
        ordered.put(column, field);
      }
    }
    return ordered;
  }

  /** The order of days with slashes, as soon as one day of the sample shows it. */
  static Order order(List<String> times) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (String time : times) {
      String[] parts = time.split("[/ -]", 4);
      if (parts.length >= 3 && parts[0].matches("\\d{1,2}") && parts[1].matches("\\d{1,2}")) {
        dayFirst |= Integer.parseInt(parts[0]) > 12;
        monthFirst |= Integer.parseInt(parts[1]) > 12;
      }
    }
    if (dayFirst == monthFirst) {
      return Order.UNKNOWN;
    }
    return dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
  }

  /** The decimal mark, as soon as one number of the sample shows it. */
  static Decimal decimal(List<String> numbers) {
    boolean comma =
        numbers.stream()
            .anyMatch(number ->
                number.matches("[+-]?\\d+,(?:\\d{1,2}|\\d{4,})")
                    || number.matches("[+-]?0,\\d+")
                    || number.matches("[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d+"));
    boolean point = numbers.stream().anyMatch(number -> number.matches("[+-]?\\d+\\.\\d{1,2}"));
    return comma && !point ? Decimal.COMMA : Decimal.POINT;
  }

  /** Whether some time of the sample names no zone. */
  static boolean isZoneless(List<String> times, Order order) {
    Times bare = new Times(null, order == Order.UNKNOWN ? Order.DAY_FIRST : order);
    return times.stream()
        .anyMatch(time -> {
          bare.read(time.toCharArray(), 0, time.length());
          return bare.wasZoneless();
        });
  }

  /** Whether some time of the sample can be read day first and month first, and nothing decides. */
  static boolean isUnordered(List<String> times, @Nullable ZoneId zone, Order order) {
    Times read = new Times(zone, order);
    return times.stream()
        .anyMatch(time -> {
          read.read(time.toCharArray(), 0, time.length());
          return read.wasUnordered();
        });
  }

  /** The sample's values of the columns that hold such fields. */
  static List<String> values(Sample sample, Mapping mapping, Type type) {
    return IntStream.range(0, sample.header().size())
        .filter(i -> {
          String name = mapping.columns().get(sample.header().get(i));
          return name != null && Fields.named(mapping.kind(), name).orElseThrow().type() == type;
        })
        .boxed()
        .flatMap(i -> sample.rows().stream().map(row -> i < row.size() ? row.get(i) : ""))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
