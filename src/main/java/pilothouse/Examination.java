package pilothouse;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Kept;
import pilothouse.evidence.inbox.Replay;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.inbox.State;
import pilothouse.journal.Check;
import pilothouse.journal.Who;
import pilothouse.text.Nearest;
import pilothouse.text.Say;

/** What the doctor looks at: the database, the disk, and what came in. */
final class Examination {
  private static final long LITTLE = 1L << 30;
  private static final int SHOWN = 10;

  private final Stored stored;
  private final Settings settings;
  private final InstantSource clock;
  private final List<String> lines = new ArrayList<>();
  private int exit = Exit.FINE;

  Examination(Stored stored, Settings settings, InstantSource clock) {
    this.stored = stored;
    this.settings = settings;
    this.clock = clock;
  }

  House.Diagnosis of(House.@Nullable Again again) {
    if (again != null) {
      replay(again);
    }
    database();
    journal();
    notices();
    disk();
    for (Upkeep.Finding found :
        new Upkeep(stored.storage(), stored.leases(), settings, clock).all()) {
      lines.add(found.line());
      if (found.asks()) {
        look();
      }
    }
    deliveries();
    return new House.Diagnosis(lines, exit);
  }

  private void replay(House.Again again) {
    Inbox inbox = stored.inbox();
    List<String> names = inbox.sources().stream().map(Source::name).toList();
    if (!again.source().isEmpty() && !names.contains(again.source())) {
      throw new Refused(
          "No source is called \"%s\"; the nearest one is %s."
              .formatted(again.source(), Nearest.to(again.source(), names)));
    }
    Replay parked = Replay.parkedOf(again.source());
    long before = count(inbox.standing(State.PARKED));
    int run =
        inbox.replay(again.since() == null ? parked : parked.since(again.since()), Who.terminal());
    inbox.finish();
    long after = count(inbox.standing(State.PARKED));
    lines.add(
        "Replayed   %s; parked before: %s, now: %s."
            .formatted(Say.counted(run, "delivery"), Say.count(before), Say.count(after)));
  }

  private void database() {
    List<String> damages = stored.storage().damages();
    String place = stored.storage().place();
    if (damages.isEmpty()) {
      lines.add("Database   %s is sound.".formatted(place));
      return;
    }
    exit = Exit.BAD_INPUT;
    lines.add("Database   %s is damaged; stop Pilothouse and put back a backup:".formatted(place));
    damages.forEach(damage -> lines.add("           " + damage));
  }

  private void notices() {
    long dead = stored.notices().dead();
    lines.add(
        "Notices    "
            + (dead == 0
                ? "none was given up."
                : Say.counted(dead, "message") + " could not be delivered; /notices shows why."));
    if (dead > 0) {
      look();
    }
  }

  private void journal() {
    Check check = stored.journal().verify(null);
    List<String> found = JournalCommand.lines(check);
    lines.add("Journal    " + found.getFirst());
    found.stream().skip(1).forEach(line -> lines.add("           " + line));
    if (!check.isWhole()) {
      look();
      lines.add("           Look at a backup from before; the database was changed by hand.");
    }
  }

  private void disk() {
    try {
      FileStore disk = Files.getFileStore(settings.data());
      long free = disk.getUsableSpace();
      lines.add(
          "Disk       %s of %s are free for %s%s."
              .formatted(
                  size(free),
                  size(disk.getTotalSpace()),
                  settings.data(),
                  free < LITTLE ? ", which is little: free some space" : ""));
      if (free < LITTLE) {
        look();
      }
    } catch (IOException e) {
      lines.add("Disk       nobody can tell how much is free: " + e.getMessage() + ".");
      look();
    }
  }

  private static String size(long bytes) {
    return Say.number(bytes / (double) (1 << 30)) + " GiB";
  }

  private void deliveries() {
    Inbox inbox = stored.inbox();
    Map<String, Long> waiting = inbox.standing(State.WAITING);
    Map<String, Long> parked = inbox.standing(State.PARKED);
    lines.add("Waiting    " + said(waiting) + (waiting.isEmpty() ? "" : ", which `up` works off."));
    lines.add("Parked     " + said(parked) + (parked.isEmpty() ? "" : ":"));
    if (parked.isEmpty()) {
      return;
    }
    look();
    for (Kept one : inbox.newest(null, State.PARKED, Long.MAX_VALUE, SHOWN)) {
      lines.add(
          "           delivery %d from %s: %s".formatted(one.id(), one.source(), one.reason()));
    }
    if (count(parked) > SHOWN) {
      lines.add("           … and %s more.".formatted(Say.count(count(parked) - SHOWN)));
    }
    lines.add("           pilothouse doctor --replay runs them again; /sources shows each.");
  }

  private void look() {
    exit = Math.max(exit, Exit.LIMIT_MET);
  }

  private static String said(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return "nothing.";
    }
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (source, count) -> parts.add(Say.counted(count, "delivery") + " from " + source));
    return String.join(", ", parts);
  }

  private static long count(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
