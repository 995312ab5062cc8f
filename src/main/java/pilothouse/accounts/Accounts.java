package pilothouse.accounts;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.people.People;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.systems.Systems;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/**
 * The door to who signs in and what each may do. Until there is an administrator, nobody has to
 * sign in, and nobody but this machine is served.
 */
public final class Accounts {
  private final Storage storage;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Realm realm;
  private final Registry registry;
  private final SigningIn signingIn;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Invitations invitations;
  private final Joining joining;
  private final Groups groups;
  private final Elsewhere elsewhere;
  private final Directories directories;
  private final SecondStep second;
  private final Confirming confirming;
  private final Linking linking;
  private final Directory directory;
  private final DirectoryGroups directoryGroups;
  private final Notes notes;
  private volatile boolean administered;

  public Accounts(
      Storage storage,
      Systems systems,
      People people,
      Vault vault,
      InstantSource clock,
      ZoneId zone,
      Providers providers) {
    this.storage = storage;
    this.clock = clock;
    this.zone = zone;
    this.realm = new Realm(systems, clock, zone);
    Passwords passwords = new Passwords();
    this.registry = new Registry(storage, people, clock);
    this.notes = new Notes(new Confidences(vault), registry, zone);
    this.sessions = new Sessions(storage, clock);
    this.tokens = new ApiTokens(storage, clock, realm);
    this.invitations = new Invitations(storage, clock);
    Protocols protocols = new Protocols(clock);
    this.directories = new Directories(providers, protocols);
    this.signingIn = new SigningIn(storage, clock, passwords, sessions, directories);
    this.groups = new Groups(storage, people, clock, zone, providers);
    this.directoryGroups = new DirectoryGroups(storage, clock, groups);
    this.directory = new Directory(storage, clock, registry, groups);
    this.second = new SecondStep(storage, clock);
    this.elsewhere = new Elsewhere(storage, clock, registry, groups, providers, protocols);
    this.confirming = new Confirming(clock, registry, sessions, signingIn);
    this.linking = new Linking(storage, clock, registry, confirming, signingIn, groups, providers);
    this.joining = new Joining(storage, clock, registry, invitations, passwords);
  }

  /** The addresses of signing in, of one's account, and of administration. */
  public static List<Route> routes(Supplier<Accounts> accounts) {
    List<Route> routes = new ArrayList<>(new SignInPages(accounts).routes());
    routes.addAll(new ElsewherePages(accounts).routes());
    routes.addAll(new SecondPages(accounts).routes());
    routes.addAll(
        new ScimPages(() -> accounts.get().directory, () -> accounts.get().directoryGroups)
            .routes());
    routes.addAll(new GroupPages(accounts).routes());
    routes.addAll(new JoinPages(accounts).routes());
    routes.addAll(new OwnPages(accounts).routes());
    routes.addAll(new NotePages(() -> accounts.get().notes).routes());
    routes.addAll(new LinkPages(accounts).routes());
    routes.addAll(new SelfAnswers(accounts).routes());
    routes.addAll(new PeoplePages(accounts).routes());
    routes.addAll(new RolePages(accounts).routes());
    routes.addAll(new TokenPages(accounts).routes());
    return routes;
  }

  /** Whether somebody can say who may do what; from then on everybody signs in. */
  public boolean hasAdministrator() {
    if (!administered) {
      administered = storage.read(rows -> GrantRows.administrators(rows, "") > 0);
    }
    return administered;
  }

  /** Whether the program may answer others than this machine: somebody can look after it. */
  public boolean isReady() {
    return hasAdministrator() || invitations.awaitsAdministrator();
  }

  /**
   * Makes a link that makes an administrator, or gives one a new password: for whoever may type
   * commands on this machine.
   *
   * @param email whom it is for; empty where whoever opens it says so
   * @return the path of the link
   */
  public String inviteAdministrator(String email) {
    String of = email.isBlank() ? "" : Emails.checked(email);
    return JoinPages.path(
        invitations.make(
            new InvitationDraft(of, Role.ADMINISTRATOR, Where.ORGANISATION, null, true, ""),
            By.TERMINAL));
  }

  /**
   * Who asks, by the session or the token that the request carries.
   *
   * @param alone whether nobody but this machine can reach the program, so that its only person
   *     need not sign in while there is no administrator
   */
  public Caller who(Request request, boolean alone) {
    String token = Bearer.of(request);
    if (token != null) {
      return tokens.caller(token);
    }
    Optional<Caller> signedIn =
        Optional.ofNullable(Cookies.of(request))
            .flatMap(sessions::find)
            .map(found ->
                new SignedIn(found.account(), found.session().id(), found.grants(), realm));
    return signedIn.orElseGet(
        () -> alone && !hasAdministrator() ? Caller.onlyYou() : Caller.nobody());
  }

  /** What somebody with an open account may do, beside any request. */
  public Optional<Caller> caller(String account) {
    return storage.read(rows ->
        AccountRows.find(rows, account)
            .filter(Account::isOpen)
            .map(found -> new SignedIn(found, "", GrantRows.of(rows, account), realm)));
  }

  /** Where mails to somebody with an open account go. */
  public Optional<String> email(String account) {
    return storage.read(
        rows -> AccountRows.find(rows, account).filter(Account::isOpen).map(Account::email));
  }

  /** What somebody with an open account is called. */
  public Optional<String> open(String account) {
    return storage.read(
        rows -> AccountRows.find(rows, account).filter(Account::isOpen).map(Account::name));
  }

  /** What somebody is called who has an account, or had one. */
  public Optional<String> name(String account) {
    return storage.read(rows -> AccountRows.find(rows, account).map(Account::name));
  }

  /** The names of the open accounts of that name or e-mail address, by id. */
  public Map<String, String> called(String typed) {
    return storage.read(rows -> AccountRows.named(rows, typed)).stream()
        .collect(Collectors.toMap(Account::id, Account::name));
  }

  Registry registry() {
    return registry;
  }

  SigningIn signingIn() {
    return signingIn;
  }

  Sessions sessions() {
    return sessions;
  }

  ApiTokens tokens() {
    return tokens;
  }

  Invitations invitations() {
    return invitations;
  }

  Groups groups() {
    return groups;
  }

  SecondStep second() {
    return second;
  }

  Elsewhere elsewhere() {
    return elsewhere;
  }

  Confirming confirming() {
    return confirming;
  }

  Linking linking() {
    return linking;
  }

  Directories directories() {
    return directories;
  }

  Joining joining() {
    return joining;
  }

  InstantSource clock() {
    return clock;
  }

  ZoneId zone() {
    return zone;
  }
}
