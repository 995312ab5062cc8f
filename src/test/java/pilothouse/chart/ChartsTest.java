package pilothouse.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import pilothouse.text.Say;

class ChartsTest {
  private static final Axis COMMITS = new Axis("commits per week", false, Say::number);

  @Test
  void aCourseShowsEachKnownPointOnceAndSignalsByShape() throws Exception {
    List<@Nullable Double> values = Arrays.asList(12.0, 15.0, null, 40.0, 11.0);
    Document svg = parse(Charts.course(course(values, Map.of(3, "outside the limits"))));
    assertEquals(2 * 3, count(svg, "circle", "point"));
    assertEquals(2, count(svg, "path", "signal"));
    String line = svg.getElementsByTagName("path").item(0).getAttributes().item(1).getNodeValue();
    assertEquals(2, line.chars().filter(c -> c == 'M').count(), "an unknown value breaks the line");
  }

  @Test
  void everyPictureHasTitleAndDescriptionAndNoInlineStyle() throws Exception {
    String picture = Charts.course(course(List.of(1.0, 2.0), Map.of()));
    Document svg = parse(picture);
    assertTrue(svg.getElementsByTagName("desc").item(0).getTextContent().contains("shows"));
    assertFalse(picture.contains("style="), "a strict policy refuses inline style");
    assertFalse(picture.contains("NaN"));
  }

  @Test
  void emptyAndConstantDataDrawWithoutNonsense() throws Exception {
    for (List<@Nullable Double> values :
        List.<List<@Nullable Double>>of(
            List.of(), List.of(0.0), List.of(0.0, 0.0), Arrays.asList((Double) null))) {
      String picture = Charts.course(course(values, Map.of())) + Charts.spark("none", values);
      parse("<r>" + picture + "</r>");
      assertFalse(picture.contains("NaN") || picture.contains("Infinity"), picture);
    }
  }

  @Test
  void monthsOnTheAxisAreEvenlySpaced() throws Exception {
    String picture = Charts.course(course(Collections.nCopies(52, 1.0), Map.of()));
    List<String> months =
        Pattern.compile("(?<=>)(\\p{L}{3,4}) 2026<")
            .matcher(picture)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals("Feb Apr Jun Aug Oct Dec Feb May Aug Nov", String.join(" ", months));
  }

  @Test
  void wordsAreEscaped() throws Exception {
    String title = "<b>&\"\u0001";
    parse(Charts.columns(title, title, COMMITS, List.of(new Bar(title, 1, title))));
  }

  @Test
  void ticksAreRoundAndHoldTheData() {
    assertEquals(List.of(0.0, 5.0, 10.0, 15.0, 20.0), Scale.around(0, 19.7, 4).ticks());
    assertEquals(1, Scale.around(0, 0, 4).to());
    Scale days = Scale.ofTime(0, 9 * 86_400, 4);
    assertEquals(0, days.step() % 86_400, "spans tick on whole days");
    assertTrue(days.to() >= 9 * 86_400);
    for (double high = 0.001; high < 1e9; high *= 3.7) {
      Scale scale = Scale.around(0, high, 4);
      assertTrue(scale.to() >= high && scale.ticks().size() <= 7, scale.toString());
    }
  }

  @Test
  void aHistogramCountsEachSpanOnceAndEdgesGoUp() {
    List<Bar> bars = Charts.spans(new long[] {10, 3_600, 86_400, 1_000_000_000});
    assertEquals(4, bars.stream().mapToDouble(Bar::value).sum());
    assertEquals(1, bars.get(0).value());
    assertEquals(1, bars.get(1).value());
    assertEquals(1, bars.get(2).value());
    assertEquals(1, bars.getLast().value());
  }

  private static Course course(List<@Nullable Double> values, Map<Integer, String> signals) {
    List<Course.Point> points = new ArrayList<>();
    Instant monday = Instant.parse("2026-01-05T00:00:00Z");
    for (Double value : values) {
      points.add(new Course.Point(monday.plusSeconds(points.size() * 604_800L), value, 1));
    }
    Course.Limits limits = values.size() > 3 ? new Course.Limits(13, 7, 20) : null;
    return new Course(
        "It rose", "It shows weeks", COMMITS, points, limits, signals, ZoneOffset.UTC);
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static long count(Document svg, String element, String look) {
    var found = svg.getElementsByTagName(element);
    long count = 0;
    for (int i = 0; i < found.getLength(); i++) {
      if (found.item(i).getAttributes().getNamedItem("class").getNodeValue().equals(look)) {
        count++;
      }
    }
    return count;
  }
}
