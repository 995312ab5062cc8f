package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.delivery.Rollout.Repositories;

/** The merged change requests, each with the commits of its branch. */
final class Requests {
  /** Ends with {@code (#12)} or {@code !12}, or begins as a merge of a pull request does. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\(#(\\d{1,9})\\)\\s*$|^Merge pull request #(\\d{1,9})\\b|(?:^|[\\s(])!(\\d{1,9})\\)?\\s*$");

  final List<ChangeRequest> merged = new ArrayList<>();
  private final List<List<CommitRef>> commits = new ArrayList<>();
  private final Map<String, Integer> byNumber = new HashMap<>();
  private final List<String> repositories = new ArrayList<>();
  private boolean numbered;
  private boolean severalRepositories;

  private Requests(ServiceFacts facts) {
    facts.changes().stream().filter(change -> change.mergedAt() != null).forEach(merged::add);
    Map<String, Push> pushes = new HashMap<>();
    if (merged.stream().anyMatch(request -> request.commits().isEmpty())) {
      facts.pushes().forEach(push -> pushes.put(push.after(), push));
    }
    for (int r = 0; r < merged.size(); r++) {
      ChangeRequest request = merged.get(r);
      commits.add(request.commits().isEmpty() ? pushed(request, pushes) : request.commits());
      String before = r == 0 ? null : merged.get(r - 1).repository();
      boolean same = r > 0 && Objects.equals(before, request.repository());
      repositories.add(same ? repositories.getLast() : Repositories.name(request.repository()));
    }
  }

  static Requests of(Dossier dossier) {
    return new Requests(dossier.facts);
  }

  /** The commits of its branch, as far as anybody told of them. */
  List<CommitRef> commits(int request) {
    return commits.get(request);
  }

  /** The name of its repository, without host and owner. */
  String repository(int request) {
    return repositories.get(request);
  }

  /** What was pushed to the request's branch, followed back from its head. */
  private static List<CommitRef> pushed(ChangeRequest request, Map<String, Push> pushes) {
    List<CommitRef> found = new ArrayList<>();
    String at = request.headRevision();
    for (int steps = 0; at != null && steps < 1_000; steps++) {
      Push push = pushes.get(at);
      if (push == null || Boolean.TRUE.equals(push.main()) || !isOf(request, push)) {
        break;
      }
      found.addAll(push.commits());
      at = push.before();
    }
    return found;
  }

  private static boolean isOf(ChangeRequest request, Push push) {
    return push.branch().equals(request.branch())
        && Repositories.name(push.repository()).equals(Repositories.name(request.repository()));
  }

  private void number() {
    numbered = true;
    severalRepositories = repositories.stream().distinct().count() > 1;
    for (int r = 0; r < merged.size(); r++) {
      byNumber.merge(number(merged.get(r).number(), repositories.get(r)), r, (a, b) -> -1);
    }
  }

  private String number(int number, String repository) {
    return severalRepositories ? number + "\n" + repository : "" + number;
  }

  /** The request whose number a commit's subject names; -1 for none. */
  int named(String subject, @Nullable String repository) {
    if (subject.indexOf('#') < 0 && subject.indexOf('!') < 0) {
      return -1;
    }
    Matcher matcher = NUMBER.matcher(subject);
    if (!matcher.find()) {
      return -1;
    }
    String digits = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    digits = digits == null ? matcher.group(3) : digits;
    if (!numbered) {
      number();
    }
    int number = Integer.parseInt(digits);
    String name = Repositories.name(repository);
    return number == 0 ? -1 : byNumber.getOrDefault(number(number, name), -1);
  }

  /** The author time of a commit in epoch milliseconds. */
  static long writtenAt(CommitRef commit) {
    Instant at = commit.authoredAt();
    return at == null ? Load.Brought.UNWRITTEN : at.toEpochMilli();
  }

  /** When work on a request began: its first commit, or its opening where none is dated. */
  static long begun(ChangeRequest request, List<CommitRef> commits) {
    long first = Long.MAX_VALUE;
    for (CommitRef commit : commits) {
      long at = writtenAt(commit);
      first = at == Load.Brought.UNWRITTEN ? first : Math.min(first, at);
    }
    return first == Long.MAX_VALUE ? RequestMetrics.opened(request) : first;
  }
}
