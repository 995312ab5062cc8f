package pilothouse.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.flags.Turn.Kind;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What people do with a flag: words, a longer life, taking it away, using it again. */
record Deeds(FlagShelf shelf) {
  static final int WHY = 1_000;
  private static final int YEARS = 5;

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        deed(
            "words",
            "Says a flag in other words; what is left out stays as it is",
            Asked.Words.class,
            Deeds::reword));
    all.addAll(deed("extension", "Gives a flag another day", Asked.Extension.class, Deeds::extend));
    all.addAll(deed("removal", "Says that a flag was removed", Asked.Removal.class, Deeds::remove));
    all.addAll(
        deed("return", "Says that a flag is in use again", Asked.Reason.class, Deeds::bring));
    return all;
  }

  /** What changes one flag. */
  private interface Deed {
    Flag of(Deeds deeds, Flag flag, Booking by, Request request, Sent sent);
  }

  private List<Route> deed(String path, String says, Class<? extends Record> takes, Deed deed) {
    return Alike.change(
        "/flags/{flag}/" + path,
        says,
        takes,
        FlagTold.class,
        (request, sent) -> {
          Flag flag = shelf.find(request.part("flag"), request.caller());
          Locker.mayChange(request.caller(), flag.place());
          Booking by = new Booking(shelf.locker(), Who.of(request.caller()));
          Flag after = deed.of(this, flag, by, request, sent);
          return new Alike.Made(after.address(), new Telling(shelf, request.caller()).told(after));
        });
  }

  private Flag reword(Flag flag, Booking by, Request request, Sent sent) {
    Words now = flag.words();
    Sent whole =
        sent.over(
            Map.of(
                "says", now.says(),
                "place", now.place().text(),
                "kind", now.purpose().word(),
                "owner", now.owner(),
                "since", now.since().toString()));
    Words words = new Wording(shelf, request.caller()).read(whole::text, flag);
    if (!words.place().equals(flag.place())) {
      shelf
          .now()
          .named(flag.key(), words.place())
          .ifPresent(other -> {
            throw Sent.twice("place", other.key());
          });
    }
    return by.reword(flag, words, sent.text("why", WHY));
  }

  private Flag extend(Flag flag, Booking by, Request request, Sent sent) {
    must(flag, true);
    sent.needed("day", 40);
    LocalDate today = by.locker().today();
    LocalDate day = sent.ahead("day", today, today);
    if (day.equals(flag.ends()) || day.isAfter(today.plusYears(YEARS))) {
      throw Refused.unfit(
              Texts.say(
                  day.equals(flag.ends()) ? "flags.bad.same-day" : "flags.bad.far", Say.day(day)),
              Texts.say("flags.mend.day", YEARS))
          .at("day");
    }
    Kind kind = day.isAfter(flag.ends()) ? Kind.EXTENDED : Kind.SHORTENED;
    return by.turn(flag, Turn.next(kind, day, "", sent.needed("why", WHY)));
  }

  private Flag remove(Flag flag, Booking by, Request request, Sent sent) {
    must(flag, true);
    String evidence = sent.text("evidence", 500);
    return by.turn(flag, Turn.next(Kind.REMOVED, null, evidence, sent.text("why", WHY)));
  }

  private Flag bring(Flag flag, Booking by, Request request, Sent sent) {
    must(flag, false);
    return by.turn(flag, Turn.next(Kind.RETURNED, null, "", sent.needed("why", WHY)));
  }

  private static void must(Flag flag, boolean inUse) {
    if (flag.isInUse() != inUse) {
      throw Refused.conflict(
          Texts.say(inUse ? "flags.bad.removed" : "flags.bad.in-use", flag.key()),
          Texts.say("flags.mend.state"));
    }
  }
}
