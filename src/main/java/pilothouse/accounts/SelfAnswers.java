package pilothouse.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Who asks, as JSON: a person, or a token. */
public final class SelfAnswers {
  private final Supplier<Accounts> accounts;

  SelfAnswers(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        new Route(Route.Method.GET, "/api/v1/account", Permission.KNOWN, this::self)
            .anywhere()
            .telling(
                Telling.of("Who asks: a person with roles, or a token with what it may")
                    .gives(Self.class)));
  }

  /**
   * Who asks.
   *
   * @param id of the account, or of the token
   * @param name of the account, or what the token is for
   * @param email of the account; empty for a token of the organisation
   * @param roles of the account; a token has none of its own
   * @param identities by what a person signs in elsewhere
   * @param token null where a person asks
   */
  public record Self(
      String id,
      String name,
      String email,
      List<Held> roles,
      List<Identity> identities,
      @Nullable Token token) {

    /** What a provider of the settings proves. */
    public record Identity(String id, String provider, Instant since, Instant seenAt) {}

    /** One role. */
    public record Held(String role, String scope, String place) {}

    /**
     * What a token may.
     *
     * @param places as they are typed: {@code organisation}, {@code team harbour}
     * @param account whose it is; null for a token of the organisation
     */
    public record Token(
        List<String> may, List<String> places, Instant ends, @Nullable Owner account) {}

    /** Whose a token is. */
    public record Owner(String id, String name) {}
  }

  private Answer self(Request request) {
    Caller caller = request.caller();
    if (caller instanceof Program program) {
      return new Answer.Json(of(program));
    }
    Registry registry = accounts.get().registry();
    Optional<Account> account = Optional.ofNullable(caller.account()).flatMap(registry::find);
    return new Answer.Json(
        new Self(
            caller.id(),
            caller.name(),
            account.map(Account::email).orElse(""),
            account.map(one -> held(registry.held(one.id()))).orElse(List.of()),
            account.map(one -> identities(one.id())).orElse(List.of()),
            null));
  }

  private List<Self.Identity> identities(String account) {
    return accounts.get().linking().known(account).stream()
        .map(one -> new Self.Identity(one.id(), one.provider(), one.since(), one.seen()))
        .toList();
  }

  /** Roles, as JSON has them. */
  static List<Self.Held> held(List<Grant> grants) {
    return grants.stream()
        .map(grant ->
            new Self.Held(grant.role().word(), Places.scope(grant.where()), grant.where().name()))
        .toList();
  }

  private Self of(Program program) {
    ApiToken token = accounts.get().tokens().find(program).orElseThrow(ApiTokens::unknown);
    Optional<Account> owner =
        Optional.ofNullable(token.account()).flatMap(accounts.get().registry()::find);
    return new Self(
        program.id(),
        token.name(),
        owner.map(Account::email).orElse(""),
        List.of(),
        List.of(),
        new Self.Token(
            token.permissions().stream().sorted().map(TokenWords::word).toList(),
            token.places().stream().map(Places::line).sorted().toList(),
            token.ends(),
            owner.map(one -> new Self.Owner(one.id(), one.name())).orElse(null)));
  }
}
