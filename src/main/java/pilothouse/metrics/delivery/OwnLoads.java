package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.metrics.delivery.Load.Brought;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.metrics.delivery.Story.Match;

/** What a merge brought that counts as a deployment: the commits of its own branch. */
final class OwnLoads {
  private final Map<String, Load> byKey = new HashMap<>();

  OwnLoads(Dossier dossier) {
    Requests requests = dossier.once(Requests.class, Requests::of);
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      List<Brought> changes = new ArrayList<>();
      for (CommitRef commit : requests.commits(r)) {
        long at = Requests.writtenAt(commit);
        changes.add(new Brought(-1, commit.revision(), request, Match.COMMIT, at, false));
      }
      if (changes.isEmpty()) {
        String revision = request.mergeRevision();
        changes.add(new Brought(-1, revision, request, Match.COMMIT, Brought.UNWRITTEN, false));
      }
      byKey.put(request.key(), new Load(Course.FORWARD, changes, null, 0, false));
    }
  }

  Load of(Rollout rollout) {
    Load load = byKey.get(rollout.key());
    return load == null ? Load.none(Course.UNKNOWN, Load.Out.UNKNOWN) : load;
  }
}
