package pilothouse.direction.bets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas of choosing against their golden values, and the laws that hold for each. */
class ChoosingTest {
  private static final Rubric RICE = Rubric.known(Method.RICE);
  private static final Rubric DELAY = Rubric.known(Method.DELAY);

  private static Answers rice(String reach, String impact, String confidence, String effort) {
    return new Answers(
        Map.of("reach", reach, "impact", impact, "confidence", confidence, "effort", effort));
  }

  private static Range value(Rubric rubric, Answers answers) {
    return Objects.requireNonNull(Score.of(rubric, answers).value());
  }

  @Test
  void goldenValues() {
    assertEquals(Range.of(4_000), value(RICE, rice("5000", "2", "80", "2")));
    assertEquals(10.5, Choosing.wsjf(Range.of(7), Range.of(9), Range.of(5), Range.of(2)).likely());
    Range delay = Choosing.delay(Range.of(2_000), Range.of(5), Range.of(100_000));
    assertEquals(7_000, delay.likely());
    assertEquals(1_750, Choosing.cd3(delay, Range.of(4)).likely());
  }

  @Test
  void aRangeIsCarriedThrough() {
    Range score = value(RICE, rice("3000 – 5000 – 9000", "1–2–3", "50 80 100", "1 .. 2 .. 4"));
    assertEquals(new Range(3_000 * 1 * 0.5 / 4, 4_000, 9_000 * 3 * 1.0 / 1), score);
    Answers delay =
        new Answers(
            Map.of(
                "value_per_week", "1000 2000 4000",
                "probability", "1 5 10",
                "loss", "50000 100000 200000",
                "duration", "2 4 8"));
    assertEquals(new Range(1_500, 7_000, 24_000), Score.of(DELAY, delay).perWeek());
    assertEquals(new Range(1_500 / 8.0, 1_750, 24_000 / 2.0), value(DELAY, delay));
  }

  /** Whatever is true within the ranges that went in, the result lies within the range given. */
  @Test
  void noTruthFallsOutOfTheRange() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      double[] likely = new double[4];
      Range[] ranges = new Range[4];
      double[] truth = new double[4];
      for (int k = 0; k < 4; k++) {
        likely[k] = 0.5 + random.nextDouble() * 100;
        double low = likely[k] * (0.2 + 0.8 * random.nextDouble());
        double high = likely[k] * (1 + random.nextDouble());
        ranges[k] = new Range(low, likely[k], high);
        truth[k] = low + (high - low) * random.nextDouble();
      }
      Range rice = Choosing.rice(ranges[0], ranges[1], ranges[2], ranges[3]);
      double score = truth[0] * truth[1] * truth[2] / 100 / truth[3];
      assertTrue(
          rice.low() <= score * 1.000001 && score <= rice.high() * 1.000001, rice + " " + score);
    }
  }

  @Test
  void whatIsMissingIsUnknownAndNotNothing() {
    Answers noEffort = new Answers(Map.of("reach", "5000", "impact", "2", "confidence", "80"));
    assertNull(Score.of(RICE, noEffort).value());
    assertEquals(List.of("effort"), Score.of(RICE, noEffort).missing());
    Answers noLoss =
        new Answers(Map.of("value_per_week", "2000", "probability", "5", "duration", "4"));
    assertNull(Score.of(DELAY, noLoss).value());
    assertNull(Score.of(DELAY, noLoss).perWeek());
    assertEquals("unknown", Score.of(DELAY, noLoss).says());
    Map<String, String> said = new TreeMap<>(noLoss.said());
    said.put("loss", "0");
    assertEquals(
        500, value(DELAY, new Answers(said)).likely(), "a loss of 0 was said, so is known");
  }

  @ParameterizedTest
  @CsvSource({"LINEAR,5,1", "DEADLINE,0,1", "DEADLINE,6.5,.5", "DEADLINE,13,0", "DEADLINE,40,0"})
  void theUrgencySaysWhichShareAWeekCosts(Urgency urgency, double weeks, double share) {
    assertEquals(share, urgency.share(weeks), 1e-12);
  }

  /** What halves in so many weeks: the mean of 2^(-t/h) over a quarter, summed by small steps. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 13, 52})
  void whatDecaysIsTheMeanOverAQuarter(double half) {
    double sum = 0;
    int steps = 200_000;
    for (int i = 0; i < steps; i++) {
      sum += Math.pow(2, -(i + 0.5) * Urgency.WEEKS / steps / half);
    }
    assertEquals(sum / steps, Urgency.DECAYING.share(half), 1e-6);
  }

  @Test
  void aDeadlineNeedsItsWeeks() {
    Map<String, String> said =
        new TreeMap<>(
            Map.of("value_per_week", "2000", "probability", "0", "loss", "0", "duration", "4"));
    said.put("urgency", "deadline");
    assertEquals(List.of("urgency_weeks"), Score.of(DELAY, new Answers(said)).missing());
    said.put("urgency_weeks", "6.5");
    assertEquals(Range.of(250), value(DELAY, new Answers(said)));
  }

  @Test
  void theSameAnswersGiveTheSameRankWhateverTheOrder() {
    Map<String, Score> scores = new TreeMap<>();
    scores.put("a", Score.of(RICE, rice("5000", "2", "80", "2")));
    scores.put("b", Score.of(RICE, rice("4000", "2", "100", "2")));
    scores.put("c", Score.of(RICE, rice("9000", "2", "80", "2")));
    scores.put("d", Score.of(RICE, rice("9000", "2", "80", "")));
    Ranking ranking = Ranking.of(scores);
    assertEquals(List.of("c", "a", "b"), ranking.order());
    assertEquals(List.of(1, 2, 2, 0), ranking.places().stream().map(Ranking.Place::rank).toList());
    List<String> ids = new ArrayList<>(scores.keySet());
    java.util.Collections.reverse(ids);
    Map<String, Score> turned = new java.util.LinkedHashMap<>();
    ids.forEach(id -> turned.put(id, Objects.requireNonNull(scores.get(id))));
    assertEquals(ranking, Ranking.of(turned));
  }

  /** 4,000 above 3,600: a tenth less effort of the lower one makes them equal. */
  @Test
  void theSmallestChangeOfOneAssumptionThatTurnsTheOrder() {
    Tipping tipping =
        Tipping.of(
                RICE,
                new Tipping.Pair("a", rice("4000 5000 6000", "2", "80", "2")),
                new Tipping.Pair("b", rice("4500", "2", "80", "1.5 2 3")))
            .orElseThrow();
    assertEquals("b", tipping.bet());
    assertEquals("effort", tipping.criterion());
    assertEquals(1.8, tipping.to(), 1e-5);
    assertEquals(0.1, tipping.share(), 1e-5);
    assertTrue(tipping.within());
  }

  /** Confidence is 100, 80 or 50: 72 would do, so it takes 50. */
  @Test
  void anAnswerOutOfSomeMovesToOneOfThem() {
    Rubric sure =
        new Rubric(
            "r",
            "Sure",
            Method.WEIGHTED,
            1,
            List.of(Criterion.choice("confidence", List.of(100.0, 80.0, 50.0))),
            "",
            "");
    Tipping tipping =
        Tipping.of(
                sure,
                new Tipping.Pair("a", new Answers(Map.of("confidence", "80"))),
                new Tipping.Pair("b", new Answers(Map.of("confidence", "50"))))
            .orElseThrow();
    assertEquals(50, tipping.to());
    assertFalse(tipping.within());
  }

  /** What is said to tip the order does: a little beyond it the other one stands higher. */
  @Test
  void whatTipsTheOrderDoes() {
    Random random = new Random(11);
    int turned = 0;
    for (int i = 0; i < 200; i++) {
      Answers one = random(random);
      Answers two = random(random);
      boolean first = value(RICE, one).likely() > value(RICE, two).likely();
      Tipping.Pair upper = new Tipping.Pair("upper", first ? one : two);
      Tipping.Pair lower = new Tipping.Pair("lower", first ? two : one);
      Optional<Tipping> tipping = Tipping.of(RICE, upper, lower);
      if (tipping.isEmpty()) {
        continue;
      }
      Tipping found = tipping.orElseThrow();
      double beyond = found.from() + (found.to() - found.from()) * 1.001;
      Answers moved =
          (found.bet().equals("upper") ? upper : lower).answers().with(found.criterion(), beyond);
      double high = value(RICE, found.bet().equals("upper") ? moved : upper.answers()).likely();
      double low = value(RICE, found.bet().equals("lower") ? moved : lower.answers()).likely();
      assertTrue(low > high, found.toString());
      turned++;
    }
    assertTrue(turned > 150, "few had an assumption that tips the order: " + turned);
  }

  private static Answers random(Random random) {
    return rice(
        String.valueOf(1_000 + random.nextInt(9_000)),
        List.of("3", "2", "1", "0.5").get(random.nextInt(4)),
        List.of("100", "80", "50").get(random.nextInt(3)),
        String.valueOf(1 + random.nextInt(9)));
  }

  @Test
  void aWeightedRubricIsTheMeanByWeightsWithWhatSpeaksAgainstTurned() {
    Criterion risk = new Criterion("risk", "Risk", 3, false, 1, 5, List.of());
    Criterion cost = new Criterion("cost", "Cost", 1, true, 1, 5, List.of());
    Rubric debt = new Rubric("r", "Debt", Method.WEIGHTED, 1, List.of(risk, cost), "", "");
    Answers answers = new Answers(Map.of("risk", "4", "cost", "2 2 5"));
    assertEquals(new Range((12 + 1) / 4.0, (12 + 4) / 4.0, (12 + 4) / 4.0), value(debt, answers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "5 4 3", "1 2", "1 2 3 4", "NaN", "1e400", "9,99"})
  void whatIsNoRangeIsRefused(String text) {
    assertTrue(Range.parse(text).isEmpty());
  }

  @Test
  void onlySomeAnswersAreOnes() {
    Criterion impact = RICE.criterion("impact").orElseThrow();
    Criterion effort = RICE.criterion("effort").orElseThrow();
    assertTrue(impact.allows(Range.of(0.25)));
    assertFalse(impact.allows(Range.of(4)));
    assertTrue(effort.allows(Range.of(0.5)));
    assertFalse(effort.allows(Range.of(0.4)));
  }
}
