package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.systems.SystemEntry;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Guard;
import pilothouse.web.Request;
import pilothouse.web.Spot;
import pilothouse.web.Where;

/**
 * Who comes on board, and which places there are.
 *
 * @param isAlone whether nobody but this machine can ask
 */
record Gangway(Supplier<Stored> stored, boolean isAlone) implements Guard {
  @Override
  public Caller who(Request request) {
    return stored.get().accounts().who(request, isAlone);
  }

  @Override
  public List<Spot> places() {
    Stored here = stored.get();
    List<Spot> all = new ArrayList<>();
    all.add(new Spot(Where.ORGANISATION, Texts.say("views.place.organisation")));
    here.who()
        .teams()
        .titles()
        .forEach((name, title) ->
            all.add(new Spot(Where.team(name), Texts.say("views.place.team", title))));
    for (SystemEntry entry : here.systems().rules().entries()) {
      String name = entry.name();
      all.add(new Spot(Where.system(name), Texts.say("views.place.system", name)));
    }
    return all;
  }
}
