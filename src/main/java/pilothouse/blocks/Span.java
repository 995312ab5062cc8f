package pilothouse.blocks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** From a moment to a later one, which is not in it any more. */
record Span(Instant from, Instant to) {

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  Duration length() {
    return isEmpty() ? Duration.ZERO : Duration.between(from, to);
  }

  /** The same time as spans that do not meet, in their order: what is in several is in it once. */
  static List<Span> union(Collection<Span> some) {
    List<Span> sorted =
        some.stream()
            .filter(span -> !span.isEmpty())
            .sorted(Comparator.comparing(Span::from))
            .toList();
    List<Span> union = new ArrayList<>();
    for (Span span : sorted) {
      Span last = union.isEmpty() ? null : union.getLast();
      if (last == null || last.to.isBefore(span.from)) {
        union.add(span);
      } else if (last.to.isBefore(span.to)) {
        union.set(union.size() - 1, new Span(last.from, span.to));
      }
    }
    return union;
  }

  /** What is in both of two unions. */
  static List<Span> both(List<Span> one, List<Span> other) {
    List<Span> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      Span a = one.get(i);
      Span b = other.get(j);
      Span met =
          new Span(a.from.isAfter(b.from) ? a.from : b.from, a.to.isBefore(b.to) ? a.to : b.to);
      if (!met.isEmpty()) {
        both.add(met);
      }
      if (a.to.isBefore(b.to)) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }

  /** How long a union is. */
  static Duration length(List<Span> union) {
    return union.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }
}
