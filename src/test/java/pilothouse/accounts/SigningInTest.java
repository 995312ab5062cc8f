package pilothouse.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.HashingFunction;
import com.password4j.types.Argon2;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.people.People;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** Whoever tries an address learns nothing from how much work it makes. */
class SigningInTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String RIGHT = "eight cormorants at noon";

  @TempDir Path folder;

  /** Argon2 of little work that counts how often a password is compared. */
  private static HashingFunction counting(AtomicInteger compared) {
    Argon2Function real = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);
    return (HashingFunction)
        Proxy.newProxyInstance(
            SigningInTest.class.getClassLoader(),
            new Class<?>[] {HashingFunction.class},
            (_, method, arguments) -> {
              if (method.getName().equals("check")) {
                compared.incrementAndGet();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void aSessionFromElsewhereEndsAfterADay(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Registry registry = new Registry(storage, new People(storage, CLOCK), CLOCK);
      Account mara =
          storage.write(rows -> registry.make(rows, "mara@ferry.example", "Mara", By.PROGRAM));
      Sessions now = new Sessions(storage, CLOCK);
      String here = now.begin(mara, "", "10.0.0.1", null);
      String elsewhere = now.begin(mara, "", "10.0.0.1", null, "company");
      assertEquals(
          "company", now.find(elsewhere).map(found -> found.session().provider()).orElse(null));
      for (int hours : new int[] {23, 25}) {
        Sessions later = new Sessions(storage, () -> NOW.plus(Duration.ofHours(hours)));
        assertTrue(later.find(here).isPresent());
        assertEquals(hours == 23, later.find(elsewhere).isPresent(), hours + " hours");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneHashIsWorkedWhetherThereIsAnAccountOrNot(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      AtomicInteger compared = new AtomicInteger();
      Passwords passwords = new Passwords(counting(compared));
      SigningIn door =
          new SigningIn(
              storage,
              CLOCK,
              passwords,
              new Sessions(storage, CLOCK),
              new Directories(Providers.none(), new Protocols(CLOCK)));
      Registry registry = new Registry(storage, new People(storage, CLOCK), CLOCK);
      String hash = passwords.hash(RIGHT);
      storage.write(rows -> {
        for (String name : new String[] {"known", "closed", "elsewhere"}) {
          Account account = registry.make(rows, name + "@ferry.example", name, By.PROGRAM);
          if (!name.equals("elsewhere")) {
            AccountRows.password(rows, account.id(), hash, NOW);
          }
          if (name.equals("closed")) {
            AccountRows.close(rows, account.id(), By.PROGRAM, NOW, "left");
          }
        }
        return true;
      });
      for (String name : new String[] {"known", "closed", "elsewhere", "nobody"}) {
        compared.set(0);
        String email = name + "@ferry.example";
        assertNull(
            door.with(new SigningIn.Try(email, "wrong words here", "10.0.0.1")).account(), name);
        assertEquals(1, compared.get(), name);
      }
      compared.set(0);
      assertNotNull(
          door.with(new SigningIn.Try("known@ferry.example", RIGHT, "10.0.0.1")).account());
      assertEquals(1, compared.get());
    }
  }
}
