package pilothouse.reliability;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Judges the documents of a file by those that are kept, and by one another. */
final class Taken {
  /** So many documents are kept. */
  static final int MOST = 2_000;

  /** The document that each objective is of, by its name. */
  private final Map<String, String> owners = new HashMap<>();

  private final Map<String, List<Objective>> kept = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> here = new HashSet<>();

  Taken(List<ObjectiveRows.Row> rows, ZoneId zone) {
    for (ObjectiveRows.Row row : rows) {
      String text = row.text() == null ? "" : row.text();
      texts.put(row.name(), text);
      OpenSlo.read(row.name(), text, zone).documents().forEach(this::know);
    }
  }

  /** What was kept of that name before this file; null where nothing was. */
  @Nullable String text(String name) {
    return texts.get(name);
  }

  private void know(OpenSlo.Document document) {
    kept.put(document.name(), document.objectives());
    document.objectives().forEach(one -> owners.put(one.name(), document.name()));
  }

  /** Why one cannot be taken; null where it can. */
  Receipt.@Nullable Line refusal(OpenSlo.Document document, Predicate<Where> mayAt) {
    String name = document.name();
    if (!here.add(name)) {
      return Receipt.Line.refused(
          name, Texts.say("reliability.take.twice"), Texts.say("reliability.take.rename"));
    }
    List<Objective> before = kept.getOrDefault(name, List.of());
    boolean isAllowed =
        document.objectives().stream().map(Objective::place).allMatch(mayAt)
            && before.stream().map(Objective::place).allMatch(mayAt);
    if (!isAllowed) {
      return Receipt.Line.refused(
          name, Texts.say("reliability.take.not-yours"), Texts.say("web.sent.ask-for-a-role"));
    }
    for (Objective one : document.objectives()) {
      if (!owners.getOrDefault(one.name(), name).equals(name)) {
        return Receipt.Line.refused(
            name,
            Texts.say("reliability.take.taken", one.name()),
            Texts.say("reliability.take.rename"));
      }
    }
    if (before.isEmpty() && kept.size() >= MOST) {
      return Receipt.Line.refused(
          name,
          Texts.say("reliability.take.full", Say.count(MOST)),
          Texts.say("reliability.take.retire"));
    }
    know(document);
    return null;
  }
}
