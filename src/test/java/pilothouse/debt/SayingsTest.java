package pilothouse.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How small hours and money are said. */
class SayingsTest {
  private static String paid(double low, double high) {
    return Rate.of("100 EUR").orElseThrow().says(new Hours(low, high));
  }

  @Test
  void moneyIsSaidToTheCent() {
    assertEquals("less than 0.01 EUR", paid(0.00002, 0.00006));
    assertEquals("0–0.02 EUR", paid(0.00004, 0.00015));
    assertEquals("0.35–1.5 EUR", paid(0.00352, 0.015));
    assertEquals("0 EUR", paid(0, 0));
    assertEquals("900–1,800 EUR", paid(9, 18));
  }

  @Test
  void whatIsAlmostNothingIsNotNothing() {
    assertEquals("less than 0.001 h", new Hours(0.0001, 0.0002).says());
    assertEquals("0 h", new Hours(0, 0).says());
  }

  @Test
  void oneDayAloneHasNoPicture() {
    Trends.Point point = new Trends.Point(java.time.LocalDate.parse("2026-11-02"), new Sum());
    assertEquals("", TrendPicture.of(List.of(point)));
  }
}
