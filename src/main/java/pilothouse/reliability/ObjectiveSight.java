package pilothouse.reliability;

import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.views.Sight;
import pilothouse.views.Stretch;

/** Looks at an objective through a span of time. */
public record ObjectiveSight(String name, String title, String address, Stretch stretch)
    implements Sight {
  @Override
  public String says() {
    return title;
  }

  @Override
  public String when() {
    return stretch.says();
  }

  @Override
  public Window window() {
    return stretch.window();
  }

  @Override
  public String receipt(Reading reading) {
    return address + "?" + stretch.days();
  }
}
