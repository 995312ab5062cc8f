package pilothouse.evidence.otlp;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.RepositoryName;

/** The keys of what spans tell: the same as others make wherever it is surely the same. */
final class SpanKeys {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,18}");

  /** A deployment of GitHub as its API and its pages address it. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://(?:api\\.)?(?<host>[^/]+)(?:/api/v3)?(?:/repos)?/(?<name>[^/]+/[^/]+)/deployments/(?<id>[1-9]\\d*)");

  private SpanKeys() {}

  /** The webhooks' own key where the address tells it; else one of the pipeline's name and run. */
  static String run(Span span) {
    RepositoryName.Run run = RepositoryName.run(span.text(Spans.RUN_URL));
    if (run != null) {
      return run.key();
    }
    String id = span.text(Spans.RUN);
    String pipeline = span.text("cicd.pipeline.name");
    return "otlp#run/"
        + (id == null ? span.trace() : (pipeline == null ? "" : pipeline + '/') + id);
  }

  static String task(Span span) {
    RepositoryName.Run job = RepositoryName.run(span.text(Spans.TASK_URL));
    if (job != null && job.attempt() == null) {
      return job.key();
    }
    // The id of a task's run may be the same in every run of the pipeline.
    return run(span) + "/job/" + span.text(Spans.TASK_RUN, Spans.TASK);
  }

  /**
   * The forge's own key where the id is surely its deployment's: its address or, of a span that
   * names the repository and no service beside it, its number. A service may count its own.
   */
  static String deployment(Span span, String id, @Nullable String service) {
    Matcher address = ADDRESS.matcher(id.strip());
    if (address.matches()) {
      String home = address.group("host") + '/' + address.group("name");
      return home.toLowerCase(Locale.ROOT) + "#deployment/" + address.group("id");
    }
    String home = RepositoryName.of(span.text("vcs.repository.url.full"));
    return home != null && service == null && NUMBER.matcher(id.strip()).matches()
        ? home + "#deployment/" + id.strip()
        : "otlp#deployment/" + (service == null ? "" : service + '/') + id;
  }
}
