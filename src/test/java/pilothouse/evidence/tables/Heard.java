package pilothouse.evidence.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;

/** What was told of a file. */
final class Heard implements Sink {
  static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  final List<Fact> facts = new ArrayList<>();
  final List<String> refused = new ArrayList<>();

  static Heard of(Kind kind, String text) {
    return of(kind, text.getBytes(StandardCharsets.UTF_8), guessed -> guessed);
  }

  static Heard of(Kind kind, byte[] bytes, UnaryOperator<Mapping> changed) {
    try {
      Tables table = open(kind, bytes);
      Heard heard = new Heard();
      table.read(changed.apply(table.guess()), NOW, heard);
      return heard;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Tables open(Kind kind, byte[] bytes) {
    try {
      return Tables.open(Unpacked.of(new ByteArrayInputStream(bytes)), kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fact(Fact fact, long line) {
    facts.add(fact);
  }

  @Override
  public void ignored(String why) {
    throw new AssertionError(why);
  }

  @Override
  public void refused(long line, Unfit unfit) {
    refused.add(line + " " + unfit.field() + ": " + unfit.why());
  }
}
