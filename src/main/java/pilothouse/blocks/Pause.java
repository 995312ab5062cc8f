package pilothouse.blocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pilothouse.web.Days;

/** Days without the block, from one to another, both included. */
record Pause(LocalDate first, LocalDate last) {
  private static final int LONGEST_DAYS = 400;
  private static final Pattern FORM = Pattern.compile("(\\S+?)(?:\\s*(?:\\.\\.|to)\\s*(\\S+))?");

  /** One as it is typed: {@code 2026-12-24 to 2027-01-02}, or a day alone; empty for none such. */
  static Optional<Pause> of(String line) {
    Matcher matcher = FORM.matcher(line.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String end = matcher.group(2);
    Optional<LocalDate> first = Days.of(matcher.group(1));
    Optional<LocalDate> last = end == null ? first : Days.of(end);
    return first.flatMap(from -> last.map(to -> new Pause(from, to))).filter(Pause::isSound);
  }

  private boolean isSound() {
    return !last.isBefore(first) && !first.plusDays(LONGEST_DAYS).isBefore(last);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  String text() {
    return first.equals(last) ? first.toString() : first + " to " + last;
  }

  static String text(List<Pause> pauses) {
    return pauses.stream().map(Pause::text).collect(Collectors.joining("\n"));
  }

  static List<Pause> read(String lines) {
    return lines.lines().flatMap(line -> of(line).stream()).toList();
  }
}
