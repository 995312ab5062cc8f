package pilothouse.evidence.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Shelf.Held;

/** Puts together what was finished in one window. */
final class Finishing {
  private final Shelf.Now now;
  private final Instant from;
  private final Instant until;
  private final Map<String, Piece> issues = new LinkedHashMap<>();
  private final List<Piece> alone = new ArrayList<>();
  private final Map<String, Optional<Landed>> landed = new HashMap<>();
  private final Set<String> numbers = new LinkedHashSet<>();

  private Finishing(Shelf.Now now, Instant from, Instant until) {
    this.now = now;
    this.from = from;
    this.until = until;
  }

  static List<Work> of(Shelf.Now now, Instant from, Instant until) {
    Finishing all = new Finishing(now, from, until);
    all.issues();
    all.changes();
    all.commits();
    List<Work> works = new ArrayList<>();
    all.issues.values().forEach(piece -> works.add(piece.work()));
    all.alone.forEach(piece -> works.add(piece.work()));
    works.sort(Comparator.comparing(Work::finished).reversed().thenComparing(Work::key));
    return List.copyOf(works);
  }

  private boolean isIn(@Nullable Instant at) {
    return at != null && !at.isBefore(from) && at.isBefore(until);
  }

  private void issues() {
    for (Held<WorkItem> held : now.items()) {
      WorkItem item = held.thing();
      Instant closed = item.closedAt();
      if (item.isTold() && item.isDone() && closed != null && isIn(closed)) {
        issues.put(item.key(), Piece.of(held, closed));
      }
    }
  }

  private void changes() {
    List<Held<ChangeRequest>> merged =
        now.merged().stream().filter(held -> isIn(held.thing().mergedAt())).toList();
    Map<String, List<String>> revisions = new HashMap<>();
    for (Held<ChangeRequest> held : merged) {
      numbers.add(held.path() + "#" + held.thing().number());
      revisions
          .computeIfAbsent(held.path(), path -> new ArrayList<>())
          .addAll(revisions(held.thing()));
    }
    issues.values().forEach(piece -> revisions.putIfAbsent(piece.path(), List.of()));
    revisions.forEach((path, wanted) -> landed.put(path, landed(path, wanted)));
    merged.forEach(this::change);
  }

  private Optional<Landed> landed(String path, List<String> wanted) {
    History history = path.isEmpty() ? null : now.histories().apply(path);
    return Optional.ofNullable(history).map(it -> Landed.of(it, wanted));
  }

  private static List<String> revisions(ChangeRequest change) {
    List<String> revisions =
        new ArrayList<>(change.commits().stream().map(CommitRef::revision).toList());
    String merged = change.mergeRevision();
    if (merged != null) {
      revisions.add(merged);
    }
    return revisions;
  }

  private void change(Held<ChangeRequest> held) {
    Landed here = landed.getOrDefault(held.path(), Optional.empty()).orElse(null);
    int[] commits = here == null ? new int[0] : here.claim(revisions(held.thing()));
    List<Held<WorkItem>> named = new Linking(now.names(), here).of(held, commits);
    Piece piece =
        named.stream()
            .map(item -> issues.get(item.thing().key()))
            .filter(it -> it != null)
            .findFirst()
            .orElse(null);
    if (piece == null) {
      piece = Piece.of(held, named);
      alone.add(piece);
    }
    piece.add(held.thing(), here, commits);
  }

  /** What was committed for an issue without a change request is part of it. */
  private void commits() {
    landed.forEach((path, here) -> here.ifPresent(it -> commits(path, it)));
  }

  private void commits(String path, Landed here) {
    Commits commits = here.history().commits();
    for (int commit = 0; commit < commits.size(); commit++) {
      boolean isIn =
          commits.committedAt()[commit] >= from.getEpochSecond()
              && commits.committedAt()[commit] < until.getEpochSecond();
      if (isIn && commits.onHead().get(commit) && !here.isClaimed(commit)) {
        commit(path, here, commit);
      }
    }
  }

  private void commit(String path, Landed here, int commit) {
    List<Reference> references = References.in(here.subject(commit));
    boolean isOfChange =
        references.stream().anyMatch(it -> numbers.contains(path + "#" + it.number()));
    for (Reference reference : isOfChange ? List.<Reference>of() : references) {
      Held<WorkItem> item = now.names().find(reference, path, path);
      Piece piece = item == null ? null : issues.get(item.thing().key());
      if (piece != null) {
        piece.touched(here.lines(commit), here.paths(Piece.PATHS, commit));
        return;
      }
    }
  }
}
