package pilothouse.evidence.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pilothouse.evidence.files.Kind;

/** Makes mappings, and says what they lack and what they mean. */
public final class Guide {
  private Guide() {}

  /** What is lacking, and how to mend it. */
  public record Lack(String what, String mend) {}

  static Mapping guess(Kind kind, Sample sample) {
    Mapping named =
        new Mapping(
            kind,
            Guesses.columns(kind, sample.header()),
            Map.of(),
            null,
            Order.UNKNOWN,
            Decimal.POINT);
    Order order = Guesses.order(Guesses.values(sample, named, Type.TIME));
    Decimal decimal = Guesses.decimal(Guesses.values(sample, named, Type.NUMBER));
    return new Mapping(kind, named.columns(), Map.of(), null, order, decimal);
  }

  static String signature(Kind kind, List<String> names) {
    String plain = names.stream().map(Field::plain).collect(Collectors.joining("\u001f"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((kind.word() + "\n" + plain).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why a table cannot be read with the mapping yet; empty when it can. */
  public static List<Lack> lacks(Mapping mapping, Sample sample) {
    List<Lack> lacks = new ArrayList<>();
    for (List<String> either : needed(mapping.kind())) {
      boolean given =
          either.stream()
              .anyMatch(
                  fields -> List.of(fields.split("\\+", -1)).stream().allMatch(mapping::gives));
      if (!given) {
        String names =
            either.stream()
                .map(name -> name.replace("+", " with "))
                .collect(Collectors.joining(" or "));
        lacks.add(
            new Lack(
                "No column gives " + names + ".",
                "Name one, as in --map 'Column=%s'."
                    .formatted(either.getFirst().replaceAll("\\+.*", ""))));
      }
    }
    lacks.addAll(written(mapping, sample));
    return lacks;
  }

  private static List<Lack> written(Mapping mapping, Sample sample) {
    List<Lack> lacks = new ArrayList<>();
    List<String> times = Guesses.values(sample, mapping, Type.TIME);
    if (mapping.zone() == null && Guesses.isZoneless(times, mapping.order())) {
      lacks.add(
          new Lack(
              "Times such as “%s” name no zone.".formatted(zoneless(times, mapping.order())),
              "Declare it, as in --zone Europe/Berlin or --zone UTC."));
    }
    if (Guesses.isUnordered(times, mapping.zone(), mapping.order())) {
      lacks.add(
          new Lack(
              "Days may be read day first or month first.",
              "Declare it with --days day-first or --days month-first."));
    }
    return lacks;
  }

  private static String zoneless(List<String> times, Order order) {
    return times.stream()
        .filter(time -> Guesses.isZoneless(List.of(time), order))
        .findFirst()
        .orElse("");
  }

  /** What a table must give: of each list one, where + means both. */
  private static List<List<String>> needed(Kind kind) {
    List<String> where = List.of("service", "repository");
    List<String> when = List.of("finished_at", "started_at");
    return switch (kind) {
      case DEPLOYMENTS -> List.of(where, when);
      case CHANGES ->
          List.of(
              List.of("repository+number", "id"), List.of("opened_at", "merged_at", "closed_at"));
      case REVIEWS -> List.of(List.of("repository+number", "change"), List.of("submitted_at"));
      case BUILDS -> List.of(when);
      case INCIDENTS -> List.of(where, List.of("detected_at", "resolved_at"));
      case MEASUREMENTS -> List.of(List.of("metric"), List.of("at"), List.of("value"));
      case WORK ->
          List.of(List.of("id", "repository+number"), List.of("title", "closed_at", "opened_at"));
      case TESTS, COVERAGE, CDEVENTS, AUTO -> List.of();
    };
  }

  /** What the mapping means, in sentences. */
  public static List<String> notes(Mapping mapping, Sample sample) {
    List<String> notes = new ArrayList<>();
    notes.add("It is read as " + sample.how() + ".");
    if (mapping.zone() != null
        && Guesses.isZoneless(Guesses.values(sample, mapping, Type.TIME), mapping.order())) {
      notes.add("Times without a zone are taken as of " + mapping.zone() + ".");
    }
    if (mapping.order() != Order.UNKNOWN) {
      notes.add("Days with slashes are read " + mapping.order().word().replace('-', ' ') + ".");
    }
    if (mapping.decimal() == Decimal.COMMA) {
      notes.add("Numbers have a decimal comma.");
    }
    notes.addAll(ofKind(mapping));
    Set<String> twice = twice(sample.header());
    if (!twice.isEmpty()) {
      notes.add("Several columns are called " + quoted(twice) + "; the first one counts.");
    }
    Set<String> unread = new LinkedHashSet<>(sample.header());
    unread.removeAll(mapping.columns().keySet());
    if (!unread.isEmpty()) {
      String left = quoted(unread);
      notes.add("Not read: " + left + (left.endsWith(".") ? "" : "."));
    }
    return notes;
  }

  private static List<String> ofKind(Mapping mapping) {
    List<String> notes = new ArrayList<>();
    Kind kind = mapping.kind();
    String key =
        switch (kind) {
          case DEPLOYMENTS -> "service, environment, revision and time";
          case INCIDENTS -> "service, time and title";
          case BUILDS -> "repository, name, job, revision and time";
          case REVIEWS -> "change, reviewer and time";
          case CHANGES, MEASUREMENTS, WORK, TESTS, COVERAGE, CDEVENTS, AUTO -> "";
        };
    if (!key.isEmpty() && !mapping.gives("id")) {
      notes.add("No column is an id: lines are told apart by " + key + ".");
    }
    boolean ends = kind == Kind.DEPLOYMENTS || kind == Kind.BUILDS;
    if (ends && !mapping.gives("outcome")) {
      notes.add(
          "No column says the outcome, so it stays unknown; --set outcome=success declares it.");
    }
    if (kind == Kind.DEPLOYMENTS && !mapping.gives("environment") && !mapping.gives("production")) {
      notes.add(
          "No column says the environment, so none counts as production;"
              + " --set environment=production declares it.");
    }
    if (kind == Kind.MEASUREMENTS && !mapping.gives("scope")) {
      notes.add("No column is a scope: the numbers are of the whole organisation.");
    }
    return notes;
  }

  private static Set<String> twice(List<String> header) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    header.stream().filter(name -> !seen.add(name)).forEach(twice::add);
    return twice;
  }

  private static String quoted(Set<String> names) {
    List<String> shown =
        names.stream().limit(20).map(name -> name.isEmpty() ? "(no name)" : name).toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
