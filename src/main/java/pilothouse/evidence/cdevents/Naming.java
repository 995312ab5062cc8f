package pilothouse.evidence.cdevents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Called;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.RepositoryName;

/**
 * What the event of a run or a test names that may lead to its system: CDEvents have no field for
 * it.
 *
 * @param repository that an address of a forge shows, or that the sender adds; null when none does
 * @param called labels of all that is named otherwise; null where the repository is known
 */
record Naming(@Nullable String repository, @Nullable String called) {

  /** What the sender may add that rules can go by; nothing that names a person. */
  private static final List<String> ADDED =
      List.of(
          "system",
          "component",
          "application",
          "app",
          "team",
          "product",
          "domain",
          "project",
          "namespace");

  /** The end of a source that is another for each run. */
  private static final Pattern LATELY = Pattern.compile("(?:/[^/]*\\d[^/]*)+/*$");

  /**
   * What the event names.
   *
   * @param url where people look at what it is about; null when it names none
   */
  static Naming of(Event event, @Nullable String url) {
    Json content = event.content();
    String said = added(event.custom(), "repository");
    String repository = said == null ? null : RepositoryName.of(said, null);
    String service = added(event.custom(), "service");
    for (String address :
        new @Nullable String[] {url, content.text("uri"), event.where(), event.source()}) {
      repository = repository == null ? RepositoryName.shown(address) : repository;
    }
    if (repository != null && service == null) {
      return new Naming(repository, null);
    }
    String called = Called.of(labels(event, service));
    return new Naming(repository, called.isEmpty() ? null : called);
  }

  private static Map<String, String> labels(Event event, @Nullable String service) {
    Map<String, String> labels = new LinkedHashMap<>();
    Json content = event.content();
    put(labels, "service", service);
    put(labels, "service", id(content.at("service")));
    put(labels, "pipeline", content.at("pipelineName"));
    put(labels, "task", content.at("taskName"));
    put(labels, "suite", content.at("testSuiteRun").at("testSuite").at("name"));
    put(labels, "source", LATELY.matcher(event.where()).replaceFirst(""));
    put(labels, "environment", id(content.at("environment")));
    ADDED.forEach(name -> put(labels, name, event.custom().at(name)));
    return labels;
  }

  private static void put(Map<String, String> labels, String key, Json value) {
    put(labels, key, value.isText() ? value.text() : null);
  }

  private static void put(Map<String, String> labels, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      labels.putIfAbsent(key, value);
    }
  }

  private static @Nullable String id(Json reference) {
    Json id = reference.at("id");
    return id.isText() ? id.text() : null;
  }

  private static @Nullable String added(Json custom, String name) {
    Json value = custom.at(name);
    String text = value.isText() ? value.text() : null;
    return text == null || text.isBlank() ? null : text;
  }
}
