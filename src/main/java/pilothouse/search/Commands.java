package pilothouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.metrics.Metric;
import pilothouse.text.Texts;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** What the program itself has to find: its pages, in the reader's language, and its formulas. */
final class Commands {
  private final Searches.Offer offer;

  Commands(Searches.Offer offer) {
    this.offer = offer;
  }

  List<Document> of(Kind kind) {
    return kind == Kind.PAGE ? pages() : metrics();
  }

  private List<Document> pages() {
    return offer.pages().stream()
        .map(page ->
            new Document(
                Kind.PAGE,
                page.text(),
                Texts.say(page.text()),
                page.also().isEmpty() ? "" : Texts.say(page.also()),
                page.address(),
                page.permission(),
                page.where()))
        .toList();
  }

  private List<Document> metrics() {
    List<Document> all = new ArrayList<>();
    offer.ofRepositories().forEach(metric -> all.add(metric("", metric)));
    offer.ofSystems().forEach(metric -> all.add(metric("system-", metric)));
    return all;
  }

  private static Document metric(String prefix, Metric metric) {
    return new Document(
        Kind.METRIC,
        metric.id(),
        metric.name(),
        Stream.of(metric.question(), metric.formula()).reduce("", (a, b) -> (a + " " + b).strip()),
        "/formulas#" + prefix + metric.id(),
        Permission.READ,
        Where.ANYWHERE);
  }
}
