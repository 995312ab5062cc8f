package pilothouse.views;

import java.util.List;
import java.util.Map;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Tells how far a reading is, begins another one, and forgets what was read. */
public final class SoundingPages {
  private final Views views;

  public SoundingPages(Views views) {
    this.views = views;
  }

  /** Their addresses. */
  public List<Route> routes() {
    return List.of(
        Route.read("/systems/{repository}/progress", this::progress).ofRepository("repository"),
        Route.change("/systems/{repository}/read", this::again).ofRepository("repository"),
        Route.change("/systems/forget", this::forget));
  }

  private Answer progress(Request request) {
    Sounding sounding = views.sounding(request);
    String seen = request.query("seen");
    boolean fresh = !sounding.running() || !String.valueOf(sounding.version()).equals(seen);
    return new Answer.Part(
        "views/progress",
        Map.of("sounding", sounding, "base", View.base(sounding)),
        fresh ? "fresh" : "");
  }

  private Answer forget(Request request) {
    views.forget(views.sounding(request.needed("repository")), request);
    return new Answer.Redirect("/systems");
  }

  private Answer again(Request request) {
    Sounding sounding = views.sounding(request);
    views.read(sounding);
    return new Answer.Redirect(View.base(sounding));
  }
}
