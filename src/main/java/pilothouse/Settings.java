package pilothouse;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.Providers;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.outgoing.Reachable;
import pilothouse.storage.Address;
import pilothouse.text.Languages;
import pilothouse.web.Proxies;

/**
 * All that can be set. A value comes from the command line, else from {@code PILOTHOUSE_…} in the
 * environment, else from the file, else it is the usual one.
 */
record Settings(
    @Setting(
            says = "The folder that everything is stored in.",
            usually = "`$XDG_DATA_HOME/pilothouse`, else `~/.local/share/pilothouse`")
        Path data,
    @Setting(
            says =
                "Where the rows are: `postgresql://user@host:5432/name` for a PostgreSQL server, else"
                    + " the data folder.",
            usually = "`pilothouse.db` in the data folder (SQLite)")
        Address database,
    @Setting(
            says =
                "The password for that server; `database_password_file` names a file that holds it.",
            usually = "none, or the one in the URL")
        DatabasePassword databasePassword,
    @Setting(
            says =
                "The address that the web server listens on: one of this machine's own; others than it are let in only where an administrator is.",
            usually = "127.0.0.1")
        String listen,
    @Setting(
            says = "The port that the web server listens on; 0 takes any free one.",
            usually = "7070")
        int port,
    @Setting(
            says =
                "Where browsers find the program when that is elsewhere than where it listens, as"
                    + " `https://pilothouse.example`.",
            usually = "none: as localhost, or by the address where it listens")
        @Nullable URI address,
    @Setting(
            says =
                "The proxies in front of it, as addresses or networks (`127.0.0.1, 10.0.0.0/8`):"
                    + " from them alone `Forwarded` and `X-Forwarded-…` are believed.",
            usually = "none: nobody is believed")
        Proxies proxies,
    @Setting(
            says =
                "The PEM file with the certificate for TLS, the server's own first; read anew when"
                    + " it changes.",
            usually = "none: plain HTTP")
        @Nullable Path tlsCertificate,
    @Setting(says = "The PEM file with the key of that certificate.", usually = "none")
        @Nullable Path tlsKey,
    @Setting(
            says = "For how many seconds requests may still be answered when the program stops.",
            usually = "20")
        int goodbye,
    @Setting(
            says = "How the log on standard error looks: `text`, or `json`, one object a line.",
            usually = "text")
        Logging.Form logFormat,
    @Setting(
            says =
                "From where on something is logged: `error`, `warning`, `info` (each request too) or"
                    + " `debug` (what exceptions say too, which may hold what somebody sent).",
            usually = "warning")
        Logging.Least logLevel,
    @Setting(says = "Whether `up` opens a browser where there is a display.", usually = "true")
        boolean browser,
    @Setting(
            says = "The organisation's time zone: weeks start on Monday there.",
            usually = "the machine's")
        ZoneId zone,
    @Setting(says = "How many threads read a repository.", usually = "one for each processor")
        int workers,
    @Setting(
            says =
                "The language of all pages, as `en`: English comes along, others are files in the"
                    + " folder `texts`.",
            usually = "what the browser asks for, where there is a file for it; else English")
        @Nullable String language,
    @Setting(
            says =
                "A folder of further languages, one file for each: `de.properties` with the keys of"
                    + " `texts/en.properties`.",
            usually = "none")
        @Nullable Path texts,
    @Setting(
            says = "A folder of page templates to read anew at each request, for development.",
            usually = "none: the templates that were compiled in")
        @Nullable Path templates,
    @Setting(
            says = "A folder of scripts and styles to read anew at each request, for development.",
            usually = "none: those that were packed in")
        @Nullable Path assets,
    @Setting(
            says = "For how many days the bodies of deliveries are kept; their facts stay.",
            usually = "90")
        int keep,
    @Setting(
            says =
                "What senders prove themselves with: `in_secret` for all, `github_secret` and the"
                    + " like for one source; `github_secret_file` names a file that holds it.",
            usually = "none: only what comes from this machine is taken")
        Secrets secrets,
    @Setting(
            says =
                "A file that holds the token of `pull`: `github_token_file`, `gitlab_token_file`,"
                    + " `prometheus_token_file`; `sql_password_file` holds a password.",
            usually =
                "none: `GITHUB_TOKEN`, `GITLAB_TOKEN`, `PROMETHEUS_TOKEN`, `SQL_PASSWORD` in the"
                    + " environment")
        Tokens tokens,
    @Setting(
            says =
                "The file with the key of what is sealed, made when something first is: best apart"
                    + " from the data folder and its copies.",
            usually = "`pilothouse.key` in the data folder")
        Path keyring,
    @Setting(
            says =
                "A file that says what people sign in with beside a password: see “Sign in with what"
                    + " you have” in docs/using.md.",
            usually = "none: a password")
        Providers providers,
    @Setting(
            says =
                "The labels that make an issue of GitHub or GitLab an incident, `*` for any text;"
                    + " after a semicolon those of other repositories:"
                    + " `incident, outage/*; acme/old-* = sev*`.",
            usually = "`incident, incident/*, incident:*`")
        IncidentLabels incidents,
    @Setting(
            says = "The folder that backups are written to: best on another disk.",
            usually = "`backups` in the data folder")
        Path backups,
    @Setting(
            says =
                "How often `up` makes a backup: `12h`, `1d`. The newest are kept, each was read again.",
            usually = "never")
        @Nullable Duration backupEvery,
    @Setting(says = "How many of those backups are kept.", usually = "14") int backupKeep,
    @Setting(
            says = "A file with the passphrase that backups are encrypted with.",
            usually = "none: anybody who has a backup can read it")
        @Nullable Path backupPassphraseFile,
    @Setting(
            says =
                "How soon the others take over what a process worked on that was killed: `10s`,"
                    + " `1m`. It tells of itself four times in that.",
            usually = "30s")
        Duration takeover,
    @Setting(
            says =
                "The server that takes mails: `smtp_host`, `smtp_port`, `smtp_user`,"
                    + " `smtp_password_file`, `smtp_from` (the address that they come from), and"
                    + " `smtp_tls`: `starttls`, `tls` or `none`.",
            usually = "none: no mails are sent; with a host, `starttls` on port 587")
        MailSettings smtp,
    @Setting(
            says =
                "Machines beside those of the internet that webhooks may reach, as names, addresses"
                    + " or networks: `hooks.example.org, 10.1.0.0/16`.",
            usually = "none")
        Reachable outgoing,
    @Setting(
            says =
                "Where comments may be written to issues that are linked with promises, each asked"
                    + " for at its link: `issues_github_token_file` and `issues_gitlab_token_file`"
                    + " name files with a token; `issues_github` and `issues_gitlab` are the"
                    + " addresses of APIs of your own.",
            usually = "nowhere")
        IssueSettings issues) {

  /** Settings of which there is one for each source, and how all are called together. */
  private static final Map<String, String> MANY =
      Map.of(
          "secrets",
          "SOURCE_secret",
          "tokens",
          "SOURCE_token_file",
          "smtp",
          "smtp_NAME",
          "outgoing",
          "outgoing_allowed",
          "issues",
          "issues_NAME");

  /** The names of all settings: the record's, in its order, and those for each source. */
  static List<String> names() {
    List<String> names =
        new ArrayList<>(
            components().stream()
                .filter(component -> !MANY.containsKey(component.getName()))
                .map(Settings::name)
                .toList());
    names.add(DatabasePassword.FILE);
    names.addAll(Secrets.names());
    names.addAll(Tokens.names());
    names.addAll(MailSettings.NAMES);
    names.add("outgoing_allowed");
    names.addAll(IssueSettings.NAMES);
    return names;
  }

  /** As people write it: tlsKey is tls_key. */
  private static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What a setting is when nobody gives it; empty for one of those that a source has. */
  static String usually(String name) {
    return components().stream()
        .filter(component -> name(component).equals(name))
        .map(component -> component.getAnnotation(Setting.class).usually().replace("`", ""))
        .findFirst()
        .orElse("");
  }

  /** The variable that sets a name in the environment. */
  static String variable(String name) {
    return SettingsSources.PREFIX + name.toUpperCase(Locale.ROOT);
  }

  /** The table of all settings in Markdown, as docs/using.md has it. */
  static String table() {
    StringBuilder table =
        new StringBuilder("| name | in the environment | what it is | usually |\n");
    table.append("|---|---|---|---|\n");
    for (RecordComponent component : components()) {
      Setting setting = Objects.requireNonNull(component.getAnnotation(Setting.class));
      String name = MANY.getOrDefault(component.getName(), name(component));
      table.append(
          "| `%s` | `%s` | %s | %s |\n"
              .formatted(name, variable(name), setting.says(), setting.usually()));
    }
    return table.toString();
  }

  /**
   * Reads all sources.
   *
   * @param given names and values from the command line
   * @throws Refused for an unknown name or a value that is none
   */
  static Settings read(
      Map<String, String> given, @Nullable Path file, Map<String, String> environment) {
    SettingsSources sources = SettingsSources.of(given, file, environment);
    return new Settings(
        sources.folder(),
        DatabasePassword.address(sources),
        DatabasePassword.of(sources.texts(DatabasePassword.NAMES)),
        Reaching.listen(sources),
        sources.number("port", 7070, 0, 65_535),
        Reaching.address(sources),
        Reaching.proxies(sources),
        Reaching.file(sources, "tls_certificate", "tls_key"),
        Reaching.file(sources, "tls_key", "tls_certificate"),
        sources.number("goodbye", 20, 0, 3_600),
        sources.word("log_format", Logging.Form.TEXT),
        sources.word("log_level", Logging.Least.WARNING),
        sources.yes("browser", true),
        sources.zone(),
        sources.number("workers", Runtime.getRuntime().availableProcessors(), 1, 1024),
        sources.texts(List.of("language")).get("language"),
        sources.path("texts"),
        sources.path("templates"),
        sources.path("assets"),
        sources.number("keep", 90, 1, 36_500),
        Secrets.of(sources.texts(Secrets.names())),
        Tokens.of(sources.texts(Tokens.names())),
        keyring(sources),
        providers(sources),
        incidents(sources),
        beside(sources, "backups"),
        sources.span("backup_every"),
        sources.number("backup_keep", 14, 1, 10_000),
        sources.path("backup_passphrase_file"),
        sources.takeover(),
        MailSettings.of(sources),
        outgoing(sources),
        IssueSettings.of(sources));
  }

  /** Where browsers find what listens on that port. */
  URI home(int listening) {
    return Reaching.home(address, listen, listening, tlsCertificate != null);
  }

  private static Providers providers(SettingsSources sources) {
    Path file = sources.path("providers");
    try {
      return file == null ? Providers.none() : Providers.of(file);
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  private static Path keyring(SettingsSources sources) {
    Path given = sources.path("keyring");
    return given == null ? sources.folder().resolve("pilothouse.key") : given;
  }

  private static Path beside(SettingsSources sources, String name) {
    Path given = sources.path(name);
    return given == null ? sources.folder().resolve(name) : given;
  }

  private static Reachable outgoing(SettingsSources sources) {
    try {
      return Reachable.with(sources.text("outgoing_allowed", ""));
    } catch (IllegalArgumentException e) {
      throw sources.bad(
          "outgoing_allowed",
          "a list of names, addresses or networks, such as 10.1.0.0/16: " + e.getMessage());
    }
  }

  private static IncidentLabels incidents(SettingsSources sources) {
    try {
      return IncidentLabels.of(sources.text("incidents", IncidentLabels.USUAL));
    } catch (IllegalArgumentException e) {
      throw sources.bad("incidents", String.valueOf(e.getMessage()));
    }
  }

  /**
   * What pages may be said in.
   *
   * @throws Refused when a file of texts makes no sense, or there is none for the language
   */
  Languages languages() {
    try {
      return Languages.in(texts, language);
    } catch (IllegalArgumentException e) {
      throw new Refused("texts: " + e.getMessage() + ".");
    }
  }

  private static List<RecordComponent> components() {
    return Arrays.asList(Settings.class.getRecordComponents());
  }
}
