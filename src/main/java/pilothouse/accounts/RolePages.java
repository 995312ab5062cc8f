package pilothouse.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** Who is what where; those who administer a part see and change that part. */
public final class RolePages {
  private static final String PATH = "/administration/roles";
  private static final String GROUP = "group/";
  private static final int SHOWN = 100;
  private final Supplier<Accounts> accounts;

  RolePages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.administer(Route.Method.GET, PATH, this::page).anywhere(),
        Route.administer(Route.Method.POST, PATH, this::give).anywhere(),
        Route.administer(Route.Method.POST, PATH + "/{role}/end", this::end).anywhere(),
        Route.administer(Route.Method.GET, "/api/v1/roles", this::json)
            .anywhere()
            .telling(
                Telling.of("Who is what where, a hundred at a time")
                    .with("at", "the id that the list starts with")
                    .gives(Listed.class)));
  }

  /**
   * Roles as JSON.
   *
   * @param next the id that the next hundred start with; empty at the end
   */
  public record Listed(List<One> roles, String next) {

    /** One role. */
    public record One(
        String id, String role, String scope, String place, String subject, String email) {}
  }

  private record Page(List<RoleLine> rows, String next) {}

  private Page rows(Request request) {
    String at = request.query("at");
    String key = at == null ? "" : at;
    List<Grant> seen = new ArrayList<>();
    Registry registry = accounts.get().registry();
    boolean more = true;
    while (more && seen.size() <= SHOWN) {
      List<Grant> some = registry.grantsFrom(key, SHOWN + 1);
      more = some.size() > SHOWN;
      key = more ? some.getLast().id() : "";
      some.stream()
          .limit(SHOWN)
          .filter(grant -> request.caller().may(Permission.ADMINISTER, grant.where()))
          .forEach(seen::add);
      if (more && seen.size() == SHOWN) {
        return new Page(named(registry, seen), key);
      }
    }
    String next = seen.size() > SHOWN ? seen.get(SHOWN).id() : "";
    return new Page(named(registry, seen.stream().limit(SHOWN).toList()), next);
  }

  private List<RoleLine> named(Registry registry, List<Grant> grants) {
    return grants.stream()
        .map(grant ->
            new RoleLine(
                grant, registry.find(grant.subject()).orElse(null), waits(grant.subject())))
        .toList();
  }

  private boolean waits(String subject) {
    return subject.startsWith(GROUP)
        && accounts.get().groups().isEmpty(subject.substring(GROUP.length()));
  }

  private Answer page(Request request) {
    Page page = rows(request);
    Map<String, Object> values = new HashMap<>();
    values.put("rows", page.rows());
    values.put("next", page.next());
    values.put("roles", List.of(Role.values()));
    values.put("zone", accounts.get().zone());
    values.put("ready", accounts.get().hasAdministrator());
    return Answer.page("accounts/roles", Texts.say("accounts.role-pages.roles"), values);
  }

  private Answer json(Request request) {
    Page page = rows(request);
    return new Answer.Json(
        new Listed(
            page.rows().stream()
                .map(row ->
                    new Listed.One(
                        row.grant().id(),
                        row.grant().role().word(),
                        Places.scope(row.grant().where()),
                        row.grant().where().name(),
                        row.grant().subject(),
                        row.account() == null ? "" : row.account().email()))
                .toList(),
            page.next()));
  }

  /** A name beside the whole organisation is more likely a place that was meant. */
  private static Where where(String scope, String place) {
    if (scope.equals("organisation") && !place.isEmpty()) {
      throw Refused.unfit(
              Texts.say("accounts.role-pages.the-whole-has-no-name", place),
              Texts.say("accounts.role-pages.choose-where"))
          .at("place");
    }
    return Places.read((scope + " " + place).strip());
  }

  /** Gives a role to somebody who signs in, or makes a link for somebody who does not yet. */
  private Answer give(Request request) {
    Accounts here = accounts.get();
    if (!here.hasAdministrator()) {
      throw Refused.conflict(
          Texts.say("accounts.role-pages.there-is-no-administrator"),
          Texts.say("accounts.role-pages.make-your-own-account"));
    }
    Role role = Role.named(request.needed("role"));
    Where where = where(request.needed("scope"), request.typed("place"));
    String who = request.needed("who");
    Caller by = request.caller();
    String why = request.typed("why");
    if (who.startsWith(GROUP)) {
      here.groups().refuse(who.substring(GROUP.length()), "who");
      here.registry().grant(who, role, where, why, by);
      return new Answer.Redirect(PATH);
    }
    String email = email(who);
    Optional<Account> there = here.registry().called(email);
    if (there.isPresent()) {
      here.registry().grant(there.get().id(), role, where, why, by);
      return new Answer.Redirect(PATH);
    }
    here.registry().refuseUnknown(where, by);
    String secret =
        here.invitations()
            .make(
                new InvitationDraft(email, role, where, null, false, Registry.why(why)), By.of(by));
    return linked(
        request,
        secret,
        Texts.say(
            "accounts.role-pages.makes-an-account-there", email, role.word(), Places.says(where)));
  }

  private static String email(String who) {
    try {
      return Emails.checked(who);
    } catch (Refused refused) {
      throw refused.at("who");
    }
  }

  /** The page that shows a link, once. */
  static Answer linked(Request request, String secret, String says) {
    return Answer.page(
        "accounts/link_made",
        "A link",
        Map.of("link", Fields.whole(request, JoinPages.path(secret)), "says", says));
  }

  private Answer end(Request request) {
    accounts.get().registry().end(request.part("role"), request.typed("why"), request.caller());
    return new Answer.Redirect(PATH);
  }
}
