package pilothouse;

import java.util.function.Supplier;
import pilothouse.web.Caller;
import pilothouse.web.Guard;
import pilothouse.web.Request;
import pilothouse.web.Whereabouts;

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
  public Whereabouts places() {
    return stored.get().loop().promises().places();
  }
}
