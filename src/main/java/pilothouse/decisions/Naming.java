package pilothouse.decisions;

import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/** What those are called whom turns know by their ids. */
interface Naming {
  String owner(String id);

  String decision(String id);

  String council(String id);

  String limit(Limit limit, Decision of);

  /** A rubric in one of its versions, with its questions and how they were answered. */
  default String rated(String mark, Map<String, Boolean> answers) {
    return Rated.says(docket(), mark, answers);
  }

  Docket docket();

  String day(LocalDate day);

  /** A word of ours; its text is that of the key before it. */
  String word(String key, String word);

  /** As the journal keeps it, for all who may look at the decision's place. */
  record Kept(Docket docket, Handle rows) implements Naming {
    @Override
    public String owner(String id) {
      return docket.promises().owners().name(id);
    }

    @Override
    public String decision(String id) {
      return DecisionRows.one(rows, id).name();
    }

    @Override
    public String council(String id) {
      return CouncilRows.all(rows).stream()
          .filter(one -> one.id().equals(id))
          .map(Council::title)
          .findFirst()
          .orElse("");
    }

    @Override
    public String limit(Limit limit, Decision of) {
      return limit.gauge().isElsewhere(of.place())
          ? limit.words()
          : limit.gauge().text() + " " + limit.words();
    }

    @Override
    public String day(LocalDate day) {
      return day.toString();
    }

    @Override
    public String word(String key, String word) {
      return word;
    }
  }

  /** As a page says it to somebody; owners are asked for once. */
  record Shown(Docket docket, DecisionShelf shelf, Caller caller, Map<String, String> owners)
      implements Naming {
    @Override
    public String owner(String id) {
      return owners.computeIfAbsent(id, docket.promises().owners()::name);
    }

    @Override
    public String decision(String id) {
      return shelf
          .find(docket.storage(), id, caller)
          .map(one -> one.name() + " " + one.title())
          .orElse("");
    }

    @Override
    public String council(String id) {
      return new CouncilDesk(docket).find(id).map(Council::title).orElse("");
    }

    @Override
    public String limit(Limit limit, Decision of) {
      return caller.sees(limit.gauge().where())
          ? limit.says(docket)
          : Texts.say("decisions.history.elsewhere");
    }

    @Override
    public String day(LocalDate day) {
      return Say.day(day);
    }

    @Override
    public String word(String key, String word) {
      return word.isEmpty() ? "" : Texts.say(key + word);
    }
  }
}
