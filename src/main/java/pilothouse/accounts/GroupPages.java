package pilothouse.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** What follows from the groups of directories: roles and teams. */
final class GroupPages {
  private static final String PATH = "/administration/groups";
  private final Supplier<Accounts> accounts;

  GroupPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.administer(Route.Method.GET, PATH, this::page),
        Route.administer(Route.Method.POST, PATH + "/teams", this::rule),
        Route.administer(Route.Method.POST, PATH + "/teams/{rule}/end", this::end));
  }

  private Answer page(Request request) {
    Accounts here = accounts.get();
    List<Groups.Rule> rules = here.groups().rules();
    Map<String, Object> values = new HashMap<>();
    values.put(
        "rows", here.groups().known().stream().map(group -> row(here, group, rules)).toList());
    values.put("roles", List.of(Role.values()));
    values.put("teams", here.groups().teams());
    values.put("ready", here.hasAdministrator());
    return Answer.page("accounts/groups", Texts.say("accounts.group-pages.groups"), values);
  }

  private static GroupRow row(Accounts here, Groups.Known group, List<Groups.Rule> rules) {
    return new GroupRow(
        group.name(),
        group.there(),
        here.registry().grants("group/" + group.name()),
        rules.stream()
            .filter(rule -> rule.name().equals(group.name()))
            .map(rule -> new GroupRow.Rule(rule.id(), rule.team(), rule.function()))
            .toList());
  }

  private Answer rule(Request request) {
    accounts
        .get()
        .groups()
        .rule(
            request.needed("group"),
            request.needed("team"),
            request.typed("function"),
            request.typed("why"),
            request.caller());
    return new Answer.Redirect(PATH);
  }

  private Answer end(Request request) {
    accounts.get().groups().endRule(request.part("rule"), request.caller());
    return new Answer.Redirect(PATH);
  }
}
