package pilothouse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.evidence.tables.DatedNumbers;
import pilothouse.metrics.Series;
import pilothouse.metrics.judging.Hit;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.ToldJudgement;
import pilothouse.text.Say;
import pilothouse.web.Json;

/** What a command prints of a judgement. */
record VerdictWords(String file, DatedNumbers.Read read, Judgement judged) {
  private static final int SHOWN = 20;

  /** For programs: the judgement, and what was read. */
  record Told(@JsonUnwrapped ToldJudgement judgement, Read read) {}

  /** How a file was read. */
  record Read(
      String file,
      String dateColumn,
      String valueColumn,
      String format,
      long lines,
      long withoutNumber,
      long daysWithSeveral,
      boolean unsorted,
      int days) {}

  byte[] json() {
    return Json.bytes(
        new Told(
            ToldJudgement.of(judged),
            new Read(
                file,
                read.dateColumn(),
                read.valueColumn(),
                read.format(),
                read.lines(),
                read.withoutNumber(),
                read.doubled(),
                read.unsorted(),
                read.days().size())));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(judged.verdict().says());
    lines.add("");
    lines.add("expected  %s from %s on".formatted(judged.expect().word(), judged.effect()));
    lines.add(
        "judged    %s before, %s after"
            .formatted(
                Say.counted(judged.used().before(), "point"), Say.count(judged.used().after())));
    limits(lines);
    Judgement.Change level = judged.level();
    if (level != null) {
      lines.add(level(level));
    }
    said(lines, "why", judged.reasons());
    said(lines, "accounted for", judged.accounts());
    List<String> fired = fired();
    said(lines, "fired after the effect", fired.stream().limit(SHOWN).toList());
    if (fired.size() > SHOWN) {
      lines.add("  and %s more".formatted(Say.counted(fired.size() - SHOWN, "point")));
    }
    said(lines, "read", howRead());
    return lines;
  }

  private static String level(Judgement.Change level) {
    String means =
        "level     %s before, %s after"
            .formatted(Say.number(level.before()), Say.number(level.after()));
    Double low = level.low();
    Double high = level.high();
    return low == null || high == null
        ? means
        : means
            + "; the move lies between %s and %s at 95 %%"
                .formatted(Say.number(low), Say.number(high));
  }

  private void limits(List<String> lines) {
    Series.Limits limits = judged.limits();
    Series.Limits plain = judged.plain();
    Judgement.Baseline base = judged.baseline();
    if (limits == null || base == null || plain == null) {
      return;
    }
    lines.add(
        "limits    %s to %s around %s, locked on %s from %s to %s"
            .formatted(
                Say.number(limits.lower()),
                Say.number(limits.upper()),
                Say.number(limits.centre()),
                Say.counted(base.points(), "point"),
                base.from(),
                base.to()));
    if (!plain.equals(limits)) {
      lines.add(
          "          (%s to %s before they were widened)"
              .formatted(Say.number(plain.lower()), Say.number(plain.upper())));
    }
  }

  /** A line for each point at which a rule fired. */
  private List<String> fired() {
    Map<LocalDate, List<Hit>> byDay =
        judged.hits().stream()
            .collect(Collectors.groupingBy(Hit::day, LinkedHashMap::new, Collectors.toList()));
    return byDay.entrySet().stream()
        .map(day ->
            "%s  %s  %s"
                .formatted(
                    day.getKey(),
                    Say.number(day.getValue().getFirst().value()),
                    day.getValue().stream()
                        .map(hit -> "rule %d: %s".formatted(hit.rule(), hit.says()))
                        .collect(Collectors.joining("; "))))
        .toList();
  }

  private static void said(List<String> lines, String head, List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.add("");
      lines.add(head);
      sentences.forEach(sentence -> lines.add("  " + sentence));
    }
  }

  private List<String> howRead() {
    List<String> says = new ArrayList<>();
    says.add(
        "%s, %s: days from column “%s”, numbers from column “%s”."
            .formatted(file, read.format(), read.dateColumn(), read.valueColumn()));
    if (read.withoutNumber() > 0) {
      says.add(
          "%s without a number left out.".formatted(Say.counted(read.withoutNumber(), "line")));
    }
    if (read.doubled() > 0) {
      says.add(
          "%s with several numbers: their mean was taken."
              .formatted(Say.counted(read.doubled(), "day")));
    }
    if (read.unsorted()) {
      says.add("The lines were not in the order of days; they were sorted.");
    }
    return says;
  }
}
