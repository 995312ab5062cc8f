package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Quarters: the next one opens when the last one is closed, and that needs each score. */
record Quarters(Deck deck) {
  List<Quarter> all(Caller caller) {
    return deck.storage().read(QuarterRows::all).stream()
        .filter(quarter -> caller.sees(quarter.where()))
        .toList();
  }

  Optional<Quarter> find(String id) {
    return deck.storage().read(rows -> QuarterRows.find(rows, id));
  }

  /** Opens one, unless another of the place is open still. */
  Quarter open(Where place, String name, List<Deck.Objective> objectives, Who who) {
    Instant now = deck.now();
    Quarter made =
        new Quarter(UUID.randomUUID().toString(), place.text(), name, now, null, "", List.of());
    return deck.storage()
        .write(rows -> {
          for (Quarter other : QuarterRows.of(rows, place.text())) {
            if (other.closedAt() == null) {
              throw Refused.conflict(
                  Texts.say("rhythm.quarter.still-open", other.name(), missing(other)),
                  Texts.say("rhythm.quarter.close-it-first"));
            }
            if (other.name().compareTo(name) >= 0) {
              throw Refused.conflict(
                      Texts.say("rhythm.quarter.not-later", name, other.name()),
                      Texts.say("rhythm.quarter.give-a-later"))
                  .at("name");
            }
          }
          near(name);
          QuarterRows.add(rows, made, objectives, who);
          Journal.write(rows, noted(made).entry(now, who, "quarter opened", ""));
          return QuarterRows.find(rows, made.id()).orElseThrow();
        });
  }

  /** Nobody opens one before the quarter that it follows has begun. */
  private void near(String name) {
    String next = Quarter.of(deck.today().plusMonths(3));
    if (name.compareTo(next) > 0) {
      throw Refused.unfit(
              Texts.say("rhythm.quarter.far", name), Texts.say("rhythm.quarter.near", next))
          .at("name");
    }
  }

  /** Says what became of an objective, once. */
  void score(Quarter quarter, String objective, double score, String cause, String fate, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          boolean isOne =
              quarter.objectives().stream().anyMatch(one -> one.id().equals(objective))
                  && QuarterRows.score(rows, objective, score, cause, fate, now, who);
          if (!isOne) {
            throw Refused.conflict(
                Texts.say("rhythm.quarter.scored-already"), Texts.say("rhythm.quarter.look-again"));
          }
          Journal.write(rows, noted(quarter).entry(now, who, "objective scored", cause));
          return true;
        });
  }

  /**
   * Closes it, when each objective has its score, its cause and what becomes of it.
   *
   * @param why needed before its last day
   */
  void close(Quarter quarter, String why, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          Quarter here = QuarterRows.find(rows, quarter.id()).orElseThrow();
          if (here.closedAt() != null || !here.unscored().isEmpty()) {
            throw Refused.conflict(
                here.closedAt() != null
                    ? Texts.say("rhythm.quarter.closed-already")
                    : Texts.say("rhythm.quarter.not-scored", missing(here)),
                Texts.say("rhythm.quarter.score-each"));
          }
          if (why.isEmpty() && here.early(deck.today())) {
            throw Refused.unfit(
                    Texts.say("rhythm.quarter.early", here.name()),
                    Texts.say("rhythm.quarter.say-why-early"))
                .at("why");
          }
          QuarterRows.close(rows, quarter.id(), now, why, who);
          Journal.write(rows, noted(quarter).entry(now, who, "quarter closed", why));
          return true;
        });
  }

  /** What has no score yet, in words. */
  private static String missing(Quarter quarter) {
    List<Quarter.Objective> left = quarter.unscored();
    return left.isEmpty()
        ? Texts.say("rhythm.quarter.all-scored")
        : left.stream().map(one -> "“" + one.says() + "”").collect(Collectors.joining(", "));
  }

  private static Noted noted(Quarter quarter) {
    return new Noted("quarter", quarter.name(), quarter.page(), quarter.where());
  }
}
