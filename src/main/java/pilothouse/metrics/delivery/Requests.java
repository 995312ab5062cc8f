package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final boolean severalRepositories;

  private Requests(ServiceFacts facts) {
    facts.changes().stream().filter(change -> change.mergedAt() != null).forEach(merged::add);
    severalRepositories =
        merged.stream().map(r -> Repositories.name(r.repository())).distinct().count() > 1;
    Map<String, Push> pushes = new HashMap<>();
    if (merged.stream().anyMatch(request -> request.commits().isEmpty())) {
      facts.pushes().forEach(push -> pushes.put(push.after(), push));
    }
    for (int r = 0; r < merged.size(); r++) {
      ChangeRequest request = merged.get(r);
      commits.add(request.commits().isEmpty() ? pushed(request, pushes) : request.commits());
      byNumber.merge(number(request.number(), request.repository()), r, (a, b) -> -1);
    }
  }

  static Requests of(Dossier dossier) {
    return new Requests(dossier.facts);
  }

  /** The commits of its branch, as far as anybody told of them. */
  List<CommitRef> commits(int request) {
    return commits.get(request);
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

  private String number(int number, @Nullable String repository) {
    return severalRepositories ? number + "\n" + Repositories.name(repository) : "" + number;
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
    int number = Integer.parseInt(digits);
    return number == 0 ? -1 : byNumber.getOrDefault(number(number, repository), -1);
  }

  /** The author time of a commit in epoch milliseconds. */
  static long writtenAt(CommitRef commit) {
    Instant at = commit.authoredAt();
    return at == null ? Load.Brought.UNWRITTEN : at.toEpochMilli();
  }
}
