package pilothouse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** Somebody who types {@code pull sql} again and again, a minute later each time. */
final class PullingSql {
  private final Path data;
  private final Elsewhere from;
  private final Map<String, String> environment = new HashMap<>();
  private Instant now;

  PullingSql(Path data, Elsewhere from) {
    this(data, from, Instant.parse("2026-05-01T12:00:00Z"));
  }

  PullingSql(Path data, Elsewhere from, Instant now) {
    this.now = now;
    this.data = data;
    this.from = from;
    environment.put("SQL_PASSWORD", Databases.PASSWORD);
    environment.put("PILOTHOUSE_ZONE", "Europe/Berlin");
    Databases.ready(data);
    environment.putAll(Databases.environment(data));
  }

  /** The same with another environment. */
  PullingSql with(String name, @Nullable String value) {
    if (value == null) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
    return this;
  }

  /** Options come in pairs, over the usual ones. */
  Terminal.Ended pull(String query, String... more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--url", from.url());
    options.put("--query", query);
    options.put("--metric", "orders-paid");
    options.put("--data", data.toString());
    if (!from.user().isEmpty()) {
      options.put("--user", from.user());
    }
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    List<String> words = new ArrayList<>(List.of("pull", "sql"));
    options.forEach((name, value) -> words.addAll(List.of(name, value)));
    return run(words.toArray(String[]::new));
  }

  Terminal.Ended run(String... words) {
    return run(Asks.TERMINAL, words);
  }

  /** Seals what is typed where nobody sees it. */
  Terminal.Ended seal(String name, String typed) {
    Asks typing =
        new Asks() {
          @Override
          public boolean hears() {
            return true;
          }

          @Override
          public boolean agrees(String question) {
            return true;
          }

          @Override
          public String hidden(String question, int longest) {
            return typed;
          }
        };
    return run(typing, "seal", name, "--data", data.toString());
  }

  private Terminal.Ended run(Asks asks, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    now = now.plusSeconds(60);
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            InstantSource.fixed(now));
    int exit = new Commands(App::new, console, asks).run(words);
    return new Terminal.Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The number that holds at a time; null where none is known. */
  @Nullable Measurement known(String scope, String at) {
    try (Storage storage = Databases.of(data)) {
      return new Facts(storage, InstantSource.fixed(now))
          .known(Measurement.class, Measurement.key("orders-paid", scope, Instant.parse(at)));
    }
  }
}
