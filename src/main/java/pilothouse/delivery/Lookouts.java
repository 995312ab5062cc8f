package pilothouse.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.delivery.Definition;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.views.Bridge;
import pilothouse.views.Stretch;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Where;

/** Reads from a request what it looks at. */
final class Lookouts {
  private final Supplier<Ground> ground;
  private final Supplier<Bridge> bridge;

  Lookouts(Supplier<Ground> ground, Supplier<Bridge> bridge) {
    this.ground = ground;
    this.bridge = bridge;
  }

  /** All services. */
  Lookout fleet(Request request) {
    return look(request, "", "");
  }

  /** All services or those that a team answers for, with what else there is. */
  Lookout part(Request request) {
    Aim aim = bridge.get().aim(request);
    return look(request, "", "").aiming(aim, offered(request, aim));
  }

  /** The same for a program, which switches to nothing else. */
  Lookout plainPart(Request request) {
    return look(request, "", "").aiming(bridge.get().team(request), List.of());
  }

  /** The lines of the services that are looked at. */
  List<Line> lines(Lookout look, List<Line> all) {
    if (look.aim().isAll()) {
      return all;
    }
    LocalDate day = Bridge.last(look.window().to(), look.window().zone());
    Set<String> systems = bridge.get().systems(look.aim(), day);
    return all.stream().filter(line -> systems.contains(line.system())).toList();
  }

  /** What of the organisation is looked at, in words. */
  String whose(Lookout look) {
    return look.aim().isAll() ? "" : bridge.get().title(look.aim());
  }

  private List<Aim.Group> offered(Request request, Aim now) {
    List<Aim> systems =
        names(request.caller()).stream().map(name -> new Aim(Aim.Kind.SYSTEM, name)).toList();
    return bridge.get().offered(request, now, Texts.say("helm.systems"), systems);
  }

  /**
   * The service that the address names.
   *
   * @param page below the service's address
   * @throws NotFound when nothing is known of it
   */
  Lookout service(Request request, String page) {
    String system = named(request.part("system").replace('~', '/'));
    if (!request.path().startsWith("/delivery")) {
      return look(request, system, page);
    }
    Bridge.leave(request, "/delivery", page);
    Aim here = new Aim(Aim.Kind.SYSTEM, system);
    return look(request, system, page).aiming(Aim.ORGANISATION, offered(request, here));
  }

  /** A service, or all of them, through the last 26 weeks by the guide's definition. */
  Lookout usual(String system) {
    Ground here = ground.get();
    Stretch stretch = Stretch.usual(here.clock().instant(), here.zone());
    return new Lookout(system, "", stretch, Definition.DORA, Reader.ENGINEER);
  }

  /**
   * The service of that name, however its slashes are written.
   *
   * @throws NotFound when nothing is known of it
   */
  String named(String asked) {
    List<String> names = ground.get().services().names();
    for (String name : names) {
      if (name.replace('~', '/').equals(asked.replace('~', '/'))) {
        return name;
      }
    }
    throw new NotFound(
        Texts.say("delivery.lookouts.no-service-called-is", asked),
        Texts.say("delivery.lookouts.see-delivery-for-those", AddressWords.near(asked, names)));
  }

  /**
   * The same, of those that the caller may see.
   *
   * @throws NotFound when nothing is known of it that the caller may see
   */
  String named(String asked, Caller caller) {
    if (!caller.sees(Where.system(asked))) {
      throw NotFound.unseen();
    }
    return named(asked);
  }

  /** The names of all services that the caller may see. */
  List<String> names(Caller caller) {
    return ground.get().services().names().stream()
        .filter(name -> caller.sees(Where.system(name)))
        .toList();
  }

  private Lookout look(Request request, String system, String page) {
    Ground here = ground.get();
    return new Lookout(
        system,
        page,
        Stretch.of(request, here.clock().instant(), here.zone()),
        AddressWords.definition(request.query("definition")),
        AddressWords.reader(request.query("words")));
  }

  /** A page of rows, and where the ones before and after are. */
  record Rows<T>(List<T> shown, @Nullable String earlier, @Nullable String later) {

    /** The rows of the page that is asked for, so many a page. */
    static <T> Rows<T> of(Request request, String address, List<T> all, int most) {
      int page = request.number("page", 1);
      int pages = Math.max(1, (all.size() + most - 1) / most);
      if (page > pages) {
        throw new NotFound(
            Texts.say("delivery.lookouts.there-is-no-page", page, pages),
            Texts.say("delivery.lookouts.go-back-to-the"));
      }
      int first = (page - 1) * most;
      String next = address + (address.contains("?") ? "&" : "?") + "page=";
      return new Rows<>(
          new ArrayList<>(all.subList(first, Math.min(all.size(), first + most))),
          page > 1 ? next + (page - 1) : null,
          page < pages ? next + (page + 1) : null);
    }
  }
}
