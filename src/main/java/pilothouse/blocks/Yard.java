package pilothouse.blocks;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pilothouse.promises.Owners;
import pilothouse.storage.Storage;
import pilothouse.views.Aim;
import pilothouse.views.Scopes;

/**
 * What blocks stand on.
 *
 * @param owners who may keep a block free
 * @param alone whether a team is one person, whose calendar is nobody's business
 */
public record Yard(
    Storage storage,
    Supplier<Scopes> scopes,
    Owners owners,
    Predicate<String> alone,
    InstantSource clock,
    ZoneId zone) {
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** What a team is called; empty where there is none such. */
  String title(String team) {
    return scopes.get().teams().stream()
        .filter(one -> one.aim().name().equals(team))
        .map(Aim.Named::title)
        .findFirst()
        .orElse("");
  }
}
