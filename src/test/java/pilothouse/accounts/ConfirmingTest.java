package pilothouse.accounts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.people.People;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.web.Refused;

/** What proves again who sits there, before the ways to sign in are changed. */
class ConfirmingTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final String RIGHT = "a rope of seven strands";
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whoSignedInLongAgoTypesThePassword(Databases kind) {
    AtomicReference<Instant> time = new AtomicReference<>(NOW);
    InstantSource clock = time::get;
    try (var storage = Storage.open(kind.create(folder))) {
      Passwords passwords = new Passwords();
      People people = new People(storage, clock);
      Registry registry = new Registry(storage, people, clock);
      Sessions sessions = new Sessions(storage, clock);
      Directories none = new Directories(Providers.none(), new Protocols(clock));
      Linking linking =
          new Linking(
              storage,
              clock,
              registry,
              sessions,
              new SigningIn(storage, clock, passwords, sessions, none),
              new Groups(storage, people, clock, ZoneOffset.UTC, Providers.none()),
              Providers.none());
      Account mara = storage.write(rows -> registry.make(rows, "m@x.example", "Mara", By.PROGRAM));
      sessions.begin(mara, "", "10.0.0.1", null);
      String session = sessions.of(mara.id()).getFirst().id();
      Realm realm = new Realm(new Systems(storage, clock), clock, ZoneOffset.UTC);
      SignedIn who = new SignedIn(mara, session, List.of(), realm);

      assertDoesNotThrow(() -> linking.confirm(who, "", "10.0.0.1"));
      assertTrue(linking.shown(who).recent());
      time.set(NOW.plus(Duration.ofMinutes(11)));
      assertFalse(linking.shown(who).isOpen(), "no password here, and not recent");
      Refused refused = assertThrows(Refused.class, () -> linking.confirm(who, RIGHT, "10.0.0.1"));
      assertTrue(refused.mend().contains("Sign out and in again"), refused.mend());

      String hash = passwords.hash(RIGHT);
      storage.write(rows -> {
        AccountRows.password(rows, mara.id(), hash, time.get());
        return true;
      });
      assertTrue(linking.shown(who).asks());
      assertThrows(Refused.class, () -> linking.confirm(who, "", "10.0.0.1"));
      assertThrows(Refused.class, () -> linking.confirm(who, "another rope", "10.0.0.1"));
      assertDoesNotThrow(() -> linking.confirm(who, RIGHT, "10.0.0.1"));
    }
  }
}
