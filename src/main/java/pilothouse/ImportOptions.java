package pilothouse;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Order;
import pilothouse.evidence.tests.Of;
import pilothouse.git.GitTrouble;
import pilothouse.git.Home;
import pilothouse.git.Tip;

/** What {@code import} is told about its files. */
final class ImportOptions {
  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description = "Which field a column is; nothing behind = leaves it out. Several times.")
  private List<String> columns = List.of();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "A value for every line that has none, as environment=production.")
  private List<String> constants = List.of();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Of times that name none, as Europe/Berlin.")
  private @Nullable String zone;

  @Option(names = "--days", paramLabel = "ORDER", description = "day-first or month-first.")
  private @Nullable String days;

  @Option(names = "--decimal", paramLabel = "MARK", description = "comma or point.")
  private @Nullable String decimal;

  @Option(
      names = "--repository",
      paramLabel = "NAME",
      description = "What a report is of, as owner/name; else that of the current folder.")
  private @Nullable String repository;

  @Option(names = "--system", paramLabel = "NAME", description = "The system that was covered.")
  private @Nullable String system;

  @Option(
      names = "--revision",
      paramLabel = "COMMIT",
      description = "The commit that was tested; else the current one.")
  private @Nullable String revision;

  @Option(names = "--run", paramLabel = "ID", description = "Which run of the tests it was.")
  private @Nullable String run;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When the report was made, as 2026-01-31T12:00:00Z.")
  private @Nullable String at;

  /** All of it. */
  Wish wish(Kind kind, ZoneId usual) {
    ZoneId declared = zone(zone);
    return new Wish(
        kind,
        pairs(columns, "--map", "Column=field"),
        constants(),
        declared,
        order(days),
        decimal(decimal),
        of(kind, declared == null ? usual : declared));
  }

  private Map<String, String> constants() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : constants) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new Refused("--set \"%s\" is no pair; write it as field=value.".formatted(pair));
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }

  /** A column's name may hold the sign itself: the last one parts. */
  private static Map<String, String> pairs(List<String> written, String option, String form) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : written) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1) {
        throw new Refused("%s \"%s\" is no pair; write it as %s.".formatted(option, pair, form));
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1).strip());
    }
    return pairs;
  }

  static @Nullable ZoneId zone(@Nullable String text) {
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new Refused(
          "--zone \"%s\" is no time zone; write it like Europe/Berlin or UTC.".formatted(text));
    }
  }

  private static @Nullable Order order(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "day-first" -> Order.DAY_FIRST;
      case "month-first" -> Order.MONTH_FIRST;
      default ->
          throw new Refused(
              "--days \"%s\" is no order; write day-first or month-first.".formatted(text));
    };
  }

  private static @Nullable Decimal decimal(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "comma" -> Decimal.COMMA;
      case "point" -> Decimal.POINT;
      default ->
          throw new Refused("--decimal \"%s\" is no mark; write comma or point.".formatted(text));
    };
  }

  private Of of(Kind kind, ZoneId usual) {
    Of told = new Of(repository, system, revision, run, instant(at), null, usual);
    boolean report = kind == Kind.TESTS || kind == Kind.COVERAGE || kind == Kind.AUTO;
    boolean known = repository != null || system != null;
    return !report || known ? told : here(told);
  }

  /** What git says of the current folder. */
  private Of here(Of told) {
    Path folder = Path.of("").toAbsolutePath();
    try {
      Home home = Home.of(folder);
      String name =
          home.origin() == null ? String.valueOf(home.folder().getFileName()) : home.origin();
      Of named = new Of(name, null, revision, run, told.at(), null, told.zone());
      return Tip.of(folder)
          .filter(tip -> revision == null || tip.revision().startsWith(revision))
          .map(tip ->
              new Of(name, null, tip.revision(), run, told.at(), tip.committedAt(), told.zone()))
          .orElse(named);
    } catch (GitTrouble _) {
      return told;
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Refused(
          "--at \"%s\" is no time; write it as 2026-01-31T12:00:00Z.".formatted(text));
    }
  }
}
