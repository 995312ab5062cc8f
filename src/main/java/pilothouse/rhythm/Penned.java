package pilothouse.rhythm;

import java.util.List;
import java.util.stream.Stream;
import pilothouse.journal.Written;

/** What people wrote of forums, briefs and stakeholders, to be found by search. */
record Penned(Deck deck) {

  List<Written> all() {
    return Stream.of(
            deck.storage().read(ForumRows::all).stream().map(Penned::of),
            new Briefs(deck).all().stream().map(Penned::of),
            new Stakeholders(deck).all().stream().map(Penned::of))
        .flatMap(all -> all)
        .toList();
  }

  private static Written of(Forum one) {
    return Written.of("forum", one.id(), one.title(), "", one.page(), one.where());
  }

  private static Written of(Brief one) {
    String says = Written.joined(one.body().ask(), one.body().recommendation());
    return Written.of("brief", one.id(), one.title(), says, one.page(), one.where());
  }

  private static Written of(Stakeholder one) {
    String says = Written.joined(one.function(), one.wants());
    return Written.of("stakeholder", one.id(), one.title(), says, one.page(), one.where());
  }
}
