package pilothouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.views.View;
import pilothouse.views.Views;

/** What the usual health checks of all repositories show, each with the page of its receipt. */
final class GitFindings implements Source {
  private final Views views;
  private final Function<View, List<Finding>> check;

  GitFindings(Views views, Function<View, List<Finding>> check) {
    this.views = views;
    this.check = check;
  }

  @Override
  public List<Finding> found(Instant now) {
    List<Finding> found = new ArrayList<>();
    views.usual().forEach(view -> check.apply(view).forEach(one -> found.add(paged(view, one))));
    return found;
  }

  private static Finding paged(View view, Finding one) {
    return one.at(view.receipt(one.receipt().metric(), one.receipt().folder()));
  }
}
