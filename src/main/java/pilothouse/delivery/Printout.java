package pilothouse.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Csv;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Bridge;
import pilothouse.views.Happened;
import pilothouse.views.Shown;
import pilothouse.views.Stretch;
import pilothouse.web.Json;
import pilothouse.web.Refused;

/** The numbers of delivery for a terminal: as text, as JSON, as CSV. */
final class Printout {
  private final Ground ground;
  private final Lookouts lookouts;
  private final Asked asked;
  private final Lookout all;

  Printout(Ground ground, Asked asked) {
    this.ground = ground;
    this.lookouts = new Lookouts(() -> ground, Bridge::nowhere);
    this.asked = asked;
    Stretch stretch =
        Stretch.of(null, asked.from(), asked.to(), ground.clock().instant(), ground.zone());
    this.all =
        new Lookout("", "", stretch, AddressWords.definition(asked.definition()), Reader.ENGINEER);
  }

  /** All of it. */
  String text() {
    String system = asked.system();
    String why = asked.why();
    if (why != null) {
      if (system == null) {
        throw Refused.bad(
            Texts.say("delivery.printout.why-needs-a-system"),
            Texts.say("delivery.printout.name-one-as-in"));
      }
      return why(all.at(lookouts.named(system)), AddressWords.metric(why));
    }
    List<String> names =
        system == null ? ground.services().names() : List.of(lookouts.named(system));
    return switch (asked.form()) {
      case JSON -> json(names);
      case CSV -> csv(names);
      case TEXT -> table(names);
    };
  }

  private String table(List<String> names) {
    StringBuilder text = new StringBuilder();
    if (names.isEmpty()) {
      return "Nothing is told of deployments in %s yet; `pilothouse up` and its page /delivery say how, --data names another folder.\n"
          .formatted(ground.storage().place());
    }
    for (String name : names) {
      Lookout look = all.at(name);
      Bearing bearing = new Bearing(ground, look);
      String instead = bearing.metrics().instead().map(word -> "; " + word).orElse("");
      text.append(text.isEmpty() ? "" : "\n");
      text.append(
          "%s, %s, %s%s%n".formatted(name, look.when(), look.definition().title(), instead));
      for (String id : ids()) {
        text.append(line(look, bearing.read(id)));
      }
    }
    return text.toString();
  }

  /** The five of many systems; every metric of one. */
  private List<String> ids() {
    return asked.system() == null
        ? ServiceMetrics.FIVE
        : ServiceMetrics.catalogue().stream().map(Metric::id).toList();
  }

  private static String line(Lookout look, Reading reading) {
    String unknown = reading.unknown();
    String says =
        unknown == null ? Happened.says(reading, look.window().zone()) : Say.sentence(unknown);
    return "  %-47s %16s  %-32s %s%n"
        .formatted(
            reading.metric().name(),
            Shown.say(reading),
            Words.of(reading),
            says.isEmpty() ? "" : says + ".");
  }

  private String csv(List<String> names) {
    Csv csv = new Csv(SystemPages.HEADINGS);
    for (String name : names) {
      Lookout look = all.at(name);
      Bearing bearing = new Bearing(ground, look);
      ids().forEach(id -> csv.row(SystemPages.cells(look, bearing.read(id))));
    }
    return csv.text();
  }

  private String json(List<String> names) {
    List<MetricAnswers.Told> told = new ArrayList<>();
    for (String name : names) {
      Lookout look = all.at(name);
      Bearing bearing = new Bearing(ground, look);
      ids().forEach(id -> told.add(MetricAnswers.told(look, bearing.read(id))));
    }
    return new String(Json.bytes(told), StandardCharsets.UTF_8);
  }

  private String why(Lookout look, Metric metric) {
    Reading reading = new Bearing(ground, look).read(metric.id());
    String unknown = reading.unknown();
    StringBuilder text = new StringBuilder();
    text.append("%s of %s: %s%n".formatted(metric.name(), look.system(), Shown.say(reading)));
    text.append(unknown == null ? "" : Say.sentence(unknown) + ".\n");
    Receipt receipt = reading.receipt();
    text.append(receipt.says()).append("\n\n").append(String.join("\t", receipt.columns()));
    text.append('\n');
    for (int row = 0; row < receipt.size(); row++) {
      text.append(
          String.join("\t", receipt.row().apply(row).stream().map(Receipt.Cell::text).toList()));
      text.append('\n');
    }
    text.append("\nLeft out:\n");
    for (Ledger.LeftOut entry : reading.ledger().entries()) {
      text.append("%8s  %s%n".formatted(Say.count(entry.count()), entry.why()));
    }
    return reading.ledger().entries().isEmpty()
        ? text.append("nothing\n").toString()
        : text.toString();
  }
}
