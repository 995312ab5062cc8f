package pilothouse;

import java.util.List;
import java.util.function.Supplier;
import pilothouse.web.Caller;
import pilothouse.web.Guard;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Whereabouts;

/**
 * Who comes on board, and where they may go.
 *
 * @param isAlone whether nobody but this machine can ask
 */
record Gangway(Supplier<Stored> stored, boolean isAlone) implements Guard {
  @Override
  public Caller who(Request request) {
    return stored.get().accounts().who(request, isAlone);
  }

  @Override
  public List<Whereabouts.Known> places(Caller caller, Permission permission) {
    return stored.get().loop().promises().places().offered(caller, permission);
  }
}
