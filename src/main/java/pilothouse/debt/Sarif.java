package pilothouse.debt;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import pilothouse.evidence.files.BadFile;
import pilothouse.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what analysis found, as SARIF 2.1.0, in one pass and in bounded memory: what is kept is a
 * group for each rule and area of a repository, which becomes one item. Results that tools took
 * back, suppressed or found not to be so are left out; the same result twice counts once.
 */
final class Sarif {
  static final String KIND = "sarif";

  /** Beyond so many groups, a file is to be split. */
  static final int GROUPS = 20_000;

  private static final int DEPTH = 100;
  private static final int TEXT = 4 << 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(TEXT).build())
          .build();

  private final String repository;
  private final UnaryOperator<String> areas;
  private final Tally tally;
  private final Map<String, SarifGroup> groups = new LinkedHashMap<>();
  private final Hashes seen = new Hashes();
  private int runs;
  private long results;
  private boolean nameless;

  private Sarif(String repository, UnaryOperator<String> areas, Tally tally) {
    this.repository = repository;
    this.areas = areas;
    this.tally = tally;
  }

  /**
   * All groups as items of a repository.
   *
   * @param areas to which area of the repository a path belongs
   * @throws BadFile where it is no SARIF at all
   */
  static List<Incoming> read(
      InputStream in, String repository, UnaryOperator<String> areas, Tally tally)
      throws IOException {
    Sarif sarif = new Sarif(repository, areas, tally);
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      sarif.log(json);
    } catch (JacksonException broken) {
      sarif.broken(broken);
    }
    if (sarif.runs == 0) {
      throw new BadFile(Texts.say("debt.sarif.no-runs"), Texts.say("debt.sarif.export"));
    }
    return sarif.incoming();
  }

  /** What was read before counts; the rest is refused with the line where it ends. */
  private void broken(JacksonException why) {
    var at = why.getLocation();
    tally.breakOff();
    tally.refuse(
        at == null ? 0 : Math.max(0, at.getLineNr()),
        Texts.say("debt.sarif.after", results),
        Texts.say(nameless ? "debt.sarif.broken-run" : "debt.sarif.broken"),
        Texts.say("debt.sarif.export"));
  }

  private void log(JsonParser json) {
    json.nextToken();
    JsonWalk.members(
        json,
        name -> {
          if (name.equals("runs")) {
            JsonWalk.elements(json, () -> run(json));
          } else {
            json.skipChildren();
          }
        });
  }

  /** What was found before a file breaks off counts, too, where it is known whose finding it is. */
  private void run(JsonParser json) {
    runs++;
    SarifRun run = new SarifRun();
    nameless = true;
    try {
      JsonWalk.members(json, name -> part(name, json, run));
      nameless = false;
    } finally {
      nameless &= !run.isNamed();
      if (!nameless) {
        run.groups(groups);
      }
    }
  }

  private void part(String name, JsonParser json, SarifRun run) {
    switch (name) {
      case "tool" -> run.tool(json);
      case "artifacts" -> run.artifacts(json);
      case "originalUriBaseIds" -> run.bases(json);
      case "results" -> JsonWalk.elements(json, () -> result(json, run));
      default -> json.skipChildren();
    }
  }

  private void result(JsonParser json, SarifRun run) {
    results++;
    long line = json.currentTokenLocation().getLineNr();
    SarifResult result = SarifResult.read(json);
    if (result.isLeftOut()) {
      return;
    }
    if (result.rule().isEmpty()) {
      refuse(line, Texts.say("debt.sarif.no-rule"), Texts.say("debt.sarif.name-it"));
    } else if (seen.size() >= Hashes.MOST) {
      refuse(line, Texts.say("debt.sarif.too-many", Hashes.MOST), Texts.say("debt.take.split"));
    } else if (!run.take(result, seen, areas, GROUPS - groups.size())) {
      refuse(line, Texts.say("debt.sarif.too-many-groups", GROUPS), Texts.say("debt.take.split"));
    }
  }

  private void refuse(long line, String why, String mend) {
    tally.refuse(line, Texts.say("debt.sarif.result", results), why, mend);
  }

  private List<Incoming> incoming() {
    List<Incoming> all = new ArrayList<>();
    for (SarifGroup group : groups.values()) {
      all.add(group.incoming(repository));
      tally.folders(group.isFolder() ? 1 : 0);
    }
    return all;
  }
}
