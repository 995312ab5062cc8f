package pilothouse.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Told;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.systems.Resolution;
import pilothouse.text.Addresses;
import pilothouse.web.Where;

/** Incidents by their title, changes and work by number and title, as far as sources told any. */
final class Happenings {
  private static final int AT_ONCE = 5_000;
  private final Findable ground;

  Happenings(Findable ground) {
    this.ground = ground;
  }

  /** What was told after a moment, and that moment now. */
  record News(List<Document> documents, long last) {}

  News incidents(long after) {
    return news(Incident.class, after, this::of);
  }

  News changes(long after) {
    return news(ChangeRequest.class, after, this::of);
  }

  News work(long after) {
    return news(WorkItem.class, after, this::of);
  }

  private <F extends Fact> News news(
      Class<F> kind, long after, Function<F, @Nullable Document> read) {
    Map<String, Document> found = new LinkedHashMap<>();
    long last = after;
    List<Told<F>> told;
    do {
      told = ground.facts().told(kind, last, AT_ONCE);
      for (Told<F> one : told) {
        last = one.seq();
        Document document = read.apply(one.fact());
        if (document != null) {
          found.put(document.key(), document);
        }
      }
    } while (told.size() == AT_ONCE);
    return new News(new ArrayList<>(found.values()), last);
  }

  private @Nullable Document of(Incident incident) {
    String title = incident.title();
    String system = system(incident.service(), incident.repository(), incident.key());
    return title == null || title.isBlank() || system.isEmpty()
        ? null
        : Document.of(
            Kind.INCIDENT,
            incident.key(),
            title,
            system,
            "/delivery/" + Addresses.slug(system) + "#incidents",
            Where.system(system));
  }

  private @Nullable Document of(ChangeRequest change) {
    String system = system(null, change.repository(), change.key());
    String title = change.title() == null ? "" : change.title();
    if (system.isEmpty() || (title.isBlank() && change.number() == 0)) {
      return null;
    }
    String number = change.number() == 0 ? "" : "#" + change.number() + " ";
    return Document.of(
        Kind.CHANGE,
        change.key(),
        (number + title).strip(),
        system,
        "/delivery/" + Addresses.slug(system) + "/changes",
        Where.system(system));
  }

  /** Work by its number and title; its own page is where it was written down. */
  private @Nullable Document of(WorkItem item) {
    String title = item.title();
    if (title == null || title.isBlank()) {
      return null;
    }
    String system = system(item.service(), item.repository(), item.key());
    String number = item.number();
    String url = item.url();
    boolean leads = url != null && url.matches("https?://[^\\s\"<>]{1,900}");
    return Document.of(
        Kind.WORK,
        item.key(),
        number == null ? title : (number.matches("\\d+") ? "#" : "") + number + " " + title,
        system,
        url != null && leads ? url : "/allocation",
        system.isEmpty() ? Where.ORGANISATION : Where.system(system));
  }

  private String system(@Nullable String service, @Nullable String repository, String key) {
    int hash = key.indexOf('#');
    String from = repository == null && hash > 0 ? key.substring(0, hash) : repository;
    return ground.systems().rules().system(service, from).map(Resolution::system).orElse("");
  }
}
