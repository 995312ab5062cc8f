package pilothouse.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.Practice;

/** What is in several spans counts once: held against counting minute by minute. */
class SpanTest {
  private static final Instant ZERO = Instant.parse("2026-10-25T00:00:00Z");

  private static Span span(int from, int to) {
    return new Span(ZERO.plusSeconds(60L * from), ZERO.plusSeconds(60L * to));
  }

  private static long minutes(List<Span> union) {
    return Span.length(union).toMinutes();
  }

  @Practice("D7")
  @Test
  void overlapsOfMeetingsAreCountedOnceInWhateverOrder() {
    List<Span> block = Span.union(List.of(span(540, 720)));
    List<Span> meetings = Span.union(List.of(span(660, 780), span(630, 720), span(630, 700)));
    assertEquals(90, minutes(Span.both(block, meetings)));
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Span> one = new ArrayList<>();
      List<Span> other = new ArrayList<>();
      BitSet inOne = any(random, one);
      BitSet inOther = any(random, other);
      Collections.shuffle(one, random);
      List<Span> union = Span.union(one);
      assertEquals(inOne.cardinality(), minutes(union));
      assertEquals(union, Span.union(union), "twice is once");
      inOne.and(inOther);
      assertEquals(inOne.cardinality(), minutes(Span.both(union, Span.union(other))));
      assertEquals(inOne.cardinality(), minutes(Span.both(Span.union(other), union)));
    }
  }

  private static BitSet any(Random random, List<Span> into) {
    BitSet minutes = new BitSet();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = random.nextInt(200);
      int to = from + random.nextInt(60);
      into.add(span(from, to));
      minutes.set(from, to);
    }
    return minutes;
  }

  @ParameterizedTest
  @CsvSource({"2026-03-22,3", "2026-03-29,2", "2026-10-25,4"})
  void whereClocksAreChangedABlockIsAsLongAsItIsThere(String day, long hours) {
    Weekly weekly =
        new Weekly(
            Set.of(DayOfWeek.SUNDAY),
            LocalTime.of(1, 0),
            LocalTime.of(4, 0),
            ZoneId.of("Europe/Berlin"),
            LocalDate.parse("2026-01-01"),
            null,
            1);
    assertEquals(Duration.ofHours(hours), weekly.on(LocalDate.parse(day)).length());
  }
}
