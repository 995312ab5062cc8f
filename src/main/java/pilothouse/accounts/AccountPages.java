package pilothouse.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.web.Route;

/** All addresses of signing in, of one's account, and of administration. */
final class AccountPages {
  private AccountPages() {}

  static List<Route> routes(Supplier<Accounts> accounts) {
    List<Route> routes = new ArrayList<>(new SignInPages(accounts).routes());
    routes.addAll(new ElsewherePages(accounts).routes());
    routes.addAll(new SecondPages(accounts).routes());
    routes.addAll(new ScimPages(accounts).routes());
    routes.addAll(new GroupPages(accounts).routes());
    routes.addAll(new JoinPages(accounts).routes());
    routes.addAll(new OwnPages(accounts).routes());
    routes.addAll(new LinkPages(accounts).routes());
    routes.addAll(new SelfAnswers(accounts).routes());
    routes.addAll(new NotePages(accounts).routes());
    routes.addAll(new PeoplePages(accounts).routes());
    routes.addAll(new RolePages(accounts).routes());
    routes.addAll(new TokenPages(accounts).routes());
    return routes;
  }
}
