import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Likeness;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;
import pilothouse.people.Identities;
import pilothouse.storage.Storage;
import pilothouse.systems.Rules;

/**
 * What facts cost: an invented organisation of 200 services over two years, written as imports
 * write, then looked at by a fresh process. Each part is a process with the program's own options.
 */
final class FactsBench {
  private static final int SERVICES = 200;
  private static final int BATCH = 50_000;
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration PAST = Duration.ofDays(730);
  private static final Rules RULES = Rules.none();
  private static final Identities IDENTITIES = Identities.none();

  private FactsBench() {}

  /** The number of facts, then the memory of the looking process; or a part and its folder. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "fill" -> fill(Path.of(args[1]), Integer.parseInt(args[2]));
      case "look" -> look(Path.of(args[1]));
      case "pages" ->
          FactPages.measure(System.getProperty("bench.launcher"), Path.of(args[1]), args[2]);
      default -> measure(Integer.parseInt(args[0]), args[1]);
    }
  }

  private static void measure(int count, String memory) throws Exception {
    Path folder = Files.createTempDirectory("pilothouse-facts");
    try {
      System.out.printf("| %,d facts, 200 services, two years | measured | to reach |%n", count);
      System.out.println("|---|---:|---:|");
      child("1g", "fill", folder.toString(), String.valueOf(count));
      for (int i = 0; i < 3; i++) {
        child(memory, "look", folder.toString());
      }
      FactPages.measure(System.getProperty("bench.launcher"), folder, memory);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void child(String memory, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + memory, "-Xms32m", "-XX:+UseParallelGC"));
    command.addAll(List.of("-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dbench.source=" + System.getProperty("bench.source"));
    command.add(System.getProperty("bench.source"));
    command.addAll(List.of(words));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", words) + " ended with " + exit);
    }
  }

  private static void fill(Path folder, int count) {
    try (Storage storage = Storage.inFolder(folder)) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Organisation organisation = new Organisation(count);
      long spent = 0;
      while (organisation.hasMore()) {
        List<Fact> batch = organisation.next(BATCH);
        long start = System.nanoTime();
        facts.add(batch, "bench");
        spent += System.nanoTime() - start;
      }
      row("facts added", "%,.0f/s".formatted(count / (spent / 1e9)), "≥ 100,000/s");
      long start = System.nanoTime();
      facts.pack();
      row(
          "packed, once after the import",
          "%.1f s".formatted((System.nanoTime() - start) / 1e9),
          "");
      String kept =
          "%,d MiB, of which packs %,d MiB"
              .formatted(
                  size(folder.resolve("pilothouse.db")) >> 20,
                  storage.read(rows ->
                      rows.createQuery("select sum(length(bytes)) from fact_pack")
                          .map((row, context) -> row.getLong(1))
                          .one())
                      >> 20);
      row("database", kept, "");
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static void look(Path folder) {
    try (Storage storage = Storage.inFolder(folder)) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Services services =
          new Services(
              facts,
              () -> RULES,
              () -> IDENTITIES,
              name -> null,
              () -> 0L,
              Likeness.NOTHING,
              Runnable::run);
      long start = System.nanoTime();
      services.names();
      row("names of all services, cold", since(start), "");
      start = System.nanoTime();
      services.service("service-7").orElseThrow().changes();
      row("changes of one service, cold", since(start), "≤ 30 ms");
      start = System.nanoTime();
      long things = all(services);
      row(
          "deployments, changes and incidents of all, cold (%,d)".formatted(things),
          since(start),
          "");
      start = System.nanoTime();
      all(services);
      row("the same, warm", since(start), "≤ 50 ms");
      facts.add(List.of(deployment("new" + System.nanoTime(), 7, NOW, NOW)), "bench");
      start = System.nanoTime();
      all(services);
      row("the same with a new fact", since(start), "≤ 50 ms");
      facts.add(List.of(deployment("new" + System.nanoTime(), 8, NOW, NOW)), "bench");
      start = System.nanoTime();
      ServiceFacts one = services.service("service-8").orElseThrow();
      int parts =
          one.deployments().size()
              + one.changes().size()
              + one.reviews().size()
              + one.builds().size()
              + one.incidents().size();
      row("one service with a new fact (%,d things)".formatted(parts), since(start), "≤ 30 ms");
      start = System.nanoTime();
      services.version();
      row("version", since(start), "");
      Runtime here = Runtime.getRuntime();
      row("heap in use", (here.totalMemory() - here.freeMemory() >> 20) + " MiB", "");
    }
  }

  private static long all(Services services) {
    long things = 0;
    for (String name : services.names()) {
      ServiceFacts service = services.service(name).orElseThrow();
      things +=
          service.deployments().size() + service.changes().size() + service.incidents().size();
    }
    return things;
  }

  private static String since(long start) {
    return "%.1f ms".formatted((System.nanoTime() - start) / 1e6);
  }

  private static void row(String what, String measured, String goal) {
    System.out.printf("| %s | %s | %s |%n", what, measured, goal);
  }

  private static Deployment deployment(String id, int service, Instant start, Instant end) {
    return new Deployment(
        "github.com/acme/service-%d#deployment/%s".formatted(service, id),
        end == null ? start : end,
        "service-" + service,
        "acme/service-" + service,
        sha(id.startsWith("new") ? id.hashCode() : -Long.parseLong(id)),
        "main",
        "production",
        null,
        start,
        end,
        end == null ? Outcome.RUNNING : id.hashCode() % 9 == 0 ? Outcome.FAILURE : Outcome.SUCCESS,
        null,
        "https://github.com/acme/service-%d/deployments/%s".formatted(service, id));
  }

  private static String sha(long number) {
    Random random = new Random(number);
    return "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt());
  }

  /** Tells of work in the order of its happening. */
  private static final class Organisation {
    private final int count;
    private final Random random = new Random(20_261_121);
    private final List<Fact> waiting = new ArrayList<>();
    private int told;

    Organisation(int count) {
      this.count = count;
    }

    boolean hasMore() {
      return told < count;
    }

    List<Fact> next(int most) {
      List<Fact> facts = new ArrayList<>();
      while (facts.size() < most && told < count) {
        if (waiting.isEmpty()) {
          work();
        }
        facts.add(waiting.removeFirst());
        told++;
      }
      return facts;
    }

    /** One change with its reviews, builds, deployment and, seldom, incident: some ten facts. */
    private void work() {
      int service = random.nextInt(SERVICES);
      Instant at = NOW.minus(PAST).plusSeconds(PAST.toSeconds() * told / count);
      String id = String.valueOf(told);
      Instant merged = at.plusSeconds(3_600 + random.nextInt(90_000));
      Instant deployed = merged.plusSeconds(600 + random.nextInt(9_000));
      waiting.add(change(service, id, at, null));
      waiting.add(review(service, id + "1", id, at.plusSeconds(900 + random.nextInt(9_000))));
      waiting.add(review(service, id + "2", id, at.plusSeconds(990 + random.nextInt(9_000))));
      for (int i = 0; i < 3; i++) {
        waiting.add(build(service, id + i, at.plusSeconds(600L * i)));
      }
      waiting.add(change(service, id, at, merged));
      if (random.nextInt(10) < 6) {
        waiting.add(deployment(id, service, deployed.minusSeconds(300), null));
        waiting.add(deployment(id, service, deployed.minusSeconds(300), deployed));
      }
      if (random.nextInt(25) == 0) {
        waiting.add(incident(service, id, deployed.plusSeconds(700), null));
        waiting.add(incident(service, id, deployed.plusSeconds(700), deployed.plusSeconds(5_000)));
      }
    }

    private static ChangeRequest change(int service, String id, Instant opened, Instant merged) {
      int number = Integer.parseInt(id);
      String head = sha(number);
      return new ChangeRequest(
          "github.com/acme/service-%d#change/%s".formatted(service, id),
          merged == null ? opened : merged,
          "acme/service-" + service,
          number,
          "Make the thing number %d do what it says".formatted(number),
          "person-" + number % 500,
          "work/" + number,
          "main",
          head,
          merged == null ? null : sha(-number),
          opened,
          opened,
          null,
          merged,
          merged,
          null,
          false,
          number % 400,
          number % 90,
          number % 20,
          List.of(number % 7 == 0 ? "bug" : "feature"),
          merged == null
              ? List.of()
              : List.of(
                  new CommitRef(sha(number + 1L), opened.minusSeconds(9_000)),
                  new CommitRef(head, opened.minusSeconds(60))),
          "https://github.com/acme/service-%d/pull/%s".formatted(service, id));
    }

    private static Review review(int service, String id, String change, Instant at) {
      return new Review(
          "github.com/acme/service-%d#review/%s".formatted(service, id),
          at,
          "github.com/acme/service-%d#change/%s".formatted(service, change),
          "person-" + Long.parseLong(id) % 500,
          Review.State.values()[(int) (Long.parseLong(id) % 3)],
          at);
    }

    private static Build build(int service, String id, Instant at) {
      return new Build(
          "github.com/acme/service-%d#run/%s/1".formatted(service, id),
          at.plusSeconds(400),
          "acme/service-" + service,
          sha(id.hashCode()),
          "main",
          "ci",
          null,
          1,
          at,
          at.plusSeconds(400),
          id.hashCode() % 8 == 0 ? Outcome.FAILURE : Outcome.SUCCESS,
          "https://github.com/acme/service-%d/actions/runs/%s".formatted(service, id));
    }

    private static Incident incident(int service, String id, Instant at, Instant resolved) {
      return new Incident(
          "pagerduty#incident/" + id,
          resolved == null ? at : resolved,
          "service-" + service,
          null,
          "Errors in service-" + service,
          "high",
          at,
          resolved,
          resolved == null,
          null,
          null);
    }
  }
}
