package pilothouse.debt;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All that stands in an item, by field, so that the journal tells what a change did. */
record Facts(Ledger ledger, Handle rows) {
  private static final String BETWEEN = " to ";

  Map<String, String> of(Item item) {
    Words words = item.words();
    Map<String, String> all = new HashMap<>();
    all.put("title", words.title());
    all.put("description", words.says());
    all.put("place", words.place().text());
    all.put("spots", String.join("; ", words.spots().stream().map(Spot::text).toList()));
    all.put("kind of debt", words.nature().word());
    all.put("does", words.effect().word());
    all.put("severity", words.severity().word());
    all.put("owner", owner(words.owner()));
    all.put("comes from", words.origin());
    all.put("outcome", words.outcome());
    all.put("hours to mend", hours(words.principal()));
    all.put("estimated by", words.principalBy());
    all.put("hours a week", hours(words.interest()));
    all.put("needs before", numbers(words));
    all.put("state", item.state().name().toLowerCase(Locale.ROOT));
    item.turns().stream().reduce((_, later) -> later).ifPresent(turn -> all.putAll(of(turn)));
    all.put(
        "sources",
        item.seen().stream()
            .map(one -> one.kind() + " " + (one.address().isEmpty() ? one.mark() : one.address()))
            .collect(Collectors.joining("; ")));
    return all;
  }

  /** What the last turn said: it ends with the next one. */
  private Map<String, String> of(Turn turn) {
    LocalDate day = turn.day();
    Map<String, String> all = new HashMap<>();
    all.put("until", day == null ? "" : day.toString());
    all.put("cost then", hours(turn.cost()));
    switch (turn.kind()) {
      case CLOSED -> all.put("how", turn.about());
      case INCIDENT -> all.put("incident", turn.about());
      case JOINED -> all.put("same as", DebtRows.one(rows, turn.about()).name());
      default -> {}
    }
    return all;
  }

  private String owner(String id) {
    return id.isEmpty() ? "" : ledger.promises().owners().name(id);
  }

  private static String hours(@Nullable Hours hours) {
    return hours == null ? "" : hours.low() + BETWEEN + hours.high();
  }

  private static String numbers(Words words) {
    return words.requires().stream().map(one -> "TD-" + one).collect(Collectors.joining(", "));
  }
}
