package pilothouse.reliability;

import pilothouse.metrics.Reading;
import pilothouse.views.Stretch;
import pilothouse.views.Stretched;

/** Looks at an objective through a span of time. */
public record ObjectiveSight(String title, String address, Stretch stretch) implements Stretched {
  @Override
  public String says() {
    return title;
  }

  @Override
  public String receipt(Reading reading) {
    return address + "?" + stretch.days();
  }
}
