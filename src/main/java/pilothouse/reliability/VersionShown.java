package pilothouse.reliability;

import java.util.List;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/** One time that an objective was declared, changed or taken away. */
public record VersionShown(String says, String why) {
  static List<VersionShown> of(Objectives here, Objective one, Caller caller) {
    return here.register().history(one.document()).stream()
        .map(row -> {
          String key =
              row.text() == null
                  ? "reliability.version.retired"
                  : row.number() == 1
                      ? "reliability.version.declared"
                      : "reliability.version.changed";
          String by = Named.by(caller, one.place(), row.who());
          return new VersionShown(Texts.say(key, Say.time(row.at(), here.zone()), by), row.why());
        })
        .toList();
  }
}
