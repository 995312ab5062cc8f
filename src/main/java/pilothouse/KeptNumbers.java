package pilothouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.evidence.inbox.State;
import pilothouse.schedule.Job;
import pilothouse.storage.Connections;
import pilothouse.storage.Processes;
import pilothouse.text.OpenMetrics;
import pilothouse.text.OpenMetrics.Sample;

/** Numbers of what is stored, and of those who share it. */
final class KeptNumbers {
  private KeptNumbers() {}

  static void tell(OpenMetrics text, Stored here, List<Job> jobs) {
    for (State state : List.of(State.WAITING, State.PARKED)) {
      Map<String, Long> standing = here.inbox().standing(state);
      List<Sample> samples = new ArrayList<>();
      here.inbox()
          .sources()
          .forEach(source ->
              samples.add(
                  new Sample(
                      Map.of("source", source.name()), standing.getOrDefault(source.name(), 0L))));
      String help =
          state == State.WAITING
              ? "Deliveries not yet understood."
              : "Deliveries that could not be understood.";
      text.gauge("pilothouse_inbox_" + state.word(), "", help, samples);
    }
    List<Sample> counts = new ArrayList<>();
    for (Job.State state : Job.State.values()) {
      long count = jobs.stream().filter(job -> job.state() == state).count();
      counts.add(new Sample(Map.of("state", state.name().toLowerCase(Locale.ROOT)), count));
    }
    text.gauge("pilothouse_jobs", "", "Readings of repositories, the last of each.", counts);
    shared(text, here);
    Connections pool = here.storage().connections();
    text.gauge(
        "pilothouse_database_connections_open", "", "Connections held.", Vitals.one(pool.open()));
    text.gauge(
        "pilothouse_database_connections_busy", "", "Those in use.", Vitals.one(pool.busy()));
    text.gauge("pilothouse_database_waiting", "", "Threads in line.", Vitals.one(pool.waiting()));
  }

  /** What processes that serve from one database share. */
  private static void shared(OpenMetrics text, Stored here) {
    long alive = here.leases().processes().all().stream().filter(Processes.Peer::isAlive).count();
    text.gauge(
        "pilothouse_processes",
        "",
        "Processes that serve from the database.",
        Vitals.one((double) alive));
    Instant now = here.storage().time();
    Map<Boolean, Long> work =
        here.leases().all().stream()
            .collect(
                Collectors.partitioningBy(
                    lease -> lease.until().isAfter(now), Collectors.counting()));
    text.gauge(
        "pilothouse_work",
        "",
        "Work that one process does for all: by one that lives, or left by one that broke off.",
        List.of(
            new Sample(Map.of("state", "held"), work.getOrDefault(true, 0L)),
            new Sample(Map.of("state", "left"), work.getOrDefault(false, 0L))));
  }
}
