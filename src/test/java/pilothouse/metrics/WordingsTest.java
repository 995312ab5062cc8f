package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.metrics.Wordings.Audience;
import pilothouse.metrics.Wordings.Wording;
import pilothouse.metrics.delivery.ServiceMetrics;

/** Three wordings for each metric, with one number. */
class WordingsTest {
  private static final Pattern PERSON =
      Pattern.compile("\\b(he|she|his|her|best|worst|fastest|slowest person|top performer)\\b");

  private static List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>(Metrics.catalogue());
    metrics.addAll(ServiceMetrics.catalogue());
    return metrics;
  }

  @Practice("F7")
  @Test
  void everyMetricHasThreeWordingsWithTheSameNumber() {
    for (Metric metric : metrics()) {
      Wording wording = Wordings.of(metric).orElseThrow(() -> new AssertionError(metric.id()));
      Set<String> sentences = new HashSet<>();
      for (Audience audience : Audience.values()) {
        String sentence = wording.says(audience, "4 h 20 min");
        assertEquals(2, sentence.split("4 h 20 min", -1).length, metric.id() + ": " + sentence);
        assertFalse(sentence.contains("%s"), sentence);
        assertTrue(sentence.length() > 15, sentence);
        assertTrue(sentence.endsWith("."), sentence);
        assertFalse(PERSON.matcher(sentence).find(), sentence);
        sentences.add(sentence);
      }
      assertEquals(3, sentences.size(), metric.id());
    }
  }

  @Practice("F6")
  @Test
  void everyMetricServesADecision() {
    for (Metric metric : metrics()) {
      String decision = Wordings.of(metric).orElseThrow().decision();
      assertTrue(
          decision.matches("(Whether|Which|Where|How) .*\\."), metric.id() + ": " + decision);
    }
  }

  @Test
  void noWordingIsWithoutAMetric() {
    Set<String> ids = new HashSet<>();
    metrics().forEach(metric -> ids.add(metric.id()));
    for (String id : Wordings.ids()) {
      assertTrue(ids.contains(id.replace("releases.", "")), id);
    }
    assertEquals(metrics().size(), Wordings.ids().size());
  }

  @Test
  void anIdOfBothCataloguesIsToldApart() {
    Wording releases = Wordings.of(Metrics.named("change-lead-time").orElseThrow()).orElseThrow();
    Wording deployments =
        Wordings.of(ServiceMetrics.named("change-lead-time").orElseThrow()).orElseThrow();
    assertTrue(releases.says(Audience.ENGINEER, "").contains("release"));
    assertTrue(deployments.says(Audience.ENGINEER, "").contains("production"));
  }
}
