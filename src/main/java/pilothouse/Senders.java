package pilothouse;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.cloudevents.CloudEvents;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.github.GithubHooks;
import pilothouse.evidence.gitlab.GitlabHooks;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.incidents.Alertmanager;
import pilothouse.evidence.incidents.PagerDuty;
import pilothouse.evidence.otlp.Traces;
import pilothouse.evidence.own.OwnSources;
import pilothouse.evidence.prometheus.Exposition;

/** Every kind of sender that may deliver, in the order in which they are shown. */
final class Senders {
  private Senders() {}

  /**
   * All of them.
   *
   * @param incidents which labels make an issue an incident
   */
  static List<Source> all(IncidentLabels incidents) {
    List<Source> all = new ArrayList<>();
    all.add(GithubHooks.source(incidents));
    all.add(GitlabHooks.source(incidents));
    all.add(new CloudEvents());
    all.add(new Traces());
    all.add(new Alertmanager());
    all.add(new PagerDuty());
    all.add(new Exposition());
    all.addAll(OwnSources.all());
    return List.copyOf(all);
  }
}
