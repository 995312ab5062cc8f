package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.ServiceFacts;

/**
 * What reviews by others tell of each change request; programs' reviews and the author's own do not
 * count.
 */
final class Reviewing {
  private final ServiceFacts facts;
  private final Map<String, List<Review>> byChange = new HashMap<>();

  static Reviewing of(Dossier dossier) {
    return new Reviewing(dossier.facts);
  }

  private Reviewing(ServiceFacts facts) {
    this.facts = facts;
    for (Review review : facts.reviews()) {
      if (review.change() != null && review.submittedAt() != null) {
        byChange.computeIfAbsent(review.change(), key -> new ArrayList<>()).add(review);
      }
    }
  }

  /** The reviews of a request by others, by time. */
  List<Review> of(ChangeRequest request) {
    List<Review> all = byChange.getOrDefault(request.key(), List.of());
    if (all.isEmpty()) {
      return all;
    }
    List<Review> others = new ArrayList<>(all.size());
    for (Review review : all) {
      String reviewer = review.reviewer();
      boolean own = reviewer != null && reviewer.equalsIgnoreCase(request.author());
      if (!own && !facts.isBot(reviewer)) {
        others.add(review);
      }
    }
    others.sort(Comparator.comparingLong(Reviewing::at).thenComparing(Review::key));
    return others;
  }

  static long at(Review review) {
    Instant at = review.submittedAt();
    return at == null ? 0 : at.toEpochMilli();
  }

  /** When it could be reviewed: ready or, where nobody said so, opened; null for a draft. */
  static @Nullable Instant ready(ChangeRequest request) {
    if (request.readyAt() != null) {
      return request.readyAt();
    }
    return Boolean.TRUE.equals(request.draft()) ? null : request.openedAt();
  }

  /** The first review by somebody else from a moment on; where only its time is known, that. */
  @Nullable Instant first(ChangeRequest request, Instant from) {
    List<Review> reviews = of(request);
    for (Review review : reviews) {
      if (at(review) >= from.toEpochMilli()) {
        return review.submittedAt();
      }
    }
    boolean told = byChange.containsKey(request.key());
    Instant first = request.firstReviewAt();
    return told || first == null || first.isBefore(from) ? null : first;
  }

  /** Whether somebody else reviewed it at all. */
  boolean isReviewed(ChangeRequest request) {
    return byChange.containsKey(request.key())
        ? !of(request).isEmpty()
        : request.firstReviewAt() != null;
  }

  /** The last approval before it was merged. */
  @Nullable Instant approved(ChangeRequest request) {
    Instant merged = request.mergedAt();
    Instant approved = null;
    for (Review review : of(request)) {
      boolean early = merged == null || at(review) <= merged.toEpochMilli();
      if (review.state() == Review.State.APPROVED && early) {
        approved = review.submittedAt();
      }
    }
    return approved;
  }

  /**
   * How often it went to its reviewers: once, and once more after each request for changes.
   * Requests without a commit between them belong together, as far as commits are known.
   */
  int rounds(ChangeRequest request, List<CommitRef> commits) {
    int rounds = 1;
    long last = Long.MIN_VALUE;
    for (Review review : of(request)) {
      if (review.state() == Review.State.CHANGES_REQUESTED) {
        rounds += last == Long.MIN_VALUE || isBetween(commits, last, at(review)) ? 1 : 0;
        last = at(review);
      }
    }
    return rounds;
  }

  private static boolean isBetween(List<CommitRef> commits, long from, long to) {
    boolean known = false;
    for (CommitRef commit : commits) {
      long at = Requests.writtenAt(commit);
      known |= at != Load.Brought.UNWRITTEN;
      if (at > from && at <= to) {
        return true;
      }
    }
    return !known;
  }
}
