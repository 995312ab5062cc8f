package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.systems.Repository;

/** One process alone serves from a file, and others find it. */
class AloneTest {
  @TempDir Path folder;

  private App app() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    Map<String, String> given =
        Map.of("data", folder.toString(), "port", "0", "browser", "false", "zone", "UTC");
    return new App(
        Settings.read(given, null, Map.of()),
        new Console(nowhere, nowhere, Map.of(), InstantSource.fixed(Village.NOW)));
  }

  @Test
  void anotherOneIsToldWhereItIs() throws IOException {
    try (App first = app();
        App second = app()) {
      URI address = first.serve(List.of(), List.of()).address();
      Refused said = assertThrows(Refused.class, () -> second.serve(List.of(), List.of()));
      assertTrue(String.valueOf(said.getMessage()).contains(" at " + address), said.getMessage());
      String data = folder.toString();
      String link =
          Terminal.plain("invite", "--administrator", "ada@ferry.example", "--data", data).out();
      assertTrue(link.startsWith(address + "/invitations/"), link);
    }
    try (App third = app()) {
      assertEquals(List.of(), opened(third).store().systems().all());
    }
  }

  @Test
  void whereNothingIsNamedItBeginsWithItsOwnAndOnlyOnce() throws IOException {
    String own = Village.repository().toString();
    String other = Village.buildIn(folder.resolve("other")).toString();
    try (App first = app()) {
      assertEquals(List.of(own), known(first, own));
    }
    try (App again = app()) {
      assertEquals(List.of(own), known(again, other));
    }
  }

  /** One that has answered the first page, which waits until all is open. */
  private static App opened(App app, String... otherwise) throws IOException {
    URI address = app.serve(List.of(), List.of(otherwise)).address();
    try (InputStream page = address.toURL().openStream()) {
      assertTrue(page.readAllBytes().length > 0);
    }
    return app;
  }

  private static List<String> known(App app, String otherwise) throws IOException {
    return opened(app, otherwise).store().systems().all().stream().map(Repository::source).toList();
  }
}
