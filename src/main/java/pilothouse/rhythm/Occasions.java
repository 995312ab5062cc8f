package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** Forums and what is held of them: opened, held with frozen minutes, or cancelled. */
record Occasions(Deck deck) {
  private static final int SHOWN = 60;

  List<Forum> forums(Caller caller) {
    return deck.storage().read(ForumRows::all).stream()
        .filter(forum -> caller.sees(forum.where()))
        .toList();
  }

  Optional<Forum> forum(String id) {
    return deck.storage().read(rows -> ForumRows.find(rows, id));
  }

  Optional<Occasion> find(String id) {
    return deck.storage().read(rows -> OccasionRows.find(rows, id));
  }

  List<Occasion> of(Forum forum) {
    return deck.storage().read(rows -> OccasionRows.of(rows, forum.id(), SHOWN));
  }

  List<Minutes.Line> lines(Occasion occasion) {
    return deck.storage().read(rows -> OccasionRows.lines(rows, occasion.id()));
  }

  /** The agenda of one that is open. */
  Agenda agenda(Forum forum, Occasion occasion) {
    Occasion last =
        deck.storage().read(rows -> OccasionRows.before(rows, forum.id(), deck.now()).orElse(null));
    boolean isFirst = last == null || last.id().equals(occasion.id());
    return new Agenda(deck, forum, occasion, isFirst ? null : last);
  }

  Forum add(Forum made, Who who) {
    List<Forum> held =
        deck.storage().read(ForumRows::all).stream().filter(one -> one.endedAt() == null).toList();
    Words.single(
        made.title(), made.where(), held.stream().map(one -> Map.entry(one.where(), one.title())));
    return deck.storage()
        .write(rows -> {
          ForumRows.add(rows, made, who);
          Journal.write(rows, noted(made).entry(deck.now(), who, "forum made", ""));
          return made;
        });
  }

  void end(Forum forum, String why, Who who) {
    deck.storage()
        .write(rows -> {
          if (ForumRows.end(rows, forum.id(), deck.now(), why)) {
            Journal.write(rows, noted(forum).entry(deck.now(), who, "forum ended", why));
          }
          return true;
        });
  }

  /** Opens the next one; one at a time. */
  Occasion open(Forum forum, LocalDate day, Who who) {
    Instant now = deck.now();
    Occasion made =
        new Occasion(UUID.randomUUID().toString(), forum.id(), day, now, "", null, "", "", null);
    return deck.storage()
        .write(rows -> {
          Optional<Occasion> open =
              OccasionRows.of(rows, forum.id(), SHOWN).stream().filter(Occasion::open).findFirst();
          Occasion.refuseSecond(forum, open.orElse(null));
          OccasionRows.add(rows, made, who);
          Journal.write(rows, noted(forum, made).entry(now, who, "occasion opened", ""));
          return made;
        });
  }

  /** Moves one that is open to another day. */
  void move(Forum forum, Occasion occasion, LocalDate day, String why, Who who) {
    deck.storage()
        .write(rows -> {
          still(rows, occasion);
          if (!day.equals(occasion.heldOn())) {
            OccasionRows.move(rows, occasion.id(), day);
            Journal.write(
                rows,
                noted(forum, occasion)
                    .entry(deck.now(), who, "occasion moved", why)
                    .with(Map.of("day", day.toString())));
          }
          return true;
        });
  }

  /** Writes down what was said there; what it became is made in the same transaction. */
  void say(Forum forum, Occasion occasion, String kind, String says, Became became, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          still(rows, occasion);
          String address = became.of(rows);
          OccasionRows.say(rows, occasion.id(), new Minutes.Line(kind, says, address), now, who);
          String what =
              switch (kind) {
                case "feedback" -> "feedback kept";
                case "present" -> "presence noted";
                default -> "decision taken";
              };
          Journal.write(rows, noted(forum, occasion).entry(now, who, what, says));
          return true;
        });
  }

  /** Makes what a line became, and gives its address; empty for nothing. */
  @FunctionalInterface
  interface Became {
    String of(Handle rows);
  }

  /** Ends it, with its minutes as they are now: what is held before its day is held today. */
  void end(Forum forum, Occasion occasion, Caller caller, String ending, String why) {
    Minutes minutes = Texts.english().saying(() -> whole(forum, occasion, caller));
    boolean bare = minutes.lines().isEmpty() && ending.equals("held");
    if (why.isEmpty() && (bare || ending.equals("cancelled"))) {
      throw Refused.unfit(
              Texts.say(bare ? "rhythm.occasion.no-outcome" : "rhythm.occasion.no-reason"),
              Texts.say("rhythm.occasion.say-why"))
          .at("why");
    }
    Who who = Who.of(caller);
    boolean early = ending.equals("held") && occasion.heldOn().isAfter(deck.today());
    Occasion ended = early ? occasion.on(deck.today()) : occasion;
    deck.storage()
        .write(rows -> {
          still(rows, occasion);
          OccasionRows.move(rows, ended.id(), ended.heldOn());
          OccasionRows.end(rows, ended.id(), ending, why, minutes, deck.now(), who);
          Journal.write(
              rows, noted(forum, ended).entry(deck.now(), who, "occasion " + ending, why));
          return true;
        });
  }

  /** What is kept of it, or would be now, as far as the caller may see it. */
  Minutes minutes(Forum forum, Occasion occasion, Caller caller) {
    return Pinned.seen(whole(forum, occasion, caller), caller);
  }

  private Minutes whole(Forum forum, Occasion occasion, Caller caller) {
    Minutes kept = occasion.minutes();
    if (kept != null) {
      return kept;
    }
    Agenda agenda = agenda(forum, occasion);
    List<Minutes.Item> standing = agenda.standing(caller);
    List<Minutes.Line> said = lines(occasion);
    List<String> present =
        said.stream().filter(one -> one.kind().equals("present")).map(Minutes.Line::says).toList();
    return new Minutes(
        agenda.items(caller, standing),
        new Pinned(deck).of(forum, agenda.from(), occasion.heldOn()),
        present,
        forum.functions().stream().filter(one -> !present.contains(one)).toList(),
        said.stream().filter(one -> !one.kind().equals("present")).toList(),
        standing);
  }

  private static void still(Handle rows, Occasion occasion) {
    if (OccasionRows.find(rows, occasion.id()).filter(Occasion::open).isEmpty()) {
      throw Refused.conflict(
          Texts.say("rhythm.occasion.over"), Texts.say("rhythm.occasion.open-another"));
    }
  }

  private static Noted noted(Forum forum) {
    return new Noted("forum", forum.title(), forum.page(), forum.where());
  }

  private static Noted noted(Forum forum, @Nullable Occasion one) {
    String name = one == null ? forum.title() : forum.title() + ", " + one.heldOn();
    return new Noted("occasion", name, one == null ? "" : one.page(), forum.where());
  }
}
