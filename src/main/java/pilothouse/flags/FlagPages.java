package pilothouse.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Part;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The list of flags, one of them, a new one, and how long they live. */
record FlagPages(FlagShelf shelf) {
  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.add(Route.read("/flags", this::page).anywhere());
    all.add(
        Route.read("/api/v1/flags", request -> new Answer.Json(told(request)))
            .anywhere()
            .telling(
                pilothouse.web.Telling.of("Feature flags, the first to end before")
                    .with("place", "only of this place, as organisation or system:lights")
                    .with("kind", "only of this kind, as release")
                    .with("state", String.join(", ", Sieve.STATES) + "; in-use without it")
                    .with("owner", "only those of this owner")
                    .with("sort", String.join(", ", Sieve.SORTS))
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + Part.MOST)
                    .gives(FlagTold.Listed.class)));
    all.addAll(
        Alike.change("/flags", "Writes down a flag", Asked.New.class, FlagTold.class, this::open));
    all.addAll(
        Alike.central(
            "/flags/lives",
            "Sets how many days flags of a kind usually live",
            Asked.Life.class,
            FlagTold.Lives.class,
            this::live));
    all.addAll(
        Alike.look(
            "/flags/{flag}",
            "One flag with its life, where its key stands, and where it was told of",
            FlagTold.class,
            request -> new FlagBoard(shelf, request.caller()).page(found(request)),
            request -> new Telling(shelf, request.caller()).told(found(request))));
    return all;
  }

  private Flag found(Request request) {
    return shelf.find(request.part("flag"), request.caller());
  }

  /** Those that are asked for, in their order. */
  static Stream<Flag> fitting(FlagShelf shelf, Request request, Sieve sieve) {
    var today = shelf.locker().today();
    return shelf
        .seen(request.caller())
        .filter(flag -> sieve.fits(flag, today))
        .sorted(sieve.order());
  }

  private Part<Flag> part(Request request, Sieve sieve, int most) {
    String after = Part.after(request.query("after"));
    List<Flag> all = fitting(shelf, request, sieve).toList();
    int from = 0;
    for (int i = 0; i < all.size() && !after.isEmpty(); i++) {
      if (key(all.get(i)).equals(after)) {
        from = i + 1;
      }
    }
    return Part.of(all.stream().skip(from), _ -> true, most, FlagPages::key);
  }

  private static String key(Flag flag) {
    return flag.number() + " flag";
  }

  private Answer page(Request request) {
    Sieve sieve = Sieve.of(request, shelf);
    return new ListBoard(shelf, request.caller()).page(sieve, part(request, sieve, Part.SHOWN));
  }

  private FlagTold.Listed told(Request request) {
    Part<Flag> part = part(request, Sieve.of(request, shelf), Part.asked(request));
    Telling telling = new Telling(shelf, request.caller());
    Map<String, String> owners = Telling.owners(shelf, part.rows().stream());
    return new FlagTold.Listed(
        part.rows().stream().map(flag -> telling.told(flag, owners)).toList(), part.following());
  }

  private Alike.Made open(Request request, Sent sent) {
    sent.needed("key", Words.KEY);
    String key = Wording.key(sent::text);
    Words words = new Wording(shelf, request.caller()).read(sent);
    shelf
        .now()
        .named(key, words.place())
        .ifPresent(_ -> {
          throw Sent.twice("key", key);
        });
    Flag made =
        new Booking(shelf.locker(), Who.of(request.caller()))
            .open(key, words, Told.byHand(Texts.kept("kept.flags.by-hand")));
    return new Alike.Made(made.address(), new Telling(shelf, request.caller()).told(made));
  }

  private Alike.Made live(Request request, Sent sent) {
    Purpose purpose = Wording.purpose(sent.needed("kind", 40));
    int before = shelf.now().days(purpose);
    int days = sent.number("days", before, 1, 3_650);
    String why = sent.text("why", Deeds.WHY);
    if (days != before) {
      new Booking(shelf.locker(), Who.of(request.caller())).life(purpose, before, days, why);
    }
    return new Alike.Made("/flags", lives());
  }

  private FlagTold.Lives lives() {
    var now = shelf.now();
    return new FlagTold.Lives(
        Stream.of(Purpose.values())
            .map(one -> new FlagTold.Life(one.word(), now.days(one), now.days(one) == one.days()))
            .toList());
  }
}
