package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, and what is refused. */
class SettingsTest {
  @TempDir private Path folder;

  @Test
  void theEnvironmentWinsOverTheFileOfTheDataFolder() throws IOException {
    Files.writeString(folder.resolve("pilothouse.properties"), "port=1\nlisten=0.0.0.0\n");
    Settings settings =
        Settings.read(
            Map.of(), null, Map.of("PILOTHOUSE_DATA", folder.toString(), "PILOTHOUSE_PORT", "2"));
    assertEquals(2, settings.port());
    assertEquals("0.0.0.0", settings.listen());
    assertEquals(folder, settings.data());
  }

  @Test
  void theDataFolderIsBelowTheHomeThatTheEnvironmentNames() {
    Path home = folder.toAbsolutePath();
    assertEquals(
        home.resolve(".local/share/pilothouse"),
        Settings.read(Map.of(), null, Map.of("HOME", home.toString())).data());
    assertEquals(
        home.resolve("pilothouse"),
        Settings.read(
                Map.of(), null, Map.of("HOME", "/elsewhere", "XDG_DATA_HOME", home.toString()))
            .data());
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestKnownOne() throws IOException {
    Path file = Files.writeString(folder.resolve("mine"), "prot=1\n");
    assertTrue(refusal(file, Map.of()).contains("the nearest one is port"));
    assertTrue(
        refusal(null, Map.of("PILOTHOUSE_LISTN", "x"))
            .contains("the nearest one is PILOTHOUSE_LISTEN"));
  }

  @Test
  void aBadValueIsRefusedWithItsPlace() {
    assertTrue(refusal(null, Map.of("PILOTHOUSE_PORT", "many")).contains("from PILOTHOUSE_PORT"));
    assertTrue(refusal(null, Map.of("PILOTHOUSE_ZONE", "Berlin")).contains("Europe/Berlin"));
    assertTrue(refusal(null, Map.of("PILOTHOUSE_BROWSER", "si")).contains("true or false"));
    assertTrue(refusal(folder.resolve("none"), Map.of()).contains("no settings file"));
  }

  @Test
  void aSecretMayStandInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("github"), " s3cret of github\n");
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    String variable = "PILOTHOUSE_GITHUB_SECRET_FILE";
    Map<String, String> given = Map.of("data", folder.toString());
    Secrets secrets = Settings.read(given, null, Map.of(variable, file.toString())).secrets();
    assertEquals("s3cret of github", secrets.of("github").orElseThrow());
    assertTrue(secrets.of("gitlab").isEmpty());
    assertFalse(secrets.toString().contains("s3cret"), secrets.toString());
    Path all = Files.writeString(folder.resolve("all"), "of all");
    Map<String, String> both = Map.of("PILOTHOUSE_IN_SECRET_FILE", all.toString());
    assertEquals("of all", Settings.read(given, null, both).secrets().of("gitlab").orElseThrow());
    assertTrue(refusal(null, Map.of(variable, empty.toString())).contains("is empty"));
    assertTrue(
        refusal(null, Map.of(variable, folder.resolve("none").toString()))
            .contains("cannot be read"));
    assertTrue(
        refusal(null, Map.of(variable, file.toString(), "PILOTHOUSE_GITHUB_SECRET", "x"))
            .contains("keep one of them"));
  }

  @Test
  void theLabelsOfIncidentsAreASetting() {
    assertTrue(refusal(null, Map.of("PILOTHOUSE_INCIDENTS", "a; b")).contains("only one list"));
    assertTrue(refusal(null, Map.of("PILOTHOUSE_INCIDENT", "a")).contains("PILOTHOUSE_INCIDENTS"));
  }

  private String refusal(
      @org.jspecify.annotations.Nullable Path file, Map<String, String> environment) {
    return String.valueOf(
        assertThrows(Refused.class, () -> Settings.read(Map.of(), file, environment)).getMessage());
  }

  @Test
  void theScriptsVariablesAreNoSettings() {
    Settings.read(
        Map.of("data", folder.toString()),
        null,
        Map.of("PILOTHOUSE_CHROMIUM", "/usr/bin/chromium"));
  }

  @Test
  void theDocumentationHasTheRecordsTable() throws IOException {
    String page = Files.readString(Path.of("docs/using.md"));
    assertTrue(
        page.contains(Settings.table()), "put this into docs/using.md:\n" + Settings.table());
  }

  @Test
  void aCommandShowsWhatIsInForceAndWhereItComesFromButNoSecret() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine"),
            "port=7171\ngithub_secret=hunter2\ndatabase=postgresql://me:hunter2@db/pilothouse\n");
    String data = folder.resolve("data").toString();
    Terminal.Ended ended =
        Terminal.plain("settings", "--settings", file.toString(), "--data", data);
    assertEquals(0, ended.exit(), ended.err());
    String out = ended.out();
    assertTrue(out.matches("(?s).*\\Rport +7171  \\(port in .*mine\\)\\R.*"), out);
    assertTrue(out.matches("(?s).*\\Rlisten +127.0.0.1  \\(usual\\)\\R.*"), out);
    assertTrue(out.contains("github_secret          (hidden)"), out);
    assertTrue(out.contains("postgresql://(hidden)@db/pilothouse"), out);
    assertFalse(out.contains("hunter2"), out);
  }

  @Test
  void whoCanReachItIsCheckedWhenItIsRead() {
    for (String address :
        java.util.List.of("pilothouse.example", "ftp://a", "https://a/b", "https://u:p@a")) {
      assertTrue(
          refusal(null, Map.of("PILOTHOUSE_ADDRESS", address))
              .contains("https://pilothouse.example"));
    }
    for (String proxies :
        java.util.List.of("proxy.example", "10.1.0.0/8", "10.0.0.0/33", "::1/129")) {
      assertTrue(refusal(null, Map.of("PILOTHOUSE_PROXIES", proxies)).contains("is neither"));
    }
    assertTrue(refusal(null, Map.of("PILOTHOUSE_TLS_KEY", "k")).contains("tls_certificate"));
    assertTrue(refusal(null, Map.of("PILOTHOUSE_LOG_FORMAT", "xml")).contains("text or json"));
  }
}
