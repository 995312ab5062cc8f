package pilothouse;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.schedule.Job;
import pilothouse.text.OpenMetrics;
import pilothouse.text.OpenMetrics.Sample;
import pilothouse.web.Answer;
import pilothouse.web.Answered;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Web;

/**
 * How the program itself is: its requests, memory, inbox, jobs and database, as OpenMetrics. What
 * it measures of others stands at {@code /metrics}.
 */
final class Vitals {
  private final InstantSource clock;
  private final Instant begun;
  private final BooleanSupplier opened;
  private final Supplier<Stored> stored;
  private final Supplier<List<Job>> jobs;
  private volatile @Nullable Web web;

  Vitals(
      InstantSource clock,
      BooleanSupplier opened,
      Supplier<Stored> stored,
      Supplier<List<Job>> jobs) {
    this.clock = clock;
    this.begun = clock.instant();
    this.opened = opened;
    this.stored = stored;
    this.jobs = jobs;
  }

  /** Which server answers. */
  void serves(Web server) {
    web = server;
  }

  Route route() {
    return Route.read("/metrics/program", _ -> told())
        .telling(
            Telling.of("The program's own requests, memory, inbox and database, as OpenMetrics 1.0")
                .as(OpenMetrics.TYPE));
  }

  private Answer told() {
    OpenMetrics text = new OpenMetrics();
    program(text);
    Web server = web;
    if (server != null) {
      requests(text, server);
    }
    machine(text);
    if (opened.getAsBoolean()) {
      KeptNumbers.tell(text, stored.get(), jobs.get());
    }
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    return new Answer.Data(OpenMetrics.TYPE, "", bytes);
  }

  private void program(OpenMetrics text) {
    Map<String, String> build = new LinkedHashMap<>();
    String version = Vitals.class.getPackage().getImplementationVersion();
    build.put("version", version == null ? "unpackaged" : version);
    build.put("java", Runtime.version().toString());
    text.info("pilothouse_build", "Which program this is.", build);
    double seconds = Duration.between(begun, clock.instant()).toMillis() / 1e3;
    text.gauge("pilothouse_uptime", "seconds", "Since it began to listen.", one(seconds));
  }

  private static void requests(OpenMetrics text, Web server) {
    List<OpenMetrics.Spread> spreads = new ArrayList<>();
    for (Answered answered : server.answered()) {
      Map<String, String> labels = new LinkedHashMap<>();
      labels.put("method", answered.method());
      labels.put("route", answered.route().isEmpty() ? "none" : answered.route());
      labels.put("status", answered.family());
      List<OpenMetrics.UpTo> within =
          answered.within().stream()
              .map(some -> new OpenMetrics.UpTo(some.seconds(), some.count()))
              .toList();
      spreads.add(new OpenMetrics.Spread(labels, within, answered.count(), answered.seconds()));
    }
    text.histogram(
        "pilothouse_http_request",
        "seconds",
        "From a request's headers to the end of its answer.",
        spreads);
    text.gauge(
        "pilothouse_http_requests_under_way",
        "",
        "Requests being answered.",
        one((double) server.underWay()));
    text.gauge(
        "pilothouse_http_connections",
        "",
        "Connections that are open.",
        one((double) server.connections()));
  }

  private static void machine(OpenMetrics text) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory(text, "heap", "The program's own objects", memory.getHeapMemoryUsage());
    memory(
        text, "other", "Code and what the JVM needs beside them", memory.getNonHeapMemoryUsage());
    var threads = ManagementFactory.getThreadMXBean();
    text.gauge(
        "pilothouse_jvm_threads", "", "Platform threads.", one((double) threads.getThreadCount()));
    List<Sample> runs = new ArrayList<>();
    List<Sample> pauses = new ArrayList<>();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      Map<String, String> labels = Map.of("collector", collector.getName());
      runs.add(new Sample(labels, (double) Math.max(0, collector.getCollectionCount())));
      pauses.add(new Sample(labels, Math.max(0, collector.getCollectionTime()) / 1e3));
    }
    text.counter("pilothouse_jvm_collections", "", "Garbage collections.", runs);
    text.counter("pilothouse_jvm_collection", "seconds", "Time that they took.", pauses);
  }

  private static void memory(OpenMetrics text, String area, String what, MemoryUsage usage) {
    String name = "pilothouse_jvm_memory_" + area;
    text.gauge(name + "_used", "bytes", what + ": used.", one((double) usage.getUsed()));
    text.gauge(
        name + "_committed", "bytes", what + ": reserved.", one((double) usage.getCommitted()));
    if (usage.getMax() > 0) {
      text.gauge(name + "_limit", "bytes", what + ": at most.", one((double) usage.getMax()));
    }
  }

  static List<Sample> one(double value) {
    return List.of(new Sample(Map.of(), value));
  }
}
