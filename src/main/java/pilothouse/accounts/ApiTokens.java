package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What programs prove themselves with. */
final class ApiTokens {
  /** What each begins with, so that people and programs that look for leaked secrets know it. */
  static final String PREFIX = "pht_";

  /** What a token may be made for; looking after an account is for its person alone. */
  static final List<Permission> PERMISSIONS =
      List.of(
          Permission.READ,
          Permission.PEOPLE,
          Permission.SAY,
          Permission.CHANGE,
          Permission.ADMINISTER);

  /** The most days that one lasts. */
  static final int LONGEST_DAYS = 366;

  private static final int NAME = 80;
  private static final int MOST = 50;
  private static final String COLUMNS =
      "select id, account, name, permissions, places, made_at, made_by, ends_at, used_day,"
          + " ended_at from api_token ";

  private static final RowMapper<ApiToken> TOKEN =
      (row, context) -> {
        String used = row.getString("used_day");
        String ended = row.getString("ended_at");
        return new ApiToken(
            row.getString("id"),
            row.getString("account"),
            row.getString("name"),
            permissions(List.of(row.getString("permissions").split(","))),
            places(row.getString("places").lines().toList()),
            Instants.parse(row.getString("made_at")),
            row.getString("made_by"),
            Instants.parse(row.getString("ends_at")),
            used == null ? null : LocalDate.parse(used),
            ended == null ? null : Instants.parse(ended));
      };

  private final Storage storage;
  private final InstantSource clock;
  private final Realm realm;

  ApiTokens(Storage storage, InstantSource clock, Realm realm) {
    this.storage = storage;
    this.clock = clock;
    this.realm = realm;
  }

  /** What somebody wants a token for. */
  record Draft(String name, Set<Permission> permissions, Set<Where> places, int days) {}

  /**
   * Makes a token for whoever asks, or for the organisation.
   *
   * @return the secret, for this once
   * @throws Refused where it would be allowed more than who makes it
   */
  String make(Draft draft, Caller by, boolean ofOrganisation) {
    refuse(draft, by);
    Instant now = clock.instant();
    String account = ofOrganisation ? null : by.account();
    String secret = PREFIX + Secret.make();
    String id = Secret.id();
    String may =
        draft.permissions().stream().sorted().map(ApiTokens::word).collect(Collectors.joining(","));
    String where =
        draft.places().stream().map(Places::line).sorted().collect(Collectors.joining("\n"));
    storage.write(rows -> {
      refuseMany(rows, account);
      rows.execute(
          """
          insert into api_token
            (id, hash, account, name, permissions, places, made_at, made_by, ends_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          Secret.hash(secret),
          account,
          draft.name(),
          may,
          where,
          Instants.text(now),
          by.name(),
          Instants.text(now.plus(Duration.ofDays(draft.days()))));
      Told.note(
          rows,
          now,
          By.of(by),
          "token made",
          Told.About.token(draft.name()),
          "",
          Map.of("may", may, "where", where));
      return true;
    });
    return secret;
  }

  private static void refuse(Draft draft, Caller by) {
    if (draft.name().isBlank() || draft.name().length() > NAME) {
      throw Refused.unfit(
          "A token has a name of at most " + NAME + " characters.",
          "Say what it is for, such as “nightly export”.");
    }
    if (draft.days() < 1 || draft.days() > LONGEST_DAYS) {
      throw Refused.unfit(
          "A token lasts from one day to " + LONGEST_DAYS + " days.", "Give a number between.");
    }
    if (draft.permissions().isEmpty() || draft.places().isEmpty()) {
      throw Refused.unfit("This token could do nothing.", "Say what it may do, and where.");
    }
    for (Permission permission : draft.permissions()) {
      for (Where where : draft.places()) {
        if (!by.may(permission, where)) {
          throw Refused.forbidden(
              "You may not “%s” for %s yourself.".formatted(word(permission), Places.says(where)),
              "Make a token for what you may do.");
        }
      }
    }
  }

  private void refuseMany(Handle rows, @Nullable String account) {
    if (open(rows, account).size() >= MOST) {
      throw Refused.conflict(
          "There are " + MOST + " tokens already.", "End those that nobody uses.");
    }
  }

  /**
   * The program that sends that secret.
   *
   * @throws Refused where no token is so, or not any more
   */
  Caller caller(String secret) {
    Instant now = clock.instant();
    ApiToken token =
        storage
            .read(rows ->
                rows.createQuery(
                        COLUMNS + "where hash = :hash and ended_at is null and ends_at > :now")
                    .bind("hash", Secret.hash(secret))
                    .bind("now", Instants.text(now))
                    .map(TOKEN)
                    .findOne())
            .orElseThrow(ApiTokens::unknown);
    Caller owner = null;
    String account = token.account();
    if (account != null) {
      owner = storage.read(rows -> owner(rows, account)).orElseThrow(ApiTokens::unknown);
    }
    used(token, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return new Program(
        "token/" + token.id(), token.name(), token.permissions(), token.places(), owner, realm);
  }

  private Optional<Caller> owner(Handle rows, String account) {
    return AccountRows.find(rows, account)
        .filter(Account::isOpen)
        .map(found -> new SignedIn(found, "", GrantRows.held(rows, account), realm));
  }

  private void used(ApiToken token, LocalDate today) {
    if (!today.equals(token.used())) {
      storage.write(rows ->
          rows.execute(
              "update api_token set used_day = ? where id = ?", today.toString(), token.id()));
    }
  }

  private static Refused unknown() {
    return Refused.unproven("The token is not known, or it ended.", "Make a new one at /account.");
  }

  /** Those that hold now: of an account, or of the organisation. */
  List<ApiToken> of(@Nullable String account) {
    return storage.read(rows -> open(rows, account));
  }

  private List<ApiToken> open(Handle rows, @Nullable String account) {
    return rows.createQuery(
            COLUMNS
                + "where ended_at is null and ends_at > :now and "
                + (account == null ? "account is null" : "account = :account")
                + " order by made_at desc, id limit 200")
        .bindMap(
            account == null
                ? Map.of("now", Instants.text(clock.instant()))
                : Map.of("now", Instants.text(clock.instant()), "account", account))
        .map(TOKEN)
        .list();
  }

  /** Those of accounts that hold now, for administrators, from the id that is given. */
  List<ApiToken> ofAccounts(String at, int most) {
    return storage.read(rows ->
        rows.createQuery(
                COLUMNS
                    + """
                    where ended_at is null and ends_at > :now and account is not null and id >= :at
                    order by id limit :most
                    """)
            .bind("now", Instants.text(clock.instant()))
            .bind("at", at)
            .bind("most", most)
            .map(TOKEN)
            .list());
  }

  /**
   * Ends a token.
   *
   * @param account whose it must be; null for any
   * @return whether there was one
   */
  boolean end(String id, @Nullable String account, Caller by) {
    Instant now = clock.instant();
    return storage.write(rows -> {
      Optional<ApiToken> found =
          rows.createQuery(COLUMNS + "where id = :id and ended_at is null")
              .bind("id", id)
              .map(TOKEN)
              .findOne()
              .filter(token -> account == null || account.equals(token.account()));
      found.ifPresent(token -> {
        rows.execute(
            "update api_token set ended_at = ?, ended_by = ? where id = ?",
            Instants.text(now),
            by.name(),
            id);
        Told.note(
            rows, now, By.of(by), "token ended", Told.About.token(token.name()), "", Map.of());
      });
      return found.isPresent();
    });
  }

  /** A permission as it is typed and stored. */
  static String word(Permission permission) {
    return permission.name().toLowerCase(Locale.ROOT);
  }

  static Set<Permission> permissions(List<String> words) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    for (String word : words) {
      all.add(
          PERMISSIONS.stream()
              .filter(permission -> word(permission).equals(word.strip()))
              .findFirst()
              .orElseThrow(() ->
                  Refused.bad(
                      "“" + word + "” is nothing that a token may.",
                      "Use "
                          + String.join(", ", PERMISSIONS.stream().map(ApiTokens::word).toList())
                          + ".")));
    }
    return all;
  }

  static Set<Where> places(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .filter(line -> !line.isBlank())
        .map(Places::read)
        .collect(Collectors.toSet());
  }
}
