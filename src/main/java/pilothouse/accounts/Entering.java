package pilothouse.accounts;

import org.jspecify.annotations.Nullable;
import pilothouse.web.Answer;
import pilothouse.web.Request;

/** The last step of signing in, by whatever way. */
final class Entering {
  private Entering() {}

  /** Signs in; who came from elsewhere and may see nothing yet is told so. */
  static Answer entered(
      Accounts here, Account account, @Nullable String provider, Request request, String to) {
    String session =
        here.sessions()
            .begin(account, Fields.agent(request), request.peer(), Cookies.of(request), provider);
    boolean sees = provider == null || !here.registry().held(account.id()).isEmpty();
    return Cookies.keeping(new Answer.Redirect(sees ? to : "/account"), request, session);
  }
}
