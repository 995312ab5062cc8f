package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Folded;
import pilothouse.text.Texts;

/**
 * A rubric as somebody typed it.
 *
 * @param criteria a line each: its name, its weight, and {@code against} where more of it speaks
 *     against a bet; such as {@code Cost; 2; against}
 */
public record RubricDraft(@Nullable String name, @Nullable String criteria, @Nullable String why) {
  private static final int MOST = 12;
  private static final double LEAST = 1;
  private static final double HIGHEST = 5;

  Checks problems() {
    Checks checks =
        Checks.none()
            .needs("name", Typed.or(name), 80)
            .needs("criteria", Typed.or(criteria), 2_000)
            .may("why", Typed.or(why), 1_000);
    List<String> lines = lines();
    Set<String> keys = new HashSet<>();
    for (String line : lines) {
      Optional<Criterion> read = read(line);
      if (read.isEmpty()) {
        return checks.wrong("criteria", Texts.say("bets.rubric.line", line));
      }
      if (!keys.add(read.orElseThrow().key())) {
        return checks.wrong("criteria", Texts.say("bets.rubric.twice", read.orElseThrow().name()));
      }
    }
    return lines.size() > MOST
        ? checks.wrong("criteria", Texts.say("bets.rubric.many", MOST))
        : checks;
  }

  Rubric rubric(String id, int version) {
    List<Criterion> all = new ArrayList<>();
    lines().forEach(line -> read(line).ifPresent(all::add));
    return new Rubric(id, Typed.or(name), Method.WEIGHTED, version, all, Typed.or(why), "");
  }

  private List<String> lines() {
    return Typed.or(criteria).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Optional<Criterion> read(String line) {
    String[] parts = line.split(";", -1);
    String name = parts[0].strip();
    String weight = parts.length > 1 ? parts[1].strip() : "1";
    String way = parts.length > 2 ? parts[2].strip() : "";
    Double number = Checks.numberOf(weight);
    String key = Folded.of(name).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    boolean named = parts.length <= 3 && !key.isEmpty() && name.length() <= 60;
    boolean known = way.isEmpty() || way.equals("against");
    if (!named || !known || number == null || number <= 0 || number > 100) {
      return Optional.empty();
    }
    return Optional.of(
        new Criterion(key, name, number, way.equals("against"), LEAST, HIGHEST, List.of()));
  }
}
